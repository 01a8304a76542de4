import { Get } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { Start } from './operations.generated.js';

@Page({ path: '/', access: 'public', menu: { for: ['VISITOR'], order: 10 } })
export class StartPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit): Promise<Answer> {
    const { frameworks } = await this.api.ask(visit, Start, {});
    return show({ frameworks: frameworks.edges.map(({ node }) => node) });
  }
}
