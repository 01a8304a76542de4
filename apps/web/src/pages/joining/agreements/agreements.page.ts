import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { Agreements } from './operations.generated.js';

@Page({ path: '/agreements', access: 'agreement:read', menu: { for: ['TENANT'], order: 30 } })
export class AgreementsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') after: unknown): Promise<Answer> {
    const from = typeof after === 'string' ? after : null;
    const { agreements } = await this.api.ask(visit, Agreements, { after: from });
    return show({
      agreements: agreements.edges.map(({ node }) => node),
      pageInfo: agreements.pageInfo,
      isFirst: from === null,
    });
  }
}
