import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { DecideDispute, type DisputeDecision, type DisputeOutcome } from '#libs/billing';
import {
  CurrentCaller,
  DecimalScalar,
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
import { DisputeDecisionEnum, DisputeOutcomeEnum } from './enums.js';

@InputType({ description: 'How a dispute is decided, and why.' })
export class DisputeDecideInput {
  @Field(() => ID, { description: 'The dispute.' })
  disputeId!: string;

  @Field(() => DisputeDecisionEnum, { description: 'The decision.' })
  decision!: DisputeDecision;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'How much is upheld, without VAT, in pounds; only when a part is.',
  })
  net?: string | null;

  @Field(() => DisputeOutcomeEnum, {
    nullable: true,
    description: 'How what is upheld is given back; not when it is rejected.',
  })
  outcome?: DisputeOutcome | null;

  @Field(() => String, {
    description: 'Why, in 1,000 characters at most; printed on the credit note of a concession.',
  })
  reason!: string;
}

@ObjectType({ description: 'The dispute.' })
export class DisputeDecidePayload extends PayloadOf('DisputeDecide', [
  'AMOUNT_FORMAT',
  'CREDIT_OVER_INVOICE',
  'DISPUTE_PART',
  'DISPUTE_SAME_PERSON',
  'FIELD_REQUIRED',
  'PAYMENT_AMOUNT',
  'STATE_NOT_ALLOWED',
  'TEXT_INVALID',
  'TEXT_TOO_LONG',
]) {
  @Field(() => DisputeType, { nullable: true, description: 'The dispute; null when it was refused.' })
  dispute!: DisputeType | null;
}

@Resolver()
export class DisputeDecideResolver {
  constructor(
    private readonly action: DecideDispute,
    private readonly answers: AnswerDisputes,
  ) {}

  @Mutation(() => DisputeDecidePayload, {
    description:
      'Upholds a dispute, in whole or in part, or rejects it. A concession is drafted as a credit note, which somebody else approves; a correction is credited by the next run. Needs dispute:review.',
  })
  @Requires('dispute:review')
  async disputeDecide(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: DisputeDecideInput,
  ): Promise<DisputeDecidePayload> {
    const disputeId = readId('dispute', input.disputeId);
    const result = await this.action.execute(caller.actor, disputeId, {
      decision: input.decision,
      net: input.net ?? null,
      outcome: input.outcome ?? null,
      reason: input.reason,
    });
    return toPayload(result, async () => ({
      dispute: await read((tx) => this.answers.byId(tx, caller, disputeId)),
    }));
  }
}
