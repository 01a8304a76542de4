import type { Body } from './body.js';

/** A body that an email domain speaks for, and whether the domain proves it. */
export interface Claim {
  readonly body: Body;
  readonly confirmed: boolean;
}

/**
 * The living bodies that an email domain speaks for, each once: a closed body's domain speaks for its successors. A
 * domain that was only read on a website proves nothing.
 */
export const claimsOf = (
  matches: readonly { readonly source: string; readonly living: readonly Body[] }[],
): readonly Claim[] => {
  const claims = new Map<string, Claim>();
  for (const { source, living } of matches) {
    for (const body of living) {
      const confirmed = source !== 'WEBSITE' || claims.get(body.id)?.confirmed === true;
      claims.set(body.id, { body, confirmed });
    }
  }
  return [...claims.values()];
};
