import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR } from '@nestjs/core';
import { Api } from './api/api.js';
import { AnswerInterceptor } from './frame/answer.interceptor.js';
import { Assets } from './frame/assets.js';
import { Brands } from './frame/brands.js';
import { Cookies } from './frame/cookies.js';
import { FaultFilter } from './frame/fault.filter.js';
import { FormTokens } from './frame/form-tokens.js';
import type { KnownPage } from './frame/page.js';
import { PageList } from './frame/page-list.js';
import { Recognise } from './frame/recognise.js';
import { Responder } from './frame/responder.js';
import { RolesNeeded } from './frame/role-needed.js';
import { Views } from './frame/views.js';
import { WebConfig } from './web-config.js';

@Module({})
export class WebModule {
  static forRoot(config: WebConfig, pages: readonly KnownPage[]): DynamicModule {
    return {
      module: WebModule,
      controllers: pages.map(({ controller }) => controller),
      providers: [
        { provide: WebConfig, useValue: config },
        { provide: PageList, useValue: new PageList(pages) },
        Api,
        Assets,
        Brands,
        Cookies,
        FormTokens,
        Recognise,
        Responder,
        RolesNeeded,
        Views,
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_FILTER, useClass: FaultFilter },
      ],
    };
  }
}
