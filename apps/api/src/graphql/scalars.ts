import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { parseDecimal, parseLocalDate } from '#libs/kernel';

const text = (what: string, value: unknown): string => {
  if (typeof value !== 'string')
    throw new GraphQLError(`${what} must be sent as text.`, { extensions: { code: 'BAD_USER_INPUT' } });
  return value;
};
const literal = (what: string, node: ValueNode): string =>
  text(what, node.kind === Kind.STRING ? node.value : undefined);
const bad = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

const strictText = (config: {
  name: string;
  description: string;
  what: string;
  read: (value: string) => string | null;
  example: string;
}): GraphQLScalarType => {
  const parse = (value: string): string => {
    const parsed = config.read(value);
    if (parsed === null) throw bad(`${config.what} must be written like "${config.example}".`);
    return parsed;
  };
  return new GraphQLScalarType({
    name: config.name,
    description: config.description,
    serialize: (value) => parse(text(config.what, value)),
    parseValue: (value) => parse(text(config.what, value)),
    parseLiteral: (node) => parse(literal(config.what, node)),
  });
};

export const LocalDateScalar = strictText({
  name: 'LocalDate',
  description: 'A date without a time, as YYYY-MM-DD, in the Europe/London calendar.',
  what: 'A date',
  read: (value) => parseLocalDate(value),
  example: '2026-04-01',
});

export const DecimalScalar = strictText({
  name: 'Decimal',
  description: 'An exact decimal number as text, such as "1234.50". Never a JSON number.',
  what: 'An amount',
  read: (value) => (parseDecimal(value, { allowNegative: true, maxPlaces: 20 }) === null ? null : value),
  example: '12.34',
});

export const IdempotencyKeyScalar = strictText({
  name: 'IdempotencyKey',
  description:
    'A key that you make for one request: 8 to 128 letters, numbers, hyphens or underscores. The same key with the same input answers the first result; with other input it is refused.',
  what: 'An idempotency key',
  read: (value) => (/^[A-Za-z0-9_-]{8,128}$/.test(value) ? value : null),
  example: 'a1b2c3d4-e5f6',
});

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const readInstant = (value: string): Date => {
  const instant = new Date(value);
  const realDay = parseLocalDate(value.slice(0, 10)) !== null;
  if (!INSTANT.test(value) || !realDay || Number.isNaN(instant.getTime()))
    throw bad('A time must be written with its offset, like "2026-04-01T09:30:00Z".');
  return instant;
};

export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant as RFC 3339 with an offset; answered in UTC with Z.',
  serialize: (value) => {
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) throw new Error('not an instant');
    return value.toISOString();
  },
  parseValue: (value) => readInstant(text('A time', value)),
  parseLiteral: (node) => readInstant(literal('A time', node)),
});
