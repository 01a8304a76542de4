import { Get, Query } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { cursorIn } from '../../../frame/cursor.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { Reviews, type OptInState, type ReviewsQuery } from './operations.generated.js';
import { waitingOf } from './waiting.js';

/** What the list can be narrowed to, as it stands in the address. */
const STAGES = {
  review: ['SUBMITTED', 'UNDER_REVIEW'],
  member: ['DRAFT', 'IN_PROGRESS', 'PAUSED', 'RETURNED'],
  approved: ['APPROVED', 'CONVERTED'],
  ended: ['DECLINED', 'WITHDRAWN'],
  all: null,
} as const satisfies Record<string, readonly OptInState[] | null>;
type Stage = keyof typeof STAGES;

const stageOf = (text: unknown): Stage =>
  typeof text === 'string' && Object.hasOwn(STAGES, text) ? (text as Stage) : 'review';

type OptIn = ReviewsQuery['optIns']['edges'][number]['node'];

@Page({ path: '/reviews', access: 'lead:read', menu: { for: ['LEAD'], order: 20 } })
export class ReviewsPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(
    @TheVisit() visit: Visit,
    @Query('stage') asked: unknown,
    @Query('after') from: unknown,
  ): Promise<Answer> {
    const stage = stageOf(asked);
    const after = cursorIn(from);
    const { optIns } = await this.api.ask(visit, Reviews, {
      states: STAGES[stage],
      first: 25,
      after,
    });
    return show({
      form: { stage },
      stages: Object.keys(STAGES),
      stage,
      optIns: optIns.edges.map(({ node }) => rowOf(node, visit.today)),
      pageInfo: optIns.pageInfo,
      isFirst: after === null,
    });
  }
}

const rowOf = (optIn: OptIn, today: string) => {
  const inReview = optIn.state === 'SUBMITTED' || optIn.state === 'UNDER_REVIEW';
  return {
    ...optIn,
    services: optIn.offerings.map(({ title }) => title),
    waiting: waitingOf(
      optIn.submittedAt ?? optIn.startedAt,
      inReview ? (optIn.reviewDueOn ?? null) : null,
      today,
    ),
  };
};
