import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { Disputes } from './operations.generated.js';

@Page({ path: '/disputes', access: 'invoice:read', under: '/invoices' })
export class DisputesPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') asked: unknown): Promise<Answer> {
    const after = cursorIn(asked);
    const { disputes } = await this.api.ask(visit, Disputes, { after });
    return show({
      disputes: disputes.edges.map(({ node }) => node),
      pageInfo: disputes.pageInfo,
      isFirst: after === null,
    });
  }
}
