import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { formatShare, type Basis, type CostShare, type Settlement, type Stage } from '#libs/costs';
import { toPublicId } from '#libs/kernel';
import { ConnectionOf, DateTimeScalar, DecimalScalar, Money, toMoney } from '../graphql/index.js';
import { CostPartType, toPart } from './cost-scheme.type.js';
import { CostBasisEnum, CostSettlementEnum, CostStageEnum } from './enums.js';

@ObjectType('CostShare', {
  description:
    "Your organisation's share of the cost of a service in a year, and how it came about. Ids of usage records from the source cost-sharing begin with its id.",
})
export class CostShareType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => String, { description: 'The name of the offering.' })
  offeringTitle!: string;

  @Field(() => String, { description: 'The lead authority.' })
  leadName!: string;

  @Field(() => String, { description: 'The financial year, such as 2026/27.' })
  year!: string;

  @Field(() => Int, { description: 'The number of the version among those of the year.' })
  version!: number;

  @Field(() => CostStageEnum, { description: 'Whether it is of the expected or the actual cost.' })
  stage!: Stage;

  @Field(() => Boolean, { description: 'Whether no newer version of the year is agreed.' })
  holds!: boolean;

  @Field(() => CostBasisEnum, { description: 'What the shares follow from.' })
  basis!: Basis;

  @Field(() => String, { nullable: true, description: 'What the figures count; null for other bases.' })
  driver!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "By how many per cent of last year's share a share may change; null for any.",
  })
  dampingPercent!: string | null;

  @Field(() => DecimalScalar, {
    description: 'Actual shares hold when one is further from the estimate than so many percentage points.',
  })
  tolerancePoints!: string;

  @Field(() => Money, { description: 'The cost of the service.' })
  cost!: Money;

  @Field(() => Money, { description: 'What the year before carries on; it is shared with the cost.' })
  carried!: Money;

  @Field(() => CostSettlementEnum, {
    nullable: true,
    description: 'What becomes of the difference; null for an estimate.',
  })
  settlement!: Settlement | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether actual shares took the place of the estimated ones; null for an estimate.',
  })
  reshared!: boolean | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Your population or driver figure; null for other bases.',
  })
  figure!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the figure comes from.' })
  figureSource!: string | null;

  @Field(() => Int, { description: 'In how many months of the year you have the service.' })
  months!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Last year's share in per cent; null when you had none.",
  })
  shareBefore!: string | null;

  @Field(() => DecimalScalar, { description: 'Your share in per cent.' })
  share!: string;

  @Field(() => Money, { description: 'What the year comes to, without VAT.' })
  amount!: Money;

  @Field(() => [CostPartType], { description: 'By month; with the true-up they add up to the amount.' })
  parts!: CostPartType[];

  @Field(() => CostPartType, {
    nullable: true,
    description: 'What is charged beside the months; null for nothing.',
  })
  trueUp!: CostPartType | null;

  @Field(() => DateTimeScalar, { description: 'When it was agreed.' })
  agreedAt!: Date;
}

@ObjectType('CostShareConnection', { description: 'Shares of costs, the newest first.' })
export class CostShareConnection extends ConnectionOf(CostShareType, 'CostShare') {}

export const toCostShare = (
  share: CostShare,
  { offeringTitle, leadName }: { readonly offeringTitle: string; readonly leadName: string },
): CostShareType => ({
  id: toPublicId('costShare', share.id),
  offeringId: toPublicId('offering', share.offeringId),
  ...{ offeringTitle, leadName, year: share.year, version: share.version, stage: share.stage },
  ...{ holds: share.holds, basis: share.basis, driver: share.driver, settlement: share.settlement },
  dampingPercent: share.dampingPercent?.toDecimalString() ?? null,
  tolerancePoints: share.tolerancePoints.toDecimalString(),
  cost: toMoney(share.cost),
  carried: toMoney(share.carried),
  reshared: share.reshared,
  figure: share.member.figure?.toDecimalString() ?? null,
  figureSource: share.member.figureSource,
  months: share.member.months,
  shareBefore: share.member.before === null ? null : formatShare(share.member.before),
  share: formatShare(share.member.share),
  amount: toMoney(share.member.amount),
  parts: share.member.parts.map(toPart),
  trueUp: share.member.trueUp && toPart(share.member.trueUp),
  agreedAt: share.agreedAt,
});
