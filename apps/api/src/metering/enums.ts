import { registerEnumType } from '@nestjs/graphql';
import {
  deviationKinds,
  excuseKinds,
  quarantineStates,
  usageKeyStates,
  usageReturnStates,
} from '#libs/metering';

/** The values of a list as an enum object, which is how GraphQL takes them. */
const enumOf = <T extends string>(values: readonly T[]): { readonly [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };

export const UsageKeyStateEnum = enumOf(usageKeyStates);
registerEnumType(UsageKeyStateEnum, {
  name: 'UsageKeyState',
  description: 'Whether a usage key can be used. More may be added.',
  valuesMap: {
    LIVE: { description: 'It can be used.' },
    EXPIRED: { description: 'Its last day is over.' },
    REVOKED: { description: 'It was revoked.' },
  },
});

export const QuarantineStateEnum = enumOf(quarantineStates);
registerEnumType(QuarantineStateEnum, {
  name: 'QuarantineState',
  description: 'What became of usage in quarantine. More may be added.',
  valuesMap: {
    HELD: { description: 'A person has still to decide about it.' },
    RELEASING: { description: 'A person has released it to a member, where it is being recorded.' },
    RELEASED: { description: 'A person released it, and it counts.' },
    REJECTED: { description: 'A person decided that it does not count.' },
  },
});

export const UsageReturnStateEnum = enumOf(usageReturnStates);
registerEnumType(UsageReturnStateEnum, {
  name: 'UsageReturnState',
  description: 'Where a usage return stands. More may be added.',
  valuesMap: {
    DUE: { description: 'It is to be filed, or was sent back; its last day is not over.' },
    LATE: { description: 'It is to be filed, or was sent back; its last day is over.' },
    SUBMITTED: { description: 'It was filed; a figure is unusual and nobody has said why.' },
    VALIDATED: { description: 'It was filed; its figures are usual, or explained.' },
    LOCKED: { description: 'The bill of its month was issued.' },
    REPLACED: { description: 'A later version stands in its place.' },
  },
});

export const ReturnExcuseKindEnum = enumOf(excuseKinds);
registerEnumType(ReturnExcuseKindEnum, {
  name: 'ReturnExcuseKind',
  description: 'Why a month may be billed without its usage return. More may be added.',
  valuesMap: {
    NO_USAGE: { description: 'There was no usage.' },
    OTHER: { description: 'For another reason.' },
  },
});

export const UnusualUsageKindEnum = enumOf(deviationKinds);
registerEnumType(UnusualUsageKindEnum, {
  name: 'UnusualUsageKind',
  description: 'How a month is not like the three before it. More may be added.',
  valuesMap: {
    SPIKE: { description: "More than the framework's limit over the mean of the three months before." },
    GAP: { description: 'No usage, after usage in the three months before.' },
  },
});
