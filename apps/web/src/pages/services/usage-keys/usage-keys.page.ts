import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { lastDayBefore } from '../_usage/last-day.js';
import { UsageKeys } from './operations.generated.js';

/** The keys with which systems send usage. */
@Page({ path: '/usage-keys', access: 'usageKey:read', under: '/usage-receipts' })
export class UsageKeysPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Query('after') after: unknown): Promise<Answer> {
    const cursor = cursorIn(after);
    const { usageKeys, callOffs } = await this.api.ask(visit, UsageKeys, { after: cursor });
    const known = new Map(callOffs.edges.map(({ node }) => [node.id, node]));
    return show({
      keys: usageKeys.edges.map(({ node }) => ({
        ...node,
        lastDay: lastDayBefore(node.expiresAt),
        callOffs: node.callOffIds.map((id) => {
          const callOff = known.get(id);
          return { id, name: callOff?.offeringTitle ?? null, reference: callOff?.reference ?? null };
        }),
      })),
      pageInfo: usageKeys.pageInfo,
      isFirst: cursor === null,
    });
  }
}
