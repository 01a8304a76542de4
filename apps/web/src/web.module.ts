import { type DynamicModule, Module } from '@nestjs/common';
import { ApiClient } from './api-client.js';
import { HomeController } from './pages/home/home.controller.js';
import type { WebConfig } from './web-config.js';

@Module({})
export class WebModule {
  static forRoot(config: WebConfig): DynamicModule {
    return {
      module: WebModule,
      controllers: [HomeController],
      providers: [{ provide: ApiClient, useFactory: () => new ApiClient(config.apiUrl) }],
    };
  }
}
