import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { RaiseDispute, type DisputeKind } from '#libs/billing';
import {
  CurrentCaller,
  DecimalScalar,
  IdempotencyKeyScalar,
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
import { DisputeKindEnum } from './enums.js';

@InputType({ description: 'What is wrong with a line of an issued invoice.' })
export class DisputeRaiseInput {
  @Field(() => ID, { description: "The invoice's line." })
  invoiceLineId!: string;

  @Field(() => DisputeKindEnum, {
    defaultValue: 'DISPUTE',
    description: 'A dispute, within the days of the framework; or the report of an error, at any time.',
  })
  kind!: DisputeKind;

  @Field(() => DecimalScalar, { description: 'How much, without VAT, in pounds.' })
  net!: string;

  @Field(() => String, { description: 'Why, in 1,000 characters at most.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What shows it, such as what your own records say; 4,000 characters at most.',
  })
  evidence?: string | null;

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The dispute.' })
export class DisputeRaisePayload extends PayloadOf(
  'DisputeRaise',
  [
    'AMOUNT_FORMAT',
    'DISPUTE_LATE',
    'DISPUTE_OPEN_ALREADY',
    'DISPUTE_OVER_LINE',
    'FIELD_REQUIRED',
    'PAYMENT_AMOUNT',
    'STATE_NOT_ALLOWED',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
  ],
  { idempotent: true },
) {
  @Field(() => DisputeType, { nullable: true, description: 'The dispute; null when it was refused.' })
  dispute!: DisputeType | null;
}

@Resolver()
export class DisputeRaiseResolver {
  constructor(
    private readonly action: RaiseDispute,
    private readonly answers: AnswerDisputes,
  ) {}

  @Mutation(() => DisputeRaisePayload, {
    description:
      'Disputes a line of an issued invoice, or a part of it; the rest stays payable. Needs dispute:raise.',
  })
  @Requires('dispute:raise')
  async disputeRaise(
    @CurrentCaller() caller: Caller,
    @Reader() read: Read,
    @Args('input') input: DisputeRaiseInput,
  ): Promise<DisputeRaisePayload> {
    const result = await this.action.execute(caller.actor, {
      ...input,
      invoiceLineId: readId('invoiceLine', input.invoiceLineId),
      evidence: input.evidence ?? null,
    });
    return toPayload(result, async ({ disputeId }) => ({
      dispute: await read((tx) => this.answers.byId(tx, caller, disputeId)),
    }));
  }
}
