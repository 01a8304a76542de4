import type { Form, FormValue } from './form.js';
import { invalid } from './refusal.js';

/** What a parameter may be. */
export type Shape =
  | { readonly kind: 'text' | 'integer' | 'boolean' | 'metadata' }
  | { readonly kind: 'one of'; readonly values: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly members: Shapes };
/** Parameters by name; one that ends with ! must be given. */
export type Shapes = Readonly<Record<string, Shape>>;

export const text: Shape = { kind: 'text' };
export const integer: Shape = { kind: 'integer' };
export const boolean: Shape = { kind: 'boolean' };
export const metadata: Shape = { kind: 'metadata' };
export const oneOf = (...values: readonly string[]): Shape => ({ kind: 'one of', values });
export const listOf = (of: Shape): Shape => ({ kind: 'list', of });
export const object = (members: Shapes): Shape => ({ kind: 'object', members });

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type Params = Readonly<Record<string, Json>>;

/** Parameters as the endpoint understands them. Throws in Stripe's words on anything that it does not. */
export const readParams = (form: Form, shapes: Shapes, path = ''): Params => {
  const known = new Map(Object.entries(shapes).map(([name, shape]) => [name.replace('!', ''), shape]));
  const nameOf = (name: string): string => (path === '' ? name : `${path}[${name}]`);
  for (const name of Object.keys(form))
    if (!known.has(name))
      throw invalid(`Received unknown parameter: ${nameOf(name)}`, nameOf(name), 'parameter_unknown');
  for (const name of Object.keys(shapes).filter((wanted) => wanted.endsWith('!'))) {
    const plain = name.slice(0, -1);
    if (form[plain] === undefined || form[plain] === '')
      throw invalid(`Missing required param: ${nameOf(plain)}.`, nameOf(plain), 'parameter_missing');
  }
  return Object.fromEntries(
    Object.entries(form).map(([name, value]) => [name, read(value, known.get(name) ?? text, nameOf(name))]),
  );
};

const read = (value: FormValue, shape: Shape, name: string): Json => {
  if (shape.kind === 'object') {
    if (!isObject(value)) throw invalid('Invalid object', name, 'parameter_invalid_object');
    return readParams(value, shape.members, name);
  }
  if (shape.kind === 'list') {
    if (!Array.isArray(value)) throw invalid('Invalid array', name);
    return (value as readonly FormValue[]).map((member, i) => read(member, shape.of, `${name}[${i}]`));
  }
  if (shape.kind === 'metadata') return readMetadata(value, name);
  if (typeof value !== 'string') throw invalid(`Invalid string: ${JSON.stringify(value)}`, name);
  return readText(value, shape, name);
};

const isObject = (value: FormValue): value is Form => typeof value === 'object' && !Array.isArray(value);

const readMetadata = (value: FormValue, name: string): Json => {
  if (!isObject(value)) throw invalid('Invalid object', name);
  for (const [key, words] of Object.entries(value)) {
    if (typeof words !== 'string') throw invalid('Metadata values must be strings', `${name}[${key}]`);
    if (key.length > 40 || words.length > 500) throw invalid('Metadata is too long', `${name}[${key}]`);
  }
  return value;
};

const readText = (
  value: string,
  shape: Exclude<Shape, { kind: 'object' | 'list' | 'metadata' }>,
  name: string,
): Json => {
  if (shape.kind === 'integer') {
    if (!/^-?\d{1,15}$/.test(value))
      throw invalid(`Invalid integer: ${value}`, name, 'parameter_invalid_integer');
    return Number(value);
  }
  if (shape.kind === 'boolean') {
    if (value !== 'true' && value !== 'false') throw invalid(`Invalid boolean: ${value}`, name);
    return value === 'true';
  }
  if (shape.kind === 'one of' && !shape.values.includes(value))
    throw invalid(`Invalid ${name}: must be one of ${shape.values.join(', ')}`, name);
  return value;
};
