import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  chargedBy,
  formatShare,
  type Basis,
  type SchemeSeen,
  type SchemeState,
  type Settlement,
  type Stage,
} from '#libs/costs';
import { mayDo } from '#libs/directory';
import { toPublicId, type LocalDate } from '#libs/kernel';
import {
  DateTimeScalar,
  DecimalScalar,
  LocalDateScalar,
  Money,
  toMoney,
  type Caller,
} from '../graphql/index.js';
import { CostBasisEnum, CostSchemeStateEnum, CostSettlementEnum, CostStageEnum } from './enums.js';

@ObjectType('CostPart', { description: "What is charged of a member's share on one day." })
export class CostPartType {
  @Field(() => LocalDateScalar, { description: 'The day that it counts on.' })
  day!: LocalDate;

  @Field(() => Money, { description: 'The amount without VAT.' })
  amount!: Money;
}

@ObjectType('CostSchemeMember', { description: "One member's share of a version." })
export class CostSchemeMemberType {
  @Field(() => ID, { description: 'The member.' })
  memberId!: string;

  @Field(() => String, { description: 'Its name.' })
  memberName!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Its population or driver figure; null for other bases.',
  })
  figure!: string | null;

  @Field(() => String, { nullable: true, description: 'Where the figure comes from.' })
  figureSource!: string | null;

  @Field(() => Int, { description: 'In how many months of the year it has the service.' })
  months!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: "Last year's share in per cent; null when it had none.",
  })
  shareBefore!: string | null;

  @Field(() => DecimalScalar, { description: 'Its share in per cent.' })
  share!: string;

  @Field(() => Money, { description: 'What the year comes to for it, without VAT.' })
  amount!: Money;

  @Field(() => [CostPartType], { description: 'By month; with the true-up they add up to the amount.' })
  parts!: CostPartType[];

  @Field(() => CostPartType, {
    nullable: true,
    description: 'What is charged beside the months; null for nothing.',
  })
  trueUp!: CostPartType | null;
}

@ObjectType('CostScheme', { description: 'One version of how the cost of a service in a year is shared.' })
export class CostSchemeType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => String, { description: 'The name of the offering.' })
  offeringTitle!: string;

  @Field(() => String, { description: 'The financial year, such as 2026/27.' })
  year!: string;

  @Field(() => Int, { description: 'Its number among the versions of the year.' })
  version!: number;

  @Field(() => CostStageEnum, { description: 'Whether it is about the expected or the actual cost.' })
  stage!: Stage;

  @Field(() => CostSchemeStateEnum, { description: 'Where it stands.' })
  state!: SchemeState;

  @Field(() => Boolean, { description: 'Whether it is the newest version of the year that is agreed.' })
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

  @Field(() => Money, { description: 'The cost.' })
  cost!: Money;

  @Field(() => Money, {
    description: 'What the year before carries on; below 0 when more was charged than it cost.',
  })
  carried!: Money;

  @Field(() => Money, { description: 'What all members are charged together.' })
  charged!: Money;

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

  @Field(() => [CostSchemeMemberType], { description: 'Every member with its share.' })
  members!: CostSchemeMemberType[];

  @Field(() => ID, { description: 'Who proposed it.' })
  proposedById!: string;

  @Field(() => DateTimeScalar, { description: 'When it was proposed.' })
  proposedAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was agreed; null before.' })
  agreedAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether you may agree it now.' })
  mayAgree!: boolean;
}

type PartSeen = { readonly day: LocalDate; readonly amount: bigint };
export const toPart = ({ day, amount }: PartSeen): CostPartType => ({ day, amount: toMoney(amount) });

/** A version with the names of its members and of its offering, for whoever asks. */
export const toScheme = (
  { scheme, state, holds }: SchemeSeen,
  names: { readonly offeringTitle: string; readonly nameOf: (tenantId: string) => string },
  { actor, roles }: Caller,
): CostSchemeType => {
  const waits = state === 'ESTIMATED' || state === 'ACTUAL_PROPOSED';
  return {
    id: toPublicId('costScheme', scheme.id),
    offeringId: toPublicId('offering', scheme.offeringId),
    offeringTitle: names.offeringTitle,
    ...{ year: scheme.year, version: scheme.version, stage: scheme.stage, state, holds },
    ...{ basis: scheme.basis, driver: scheme.driver },
    dampingPercent: scheme.dampingPercent?.toDecimalString() ?? null,
    tolerancePoints: scheme.tolerancePoints.toDecimalString(),
    cost: toMoney(scheme.cost),
    carried: toMoney(scheme.carried),
    charged: toMoney(chargedBy(scheme)),
    settlement: scheme.settlement,
    reshared: scheme.reshared,
    members: scheme.members
      .map((member) => ({
        memberId: toPublicId('body', member.tenantId),
        memberName: names.nameOf(member.tenantId),
        figure: member.figure?.toDecimalString() ?? null,
        figureSource: member.figureSource,
        months: member.months,
        shareBefore: member.before === null ? null : formatShare(member.before),
        share: formatShare(member.share),
        amount: toMoney(member.amount),
        parts: member.parts.map(toPart),
        trueUp: member.trueUp && toPart(member.trueUp),
      }))
      .sort((a, b) => (a.memberName < b.memberName ? -1 : 1)),
    proposedById: toPublicId('person', scheme.proposedBy),
    proposedAt: scheme.proposedAt,
    agreedAt: scheme.agreedAt,
    mayAgree: waits && mayDo(roles, 'cost:agree') && scheme.proposedBy !== actor.identity.personId,
  };
};
