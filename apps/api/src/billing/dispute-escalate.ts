import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { EscalateDispute } from '#libs/billing';
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

@InputType({ description: 'Which dispute somebody else is to decide, and why.' })
export class DisputeEscalateInput {
  @Field(() => ID, { description: 'The dispute.' })
  disputeId!: string;

  @Field(() => String, { description: 'Why the decision is not accepted, in 1,000 characters at most.' })
  reason!: string;
}

@ObjectType({ description: 'The dispute.' })
export class DisputeEscalatePayload extends PayloadOf('DisputeEscalate', [
  'DISPUTE_OPEN_ALREADY',
  'DISPUTE_OVER_LINE',
  'ESCALATION_LATE',
  'FIELD_REQUIRED',
  'STATE_NOT_ALLOWED',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
]) {
  @Field(() => DisputeType, { nullable: true, description: 'The dispute; null when it was refused.' })
  dispute!: DisputeType | null;
}

@Resolver()
export class DisputeEscalateResolver {
  constructor(
    private readonly action: EscalateDispute,
    private readonly answers: AnswerDisputes,
  ) {}

  @Mutation(() => DisputeEscalatePayload, {
    description:
      'Has what was rejected, or not upheld, decided by somebody who has not decided it before. Needs dispute:raise.',
  })
  @Requires('dispute:raise')
  async disputeEscalate(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: DisputeEscalateInput,
  ): Promise<DisputeEscalatePayload> {
    const disputeId = readId('dispute', input.disputeId);
    const result = await this.action.execute(caller.actor, disputeId, input.reason);
    return toPayload(result, async () => ({
      dispute: await read((tx) => this.answers.byId(tx, caller, disputeId)),
    }));
  }
}
