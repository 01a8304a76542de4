import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { namesOfBodies } from '../_usage/names-of-bodies.js';
import { words } from './en.js';
import { Quarantine, type QuarantineState } from './operations.generated.js';

/** Usage that was kept but not counted, with the reasons. */
@Page({ path: '/quarantine', access: 'usage:read', under: '/usage-receipts' })
export class QuarantinePage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Query() { state: asked, after }: { state?: unknown; after?: unknown },
  ): Promise<Answer> {
    const chosen = choiceOf(asked);
    const cursor = cursorIn(after);
    const state = chosen === ALL ? null : chosen;
    const { quarantine, callOffs } = await this.api.ask(visit, Quarantine, { state, after: cursor });
    const names = namesOfBodies(callOffs, visit.isLead);
    return show({
      items: quarantine.edges.map(({ node }) => ({
        ...node,
        body: names.get(visit.isLead ? node.memberId : node.leadId) ?? null,
      })),
      form: { state: chosen },
      pageInfo: quarantine.pageInfo,
      isFirst: cursor === null,
    });
  }
}

const ALL = 'ALL';

/** What the filter says; unless told, what still waits for a decision. */
const choiceOf = (asked: unknown): QuarantineState | typeof ALL => {
  if (asked === ALL) return ALL;
  return Object.keys(words.states).find((state): state is QuarantineState => state === asked) ?? 'HELD';
};
