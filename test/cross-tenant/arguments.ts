import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
  type GraphQLLeafType,
} from 'graphql';
import type { OperationText } from './operation-text.js';

/** A value that a caller fills in: an argument, or a field of an input, at any depth. */
export interface Leaf {
  /** `callOffAward.input.optInId`; an item of a list has its list's path. */
  readonly path: string;
  readonly type: GraphQLLeafType;
  readonly required: boolean;
  /** Whether it is an item of a list. */
  readonly listed: boolean;
}

/** Leaves a value out, which only an optional one may be. */
export const LEFT_OUT = Symbol('left out');

/** Every value that an operation can be given. An input that holds itself is opened once. */
export const leavesOf = ({ variables }: Pick<OperationText, 'variables'>): Leaf[] =>
  variables.flatMap(({ path, type }) => leavesUnder(path, type, [], isNonNullType(type), false));

const leavesUnder = (
  path: string,
  type: GraphQLInputType,
  above: readonly string[],
  required: boolean,
  listed: boolean,
): Leaf[] => {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return leavesUnder(path, nullable.ofType, above, required, true);
  const named = getNamedType(nullable);
  if (!isInputObjectType(named)) return [{ path, type: named, required, listed }];
  if (above.includes(named.name)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    leavesUnder(
      `${path}.${field.name}`,
      field.type,
      [...above, named.name],
      required && isNonNullType(field.type),
      listed,
    ),
  );
};

export const idPathsOf = (text: OperationText): string[] =>
  leavesOf(text)
    .filter(({ type }) => type.name === 'ID')
    .map(({ path }) => path);

/** Variables with a value for every leaf, or for a whole input where `valueOf` knows one for its path. */
export const variablesOf = (
  { variables }: Pick<OperationText, 'variables'>,
  whole: Readonly<Record<string, unknown>>,
  valueOf: (leaf: Leaf) => unknown,
): Record<string, unknown> =>
  Object.fromEntries(
    variables.flatMap(({ name, path, type }) => {
      const value = valueAt(path, type, [], whole, valueOf);
      return value === LEFT_OUT ? [] : [[name, value]];
    }),
  );

const valueAt = (
  path: string,
  type: GraphQLInputType,
  above: readonly string[],
  whole: Readonly<Record<string, unknown>>,
  valueOf: (leaf: Leaf) => unknown,
): unknown => {
  if (Object.hasOwn(whole, path)) return whole[path];
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const item = valueAt(path, nullable.ofType, above, whole, valueOf);
    return item === LEFT_OUT ? LEFT_OUT : [item];
  }
  const named = getNamedType(nullable);
  if (!isInputObjectType(named))
    return valueOf({ path, type: named, required: isNonNullType(type), listed: false });
  if (above.includes(named.name)) return LEFT_OUT;
  return Object.fromEntries(
    Object.values(named.getFields()).flatMap((field) => {
      const value = valueAt(`${path}.${field.name}`, field.type, [...above, named.name], whole, valueOf);
      return value === LEFT_OUT ? [] : [[field.name, value]];
    }),
  );
};

/** A value that its type takes; what an operation needs beyond that stands in argument-values.ts. */
export const plausible = ({ path, type }: Leaf): unknown => {
  if (isEnumType(type)) return type.getValues()[0]?.name;
  const value = byScalar[type.name];
  if (!value) throw new Error(`no value is known for the type ${type.name} of ${path}`);
  return value(path.split('.').at(-1) ?? path);
};

const byScalar: Readonly<Record<string, (field: string) => unknown>> = {
  String: (field) => `Words for ${field}`,
  Int: () => 1,
  Boolean: () => true,
  LocalDate: () => '2026-08-01',
  DateTime: () => '2026-07-01T09:00:00Z',
  Decimal: () => '10.00',
  IdempotencyKey: () => `key-${randomUUID()}`,
};
