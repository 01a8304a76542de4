import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { CostShare, CostShareOfLine, CostSplit } from '#libs/billing';
import { monthOf, toPublicId } from '#libs/kernel';
import { DateTimeScalar, DecimalScalar, Money, PeriodType, toMoney, toPeriod } from '../graphql/index.js';

@ObjectType('CostSplitShare', { description: 'A share of what your body is charged, in its own codes.' })
export class CostSplitShareType {
  @Field(() => String, { description: 'The cost centre.' })
  costCentre!: string;

  @Field(() => String, { description: 'The subjective code; empty where there is none.' })
  subjectiveCode!: string;

  @Field(() => DecimalScalar, { description: 'The share of 100.' })
  percent!: string;
}

@ObjectType('CostSplitShareOfLine', { description: 'A share of a line, with what it comes to.' })
export class CostSplitShareOfLineType extends CostSplitShareType {
  @Field(() => Money, { description: 'The amount without VAT; the shares of a line add up to it.' })
  net!: Money;
}

@ObjectType('CostSplit', {
  description: 'How your body splits what it is charged for a call-off, from a month on.',
})
export class CostSplitType {
  @Field(() => ID, {
    nullable: true,
    description: 'The meter; null for every one without a split of its own.',
  })
  meterId!: string | null;

  @Field(() => PeriodType, { description: 'The first month that it is for.' })
  fromMonth!: PeriodType;

  @Field(() => [CostSplitShareType], { description: 'The shares; none when it is not split any more.' })
  shares!: readonly CostSplitShareType[];

  @Field(() => DateTimeScalar, {
    description: 'When it was recorded; of the same month the latest counts.',
  })
  recordedAt!: Date;
}

const toShare = ({ costCentre, subjectiveCode, percent }: CostShare): CostSplitShareType => ({
  costCentre,
  subjectiveCode,
  percent,
});

export const toShareOfLine = (share: CostShareOfLine): CostSplitShareOfLineType => ({
  ...toShare(share),
  net: toMoney(share.net),
});

export const toCostSplit = ({ meterId, fromMonth, shares, recordedAt }: CostSplit): CostSplitType => ({
  meterId: meterId === null ? null : toPublicId('meter', meterId),
  fromMonth: toPeriod(monthOf(fromMonth)),
  shares: shares.map(toShare),
  recordedAt,
});
