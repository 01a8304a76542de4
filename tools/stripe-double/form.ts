import { invalid } from './refusal.js';

/** What a form holds: texts, lists and objects of them. */
export type FormValue = string | readonly FormValue[] | { readonly [name: string]: FormValue };
export type Form = Readonly<Record<string, FormValue>>;

interface Nest {
  [name: string]: string | Nest;
}

/** Reads `a=1&b[c]=2&d[0]=3`, as Stripe's packages write it. */
export const parseForm = (text: string): Form => {
  const root: Nest = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const [first = '', ...rest] = name
      .split('[')
      .map((part, i) => (i === 0 ? part : part.replace(/\]$/, '')));
    let at = root;
    let key = first;
    for (const part of rest) {
      const below = (at[key] ??= {});
      if (typeof below === 'string')
        throw invalid(`Invalid request: ${name} is both a value and an object`, first);
      at = below;
      key = part === '' ? String(Object.keys(below).length) : part;
    }
    if (at[key] !== undefined) throw invalid(`Invalid request: ${name} is given twice`, first);
    at[key] = value;
  }
  return settle(root) as Form;
};

/** Numbered members are a list. */
const settle = (value: string | Nest): FormValue => {
  if (typeof value === 'string') return value;
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([name], i) => name === String(i)))
    return entries.map(([, member]) => settle(member));
  return Object.fromEntries(entries.map(([name, member]) => [name, settle(member)]));
};
