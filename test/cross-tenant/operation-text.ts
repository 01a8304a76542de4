import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { limits } from '../../apps/api/src/graphql/limits.js';

/** One variable of an operation: an argument of its own, or of a field below it. */
export interface Variable {
  readonly name: string;
  /** Where the argument stands, such as `invoice.id`, `callOffAward.input` or `callOff.usage.meterId`. */
  readonly path: string;
  readonly type: GraphQLInputType;
}

/** An operation that asks for all that the limits of the API let one request ask for. */
export interface OperationText {
  readonly kind: 'query' | 'mutation';
  readonly name: string;
  readonly text: string;
  readonly variables: readonly Variable[];
  /** Every field that it selects, as `Type.field`. */
  readonly selected: ReadonlySet<string>;
  /** The same operation asking for nothing, for callers whom its rule keeps out before anything is selected. */
  readonly brief: { readonly text: string; readonly variables: readonly Variable[] };
}

interface Size {
  readonly depth: number;
  /** Page size of the operation's own list, and of the lists below it. */
  readonly first: number;
  readonly firstBelow: number;
}

/** What was written so far, and what the next level needs to know. */
interface Writing {
  readonly size: Size;
  readonly variables: Variable[];
  readonly selected: Set<string>;
}

const DEEPEST = 9;
const SHALLOWEST = 3;
const PAGES = [
  [100, 20],
  [50, 10],
  [50, 3],
  [20, 3],
  [10, 3],
  [3, 3],
] as const;

/** The widest text of a root field that one request may hold. Throws when even the smallest is too much. */
export const operationText = (
  schema: GraphQLSchema,
  kind: 'query' | 'mutation',
  name: string,
): OperationText => {
  const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  const field = root?.getFields()[name];
  if (!root || !field) throw new Error(`the schema has no ${kind} ${name}`);
  const brief = briefText(kind, field);
  for (let depth = DEEPEST; depth >= SHALLOWEST; depth -= 1)
    for (const [first, firstBelow] of PAGES) {
      const writing: Writing = { size: { depth, first, firstBelow }, variables: [], selected: new Set() };
      const { variables, selected } = writing;
      const body = writeField(schema, root.name, field, { path: name, above: [], left: depth, writing });
      const text = wholeText(kind, variables, body.text);
      if (body.cost <= limits.cost && tokensOf(text) <= limits.tokens)
        return { kind, name, text, variables, selected, brief };
    }
  throw new Error(`even the smallest text of ${name} is more than one request may ask for`);
};

/** Every operation of a schema, by kind and name. */
export const operationTexts = (schema: GraphQLSchema): OperationText[] => [
  ...Object.keys(schema.getQueryType()?.getFields() ?? {}).map((name) =>
    operationText(schema, 'query', name),
  ),
  ...Object.keys(schema.getMutationType()?.getFields() ?? {}).map((name) =>
    operationText(schema, 'mutation', name),
  ),
];

/** Every field of an object type that an answer could hold. */
export const fieldsOfAnswers = (schema: GraphQLSchema): string[] => {
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name]);
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__') && !roots.has(type.name))
    .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
    .sort();
};

const wholeText = (kind: string, variables: readonly Variable[], body: string): string => {
  const declared = variables.map((variable) => `$${variable.name}: ${String(variable.type)}`);
  return `${kind}${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${body} }`;
};

const briefText = (kind: string, field: GraphQLField<unknown, unknown>): OperationText['brief'] => {
  const size = { depth: 1, first: 3, firstBelow: 3 };
  const writing: Writing = { size, variables: [], selected: new Set() };
  const { text } = writeArguments(field.args, { path: field.name, above: [], left: 1, writing });
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : '';
  return {
    text: wholeText(kind, writing.variables, `${field.name}${text}${selection}`),
    variables: writing.variables,
  };
};

const tokensOf = (text: string): number => text.match(/[\w]+|\.\.\.|[^\s\w.]/g)?.length ?? 0;

interface Written {
  readonly text: string;
  readonly cost: number;
}
interface Place {
  readonly path: string;
  /** Types on the way here: where one comes again, only its plain fields are asked for. */
  readonly above: readonly string[];
  readonly left: number;
  readonly writing: Writing;
}

const writeField = (
  schema: GraphQLSchema,
  parent: string,
  field: GraphQLField<unknown, unknown>,
  place: Place,
): Written => {
  const { writing } = place;
  const type = getNamedType(field.type);
  const declared = writing.variables.length;
  const { text: args, first } = writeArguments(field.args, place);
  const inner = isCompositeType(type) ? writeSelection(schema, type, place) : null;
  if (inner?.text === '') {
    writing.variables.length = declared;
    return { text: '', cost: 0 };
  }
  writing.selected.add(`${parent}.${field.name}`);
  return {
    text: `${field.name}${args}${inner ? ` { ${inner.text} }` : ''}`,
    cost: 1 + (first ?? 1) * (inner?.cost ?? 0),
  };
};

const writeArguments = (
  args: readonly GraphQLArgument[],
  { path, above, writing }: Place,
): { text: string; first: number | null } => {
  const isRoot = above.length === 0;
  let first: number | null = null;
  const written = args.flatMap((arg) => {
    if (arg.name === 'first') {
      first = isRoot ? writing.size.first : writing.size.firstBelow;
      return [`first: ${first}`];
    }
    if (!isRoot && !isRequiredArgument(arg) && !holdsId(arg.type)) return [];
    const argPath = `${path}.${arg.name}`;
    const name = isRoot ? arg.name : argPath.replaceAll('.', '_');
    if (!writing.variables.some((variable) => variable.name === name))
      writing.variables.push({ name, path: argPath, type: arg.type });
    return [`${arg.name}: $${name}`];
  });
  return { text: written.length > 0 ? `(${written.join(', ')})` : '', first };
};

const writeSelection = (schema: GraphQLSchema, type: GraphQLCompositeType, place: Place): Written => {
  const { above, left } = place;
  if (left <= 1) return { text: '', cost: 0 };
  if (isAbstractType(type)) return writeAbstract(schema, type, place);
  const fields = Object.values(type.getFields());
  const again = above.includes(type.name);
  return writeFields(schema, type.name, again ? fields.filter(isPlain) : fields, place);
};

const writeFields = (
  schema: GraphQLSchema,
  type: string,
  fields: readonly GraphQLField<unknown, unknown>[],
  { path, above, left, writing }: Place,
): Written => {
  const below = { above: [...above, type], left: left - 1, writing };
  const all = fields
    .map((field) => writeField(schema, type, field, { ...below, path: `${path}.${field.name}` }))
    .filter(({ text }) => text !== '');
  return { text: all.map(({ text }) => text).join(' '), cost: all.reduce((sum, { cost }) => sum + cost, 0) };
};

const isPlain = ({ type }: GraphQLField<unknown, unknown>): boolean => !isCompositeType(getNamedType(type));

/** The fields that all share, and for each possible type a fragment with its own. */
const writeAbstract = (
  schema: GraphQLSchema,
  type: GraphQLCompositeType & { name: string },
  place: Place,
): Written => {
  if (!isAbstractType(type)) return { text: '', cost: 0 };
  const shared = isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const own = new Set(shared.map(({ name }) => name));
  const parts = [writeFields(schema, type.name, shared, place)];
  for (const possible of schema.getPossibleTypes(type)) {
    for (const name of own) place.writing.selected.add(`${possible.name}.${name}`);
    const rest = Object.values(possible.getFields()).filter(({ name }) => !own.has(name));
    const inner = writeFields(schema, possible.name, rest, place);
    if (inner.text !== '')
      parts.push({ text: `... on ${possible.name} { ${inner.text} }`, cost: inner.cost });
  }
  return {
    text: ['__typename', ...parts.map(({ text }) => text)].join(' '),
    cost: 1 + parts.reduce((sum, { cost }) => sum + cost, 0),
  };
};

/** Whether an argument is an id, or an input that holds one. */
export const holdsId = (type: GraphQLInputType, above: readonly string[] = []): boolean => {
  const named = getNamedType(type);
  if (named.name === 'ID') return true;
  if (!isInputObjectType(named) || above.includes(named.name)) return false;
  return Object.values(named.getFields()).some((field) => holdsId(field.type, [...above, named.name]));
};
