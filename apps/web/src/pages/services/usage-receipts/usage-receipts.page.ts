import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { namesOfBodies } from '../_usage/names-of-bodies.js';
import { UsageReceipts } from './operations.generated.js';

/** What became of each batch of usage that was sent or typed in. */
@Page({ path: '/usage-receipts', access: 'usage:read', menu: { for: ['TENANT', 'LEAD'], order: 40 } })
export class UsageReceiptsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') after: unknown): Promise<Answer> {
    const cursor = cursorIn(after);
    const mayReadKeys = visit.may('usageKey:read');
    const found = await this.api.ask(visit, UsageReceipts, { after: cursor, mayReadKeys });
    const names = namesOfBodies(found.callOffs, visit.isLead);
    const keys = new Map((found.usageKeys?.edges ?? []).map(({ node }) => [node.id, node.label]));
    return show({
      receipts: found.usageReceipts.edges.map(({ node }) => ({
        ...node,
        body: names.get(visit.isLead ? node.memberId : node.leadId) ?? null,
        key: node.usageKeyId === null ? null : (keys.get(node.usageKeyId) ?? null),
      })),
      // A member of one lead authority need not read its name in each row.
      showBody: visit.isLead || names.size > 1,
      pageInfo: found.usageReceipts.pageInfo,
      isFirst: cursor === null,
      holds: found.quarantine.edges.length > 0,
    });
  }
}
