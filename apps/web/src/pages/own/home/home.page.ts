import { Get } from '@nestjs/common';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';

@Page({ path: '/home', access: 'signed-in', menu: { for: ['TENANT', 'LEAD', 'PLATFORM'], order: 0 } })
export class HomePage {
  @Get()
  view(): Answer {
    return show({});
  }
}
