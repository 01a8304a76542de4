import { err, Exact, ok, refuse, type Refusal, type Result } from '#libs/kernel';
import { boundsAround, splitWithin, UNBOUNDED, type Bounds } from './damping.js';
import type { MemberInYear } from './member-in-year.js';
import type { SharingTerms } from './scheme.js';
import { formatShare, WHOLE } from './share.js';
import { weightOf, type Weight } from './weights.js';

/** A member with its share of the whole. */
export interface Shared {
  readonly member: MemberInYear;
  readonly figure: Exact | null;
  readonly source: string | null;
  readonly share: bigint;
}

/**
 * The shares of all members, which add up to exactly 100%, in the order of their ids. Refuses everything that is wrong
 * with what was entered, APPORTION_SUM when fixed shares do not add up, SHARES_ALL_ZERO when nobody weighs anything,
 * and DAMPING_IMPOSSIBLE.
 */
export const shareOut = (terms: SharingTerms, given: readonly MemberInYear[]): Result<readonly Shared[]> => {
  const members = [...given].sort((a, b) => (a.tenantId < b.tenantId ? -1 : 1));
  const weights: Weight[] = [];
  const faults: Refusal[] = [];
  for (const member of members) {
    const weight = weightOf(member, terms);
    if ('weight' in weight) weights.push(weight);
    else faults.push(...weight);
  }
  if (faults.length > 0) return err(faults);
  const whole = Exact.sum(weights.map(({ weight }) => weight));
  if (terms.basis === 'FIXED' && !whole.equals(Exact.of(WHOLE)))
    return err(refuse('APPORTION_SUM', { sum: formatShare(whole.floor()) }, ['members']));
  if (whole.isZero()) return err(refuse('SHARES_ALL_ZERO', {}, ['members']));

  const bounded = members.map((member, place) => {
    const { weight } = weights[place] ?? { weight: Exact.ZERO };
    return { weight, ...boundsOf(member, weight, terms) };
  });
  const shares = splitWithin(bounded);
  if (shares === null) {
    const percent = terms.dampingPercent?.toDecimalString() ?? '';
    return err(refuse('DAMPING_IMPOSSIBLE', { percent }, ['dampingPercent']));
  }
  return ok(
    members.map((member, place) => ({
      member,
      figure: weights[place]?.figure ?? null,
      source: weights[place]?.source ?? null,
      share: shares[place] ?? 0n,
    })),
  );
};

const NOTHING: Bounds = { least: 0n, most: 0n };

const boundsOf = (
  { months, before }: MemberInYear,
  weight: Exact,
  { dampingPercent }: SharingTerms,
): Bounds => {
  if (months.length === 0) return NOTHING;
  if (before !== null && before > 0n && dampingPercent !== null) return boundsAround(before, dampingPercent);
  // Whoever is new and weighs nothing takes nothing, even where the others are held.
  return weight.isZero() ? NOTHING : UNBOUNDED;
};
