import { refusals } from './messages/en/refusals.js';

export type RefusalCode = keyof typeof refusals;

/** The words between braces in a message: `'{a} of {b}'` → `'a' | 'b'`. */
type Placeholders<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type ValuesOf<C extends RefusalCode> = Record<Placeholders<(typeof refusals)[C]>, string>;

/** An expected refusal: a typed code, its sentence, and where in the input it belongs. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  readonly path: readonly string[];
  readonly nextStep: string | null;
}

type Needed<C extends RefusalCode> = [Placeholders<(typeof refusals)[C]>] extends [never]
  ? [values?: Record<string, never>, path?: readonly string[], nextStep?: string]
  : [values: ValuesOf<C>, path?: readonly string[], nextStep?: string];

/** Makes a refusal from its code; the values that its sentence needs are checked by the compiler. */
export const refuse = <C extends RefusalCode>(code: C, ...[values, path, nextStep]: Needed<C>): Refusal => ({
  code,
  message: fill(refusals[code], values ?? {}),
  path: path ?? [],
  nextStep: nextStep ?? null,
});

const fill = (sentence: string, values: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? `{${name}}`);

/** The same refusal, seen from one level further out: `path` is put before its own. */
export const under = (path: readonly string[], refusal: Refusal): Refusal => ({
  ...refusal,
  path: [...path, ...refusal.path],
});
