import { Get } from '@nestjs/common';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { WebConfig } from '../../../web-config.js';

@Page({ path: '/privacy', access: 'public' })
export class PrivacyPage {
  constructor(private readonly config: WebConfig) {}

  @Get()
  view(): Answer {
    return show({ contact: this.config.contact });
  }
}
