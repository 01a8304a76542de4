import { registerEnumType } from '@nestjs/graphql';
import { quarantineStates, usageKeyStates } from '#libs/metering';

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
