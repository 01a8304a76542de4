import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { carriedOutOf, chargedBy, type SchemeSeen, type SchemeState, type Settlement } from '#libs/costs';
import { toPublicId, type Pence } from '#libs/kernel';
import { Money, toMoney } from '../graphql/index.js';
import { CostSchemeStateEnum, CostSettlementEnum, CostStageEnum } from './enums.js';

@ObjectType('CostVersion', { description: 'A version of a year, in short.' })
export class CostVersionType {
  @Field(() => ID, { description: 'The id of the cost scheme.' })
  id!: string;

  @Field(() => Int, { description: 'Its number among the versions of the year.' })
  version!: number;

  @Field(() => CostStageEnum, { description: 'Whether it is about the expected or the actual cost.' })
  stage!: 'ESTIMATE' | 'ACTUAL';

  @Field(() => CostSchemeStateEnum, { description: 'Where it stands.' })
  state!: SchemeState;

  @Field(() => Boolean, { description: 'Whether it is the newest version of the year that is agreed.' })
  holds!: boolean;
}

@ObjectType('CostYear', {
  description: 'Income against the cost of a service in one financial year, without VAT.',
})
export class CostYearType {
  @Field(() => String, { description: 'The year, such as 2026/27.' })
  year!: string;

  @Field(() => Money, { nullable: true, description: 'The agreed estimate; null while there is none.' })
  estimated!: Money | null;

  @Field(() => Money, { description: 'What the year before carries into it.' })
  carriedIn!: Money;

  @Field(() => Money, { nullable: true, description: 'The agreed actual cost; null while there is none.' })
  actual!: Money | null;

  @Field(() => Money, { description: 'What all members are charged for the year by what is agreed.' })
  charged!: Money;

  @Field(() => Money, {
    description: 'What of the service was invoiced for the year, less credits: every meter of it.',
  })
  invoiced!: Money;

  @Field(() => CostSettlementEnum, {
    nullable: true,
    description: 'What becomes of the difference; null while the actual cost is not agreed.',
  })
  settlement!: Settlement | null;

  @Field(() => Money, {
    nullable: true,
    description:
      'The actual cost with what was carried in, less what is charged: what is carried on. Null while the actual cost is not agreed.',
  })
  carriedOut!: Money | null;

  @Field(() => [CostVersionType], { description: 'Its versions, the newest first.' })
  versions!: CostVersionType[];
}

@ObjectType('CostSharing', { description: 'A service whose cost is shared, with its years.' })
export class CostSharingType {
  @Field(() => ID, { description: 'The offering.' })
  offeringId!: string;

  @Field(() => String, { description: 'Its name.' })
  offeringTitle!: string;

  @Field(() => [CostYearType], { description: 'Income against cost, the newest year first.' })
  years!: CostYearType[];
}

/** The years that versions, newest first, are of. */
export const toYears = (
  versions: readonly SchemeSeen[],
  invoiced: ReadonlyMap<string, Pence>,
): CostYearType[] =>
  [...new Set(versions.map(({ scheme }) => scheme.year))].map((year) => {
    const ofYear = versions.filter(({ scheme }) => scheme.year === year);
    const agreed = ofYear.filter(({ scheme }) => scheme.agreedAt !== null);
    const estimate = agreed.find(({ scheme }) => scheme.stage === 'ESTIMATE')?.scheme;
    const inForce = agreed[0]?.scheme;
    const actual = inForce?.stage === 'ACTUAL' ? inForce : null;
    return {
      year,
      estimated: estimate ? toMoney(estimate.cost) : null,
      carriedIn: toMoney(inForce?.carried ?? 0n),
      actual: actual && toMoney(actual.cost),
      charged: toMoney(inForce ? chargedBy(inForce) : 0n),
      invoiced: toMoney(invoiced.get(year) ?? 0n),
      settlement: actual?.settlement ?? null,
      carriedOut: actual && toMoney(carriedOutOf(actual)),
      versions: ofYear.map(({ scheme: { id, version, stage }, state, holds }) => ({
        ...{ id: toPublicId('costScheme', id), version, stage, state, holds },
      })),
    };
  });
