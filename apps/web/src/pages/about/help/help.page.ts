import { Get } from '@nestjs/common';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { WebConfig } from '../../../web-config.js';

@Page({ path: '/help', access: 'public', menu: { for: ['VISITOR'], order: 90 } })
export class HelpPage {
  constructor(private readonly config: WebConfig) {}

  @Get()
  view(): Answer {
    return show({ contact: this.config.contact });
  }
}
