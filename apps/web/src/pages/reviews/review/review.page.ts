import { Get, Param } from '@nestjs/common';
import { Api } from '../../../api/api.js';
import { show, type Answer } from '../../../frame/answer.js';
import { Page } from '../../../frame/page.js';
import { TheVisit, type Visit } from '../../../frame/visit.js';
import { answersOf } from './answers.js';
import { Review, ReviewContext, type ReviewContextQuery } from './operations.generated.js';

@Page({ path: '/reviews/:id', access: 'lead:read', under: '/reviews' })
export class ReviewPage {
  constructor(private readonly api: Api) {}

  @Get()
  async view(@TheVisit() visit: Visit, @Param('id') id: string): Promise<Answer> {
    const { optIn } = await this.api.ask(visit, Review, { id });
    const context = await this.api.ask(visit, ReviewContext, {
      frameworkId: optIn.frameworkId,
      bodyId: optIn.memberId,
    });
    const meters = metersOf(context);
    const inReview = optIn.state === 'SUBMITTED' || optIn.state === 'UNDER_REVIEW';
    return show({
      optIn,
      member: optIn.memberName,
      services: optIn.offerings.map(({ title }) => title),
      eligibility: context.eligibilityCheck.bodies[0] ?? null,
      tasks: optIn.tasks.map((task) => ({ ...task, answers: answersOf(task, meters) })),
      isOverdue: inReview && optIn.reviewDueOn !== null && optIn.reviewDueOn < visit.today,
      mayStart: optIn.state === 'SUBMITTED' && visit.may('optIn:review'),
      mayDecide: inReview && visit.may('optIn:review'),
    });
  }
}

const metersOf = ({ framework }: ReviewContextQuery) =>
  new Map(framework.offerings.edges.flatMap(({ node }) => node.meters.map((meter) => [meter.id, meter])));
