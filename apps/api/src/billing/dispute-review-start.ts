import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { StartDisputeReview } from '#libs/billing';
import {
  CurrentCaller,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Caller,
  type Read,
} from '../graphql/index.js';
import { AnswerDisputes } from './answer-disputes.js';
import { DisputeType } from './dispute.type.js';

@InputType({ description: 'Which dispute to look at.' })
export class DisputeReviewStartInput {
  @Field(() => ID, { description: 'The dispute.' })
  disputeId!: string;
}

@ObjectType({ description: 'The dispute.' })
export class DisputeReviewStartPayload extends PayloadOf('DisputeReviewStart', ['STATE_NOT_ALLOWED']) {
  @Field(() => DisputeType, { nullable: true, description: 'The dispute; null when it was refused.' })
  dispute!: DisputeType | null;
}

@Resolver()
export class DisputeReviewStartResolver {
  constructor(
    private readonly action: StartDisputeReview,
    private readonly answers: AnswerDisputes,
  ) {}

  @Mutation(() => DisputeReviewStartPayload, {
    description: 'Says that the lead authority looks at a dispute. Needs dispute:review.',
  })
  @Requires('dispute:review')
  async disputeReviewStart(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: DisputeReviewStartInput,
  ): Promise<DisputeReviewStartPayload> {
    const disputeId = readId('dispute', input.disputeId);
    const result = await this.action.execute(caller.actor, disputeId);
    return toPayload(result, async () => ({
      dispute: await read((tx) => this.answers.byId(tx, caller, disputeId)),
    }));
  }
}
