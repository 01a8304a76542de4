export type Json =
  | string
  | number
  | boolean
  | null
  | bigint
  | Date
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/** One text for one value: keys sorted, undefined left out, big integers and instants as strings. */
export const canonicalJson = (value: Json | undefined): string => {
  if (value === undefined) return 'null';
  if (typeof value === 'bigint') return JSON.stringify(value.toString());
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`;
  const record = value as Readonly<Record<string, Json | undefined>>;
  const keys = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`).join(',')}}`;
};
