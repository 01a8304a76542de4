import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { randomUUID } from 'node:crypto';
import type { Input } from './keyed.js';

export interface Mutation {
  readonly name: string;
  readonly text: string;
  readonly takesKey: boolean;
  readonly input: GraphQLInputObjectType | null;
}

/** Every mutation of the schema, asking for the ids of what it made and why it was refused. */
export const mutationsOf = (schema: GraphQLSchema): Mutation[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => {
    const arg = field.args.find(({ name }) => name === 'input');
    const input = arg ? getNamedType(arg.type) : null;
    const inputType = isInputObjectType(input) ? input : null;
    const payload = getNamedType(field.type);
    if (!isObjectType(payload)) throw new Error(`${field.name} answers no payload`);
    const fields = Object.values(payload.getFields()).flatMap(({ name, type }) => {
      const named = getNamedType(type);
      if (name === 'userErrors') return ['userErrors { code message path }'];
      if (SECRETS.has(name)) return [];
      if (!isCompositeType(named)) return [name];
      return isObjectType(named) && named.getFields()['id'] ? [`${name} { id }`] : [`${name} { __typename }`];
    });
    const head = inputType
      ? `mutation($input: ${inputType.name}!) { ${field.name}(input: $input)`
      : `mutation { ${field.name}`;
    return {
      name: field.name,
      text: `${head} { ${fields.join(' ')} } }`,
      takesKey: inputType?.getFields()['idempotencyKey'] !== undefined,
      input: inputType,
    };
  });

/** Shown once, so that a repeat answers without them. */
const SECRETS = new Set(['secret', 'token']);

/** One value of an input, and the same input with another value there. */
export interface Change {
  /** `price.unit`; its first part is the field that a refusal names. */
  readonly path: string;
  readonly input: Input;
}

/** The input with each of its values changed in turn; a choice of one has no other value. */
export const changesOf = (
  type: GraphQLInputObjectType,
  input: Input,
  given: Readonly<Record<string, unknown>> = {},
): Change[] =>
  leavesIn(type, input, [])
    .map(({ path, leaf }) => {
      const name = path.filter((part) => typeof part === 'string').join('.');
      return {
        path: name,
        input: changedAt(input, path, (value) => given[name] ?? other(leaf, value)) as Input,
      };
    })
    .filter((change) => JSON.stringify(change.input) !== JSON.stringify(input));

type Path = readonly (string | number)[];

const leavesIn = (
  type: GraphQLInputType,
  value: unknown,
  path: Path,
): { path: Path; leaf: GraphQLInputType }[] => {
  const nullable = getNullableType(type);
  if (value === null || value === undefined) return [];
  if (isListType(nullable)) {
    const item = getNullableType(nullable.ofType);
    // A list of plain values is one value; of a list of inputs the first is enough.
    return isInputObjectType(item) && Array.isArray(value)
      ? leavesIn(item, value[0], [...path, 0])
      : [{ path, leaf: nullable }];
  }
  if (!isInputObjectType(nullable)) return [{ path, leaf: nullable }];
  return Object.values(nullable.getFields())
    .filter(({ name }) => name !== 'idempotencyKey')
    .flatMap((field) =>
      leavesIn(field.type, (value as Record<string, unknown>)[field.name], [...path, field.name]),
    );
};

const changedAt = (value: unknown, [head, ...rest]: Path, change: (value: unknown) => unknown): unknown => {
  if (head === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item: unknown, i) => (i === head ? changedAt(item, rest, change) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [head]: changedAt(object[String(head)], rest, change) };
};

/** Another value of the same type. */
const other = (type: GraphQLInputType, value: unknown): unknown => {
  const nullable = isNonNullType(type) ? getNullableType(type) : type;
  if (isListType(nullable)) return (value as unknown[]).map((item) => other(nullable.ofType, item));
  const named = getNamedType(nullable);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  if ('getValues' in named) return named.getValues().find(({ name }) => name !== text)?.name ?? text;
  if (named.name === 'ID') return text.replace(/_.*$/, `_${randomUUID().replaceAll('-', '')}`);
  if (named.name === 'Decimal') return `1${text}`;
  if (named.name === 'LocalDate') return text.replace(/\d\d$/, (day) => (day === '17' ? '18' : '17'));
  return `${text} changed`;
};
