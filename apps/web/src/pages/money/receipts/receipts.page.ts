import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { penceOf } from '../../../formats/pence.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { Receipts } from './operations.generated.js';

@Page({ path: '/receipts', access: 'receipt:read', menu: { for: ['LEAD'], order: 60 } })
export class ReceiptsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') asked: unknown): Promise<Answer> {
    const after = cursorIn(asked);
    const { receipts } = await this.api.ask(visit, Receipts, { after });
    return show({
      receipts: receipts.edges.map(({ node }) => ({ ...node, isOpen: penceOf(node.unallocated) > 0n })),
      pageInfo: receipts.pageInfo,
      isFirst: after === null,
    });
  }
}
