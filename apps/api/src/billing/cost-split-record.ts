import { Args, Field, ID, InputType, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { ReadCostSplits, RecordCostSplit } from '#libs/billing';
import type { Actor } from '#libs/platform';
import {
  CurrentActor,
  DecimalScalar,
  IdempotencyKeyScalar,
  PayloadOf,
  Reader,
  readId,
  Requires,
  toPayload,
  type Read,
} from '../graphql/index.js';
import { CostSplitType, toCostSplit } from './cost-split.type.js';

@InputType({ description: 'A share in your own codes.' })
export class CostSplitShareInput {
  @Field(() => String, { description: 'The cost centre, 50 characters at most.' })
  costCentre!: string;

  @Field(() => String, { defaultValue: '', description: 'The subjective code, 50 characters at most.' })
  subjectiveCode!: string;

  @Field(() => DecimalScalar, { description: 'The share of 100, with 4 decimal places at most.' })
  percent!: string;
}

@InputType({ description: 'How your body splits what it is charged from a month on.' })
export class CostSplitRecordInput {
  @Field(() => ID, { description: 'The call-off.' })
  callOffId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'One meter of it; every one without a split of its own unless given.',
  })
  meterId?: string | null;

  @Field(() => String, { description: 'The first month that it is for, as YYYY-MM.' })
  fromMonth!: string;

  @Field(() => [CostSplitShareInput], {
    description: 'The shares, 50 at most, together 100; none to split no more.',
  })
  shares!: CostSplitShareInput[];

  @Field(() => IdempotencyKeyScalar, { description: 'Your key for this request.' })
  idempotencyKey!: string;
}

@ObjectType({ description: 'The splits of the call-off.' })
export class CostSplitRecordPayload extends PayloadOf(
  'CostSplitRecord',
  [
    'AMOUNT_FORMAT',
    'APPORTION_SUM',
    'FIELD_REQUIRED',
    'LIST_TOO_LONG',
    'MONTH_FORMAT',
    'TEXT_INVALID',
    'TEXT_TOO_LONG',
    'TOO_BIG',
    'TOO_MANY_DECIMALS',
    'TOO_SMALL',
  ],
  { idempotent: true },
) {
  @Field(() => [CostSplitType], {
    nullable: true,
    description: 'Every split of the call-off, the earliest month first; null when it was refused.',
  })
  costSplits!: CostSplitType[] | null;
}

@Resolver()
export class CostSplitRecordResolver {
  constructor(
    private readonly record: RecordCostSplit,
    private readonly splits: ReadCostSplits,
  ) {}

  @Mutation(() => CostSplitRecordPayload, {
    description:
      'Records how your body splits what it is charged for a call-off, or for one of its meters, over its own cost centres. No lead authority sees it. Needs costSplit:record.',
  })
  @Requires('costSplit:record')
  async costSplitRecord(
    @CurrentActor() actor: Actor,
    @Reader() read: Read,
    @Args('input') input: CostSplitRecordInput,
  ): Promise<CostSplitRecordPayload> {
    const { fromMonth, shares, idempotencyKey } = input;
    const result = await this.record.execute(actor, {
      callOffId: readId('callOff', input.callOffId),
      meterId: input.meterId ? readId('meter', input.meterId) : null,
      ...{ fromMonth, shares, idempotencyKey },
    });
    return toPayload(result, async ({ callOffId }) => {
      const splits = await read((tx) => this.splits.ofCallOff(tx, callOffId));
      return { costSplits: splits.map(toCostSplit) };
    });
  }
}
