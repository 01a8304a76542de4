import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { CostShares } from './operations.generated.js';

@Page({ path: '/cost-shares', access: 'costShare:read', under: '/invoices' })
export class CostSharesPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') asked: unknown): Promise<Answer> {
    const after = cursorIn(asked);
    const { costShares } = await this.api.ask(visit, CostShares, { after });
    return show({
      shares: costShares.edges.map(({ node }) => node),
      pageInfo: costShares.pageInfo,
      isFirst: after === null,
    });
  }
}
