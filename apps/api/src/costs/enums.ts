import { registerEnumType } from '@nestjs/graphql';
import { bases, schemeStates, settlements, stages } from '#libs/costs';

/** The values of a list as an enum object, which is how GraphQL takes them. */
const enumOf = <T extends string>(values: readonly T[]): { readonly [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };

export const CostBasisEnum = enumOf(bases);
registerEnumType(CostBasisEnum, {
  name: 'CostBasis',
  description: 'What the shares of a cost follow from. More may be added.',
  valuesMap: {
    EQUAL: { description: 'The same for everyone, by the months that each has the service.' },
    FIXED: { description: 'As entered, in per cent.' },
    PER_HEAD: { description: 'The population in the register, by the months that each has the service.' },
    DRIVER: { description: 'A figure of each member, such as its calls.' },
  },
});

export const CostStageEnum = enumOf(stages);
registerEnumType(CostStageEnum, {
  name: 'CostStage',
  description: 'What a version is about.',
  valuesMap: {
    ESTIMATE: { description: 'The cost that is expected of a year.' },
    ACTUAL: { description: 'The cost that a year had.' },
  },
});

export const CostSettlementEnum = enumOf(settlements);
registerEnumType(CostSettlementEnum, {
  name: 'CostSettlement',
  description:
    "What becomes of the difference between a year's cost and what was charged. More may be added.",
  valuesMap: {
    TRUE_UP: { description: 'It is charged or credited, as the true-up.' },
    CARRY: { description: "It is carried on, as a part of the next year's estimate." },
  },
});

export const CostSchemeStateEnum = enumOf(schemeStates);
registerEnumType(CostSchemeStateEnum, {
  name: 'CostSchemeState',
  description: 'Where a version stands. More may be added.',
  valuesMap: {
    ESTIMATED: { description: 'An estimate that waits to be agreed.' },
    ACTUAL_PROPOSED: { description: 'An actual cost that waits to be agreed.' },
    AGREED: { description: 'Agreed; not every member has its share yet.' },
    APPLIED: { description: 'Agreed, and every member has its share.' },
    REPLACED: { description: 'Never agreed: a newer version took its place.' },
  },
});
