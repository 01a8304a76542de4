import { Get } from '@nestjs/common';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { WebConfig } from '../../../web-config.js';

@Page({ path: '/cookies', access: 'public' })
export class CookiesPage {
  constructor(private readonly config: WebConfig) {}

  @Get()
  view(): Answer {
    // Their names as a browser shows them: over HTTPS they are bound to this host.
    return show({ prefix: this.config.secure ? '__Host-' : '' });
  }
}
