import type { Refusal } from './refusal.js';

/** The outcome of an action: a value, or every reason why it was refused (never empty). */
export type Result<T> = Ok<T> | Refused;
export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}
export interface Refused {
  readonly ok: false;
  readonly refusals: readonly Refusal[];
}

export const ok = <T>(value: T): Ok<T> => ({ ok: true, value });

export const err = (refusals: Refusal | readonly Refusal[]): Refused => {
  const list = Array.isArray(refusals) ? (refusals as readonly Refusal[]) : [refusals as Refusal];
  if (list.length === 0) throw new RangeError('a refusal needs at least one reason');
  return { ok: false, refusals: list };
};

/** Ok when nothing was refused, so that a form's faults come all at once. */
export const okUnless = <T>(refusals: readonly Refusal[], value: () => T): Result<T> =>
  refusals.length > 0 ? err(refusals) : ok(value());
