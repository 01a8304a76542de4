import { allocate, Exact } from '#libs/kernel';
import { WHOLE } from './share.js';

/** How little and how much a member's share may be. */
export interface Bounds {
  readonly least: bigint;
  readonly most: bigint;
}

export interface BoundedWeight extends Bounds {
  readonly weight: Exact;
}

/** A share that changes by at most so many per cent of what it was, itself included. */
export const boundsAround = (before: bigint, dampingPercent: Exact): Bounds => {
  const hundred = Exact.of(100n);
  const of = (percent: Exact): Exact => Exact.of(before).times(percent).over(hundred);
  const most = of(hundred.plus(dampingPercent)).floor();
  return { least: of(hundred.minus(dampingPercent)).ceil(), most: most < WHOLE ? most : WHOLE };
};

export const UNBOUNDED: Bounds = { least: 0n, most: WHOLE };

/**
 * Splits the whole by weights, as far as each share stays within its bounds: what those take who are held, the others
 * have less of by their weights. Null when no such shares add up to the whole. What is left after rounding down goes
 * to the largest remainders, ties in the given order.
 *
 * Members beyond their bounds are held one side at a time, the side that is beyond by more in all, and the rest is
 * split again; so the shares are those of one common scale, each cut to its bounds.
 */
export const splitWithin = (members: readonly BoundedWeight[]): bigint[] | null => {
  if (sumOf(members, 'least') > WHOLE || sumOf(members, 'most') < WHOLE) return null;
  const shares = new Map<BoundedWeight, bigint>();
  let rest = WHOLE;
  for (let free = members; free.length > 0;) {
    const wanted = proportions(rest, free);
    const beyond = free.map((member, place) => beyondBounds(wanted[place] ?? Exact.ZERO, member));
    const inAll = Exact.sum(beyond);
    const held = free.filter((_, place) => {
      const by = beyond[place] ?? Exact.ZERO;
      return by.isZero() ? false : inAll.isZero() || by.isNegative() === inAll.isNegative();
    });
    for (const member of held) {
      const share = (beyond[free.indexOf(member)] ?? Exact.ZERO).isNegative() ? member.most : member.least;
      shares.set(member, share);
      rest -= share;
    }
    free = free.filter((member) => !held.includes(member));
    if (!inAll.isZero()) continue;
    const split = splitRest(rest, free);
    free.forEach((member, place) => shares.set(member, split[place] ?? 0n));
    break;
  }
  return members.map((member) => shares.get(member) ?? 0n);
};

/** What each would have by its weight; when nobody of them weighs anything, by the room that its bounds leave. */
const proportions = (rest: bigint, free: readonly BoundedWeight[]): Exact[] => {
  const weights = free.map(({ weight }) => weight);
  const whole = Exact.sum(weights);
  if (!whole.isZero()) return weights.map((weight) => Exact.of(rest).times(weight).over(whole));
  const room = sumOf(free, 'most') - sumOf(free, 'least');
  const above = rest - sumOf(free, 'least');
  return free.map(({ least, most }) =>
    room === 0n ? Exact.of(least) : Exact.of(least).plus(Exact.of(above * (most - least), room)),
  );
};

/** Whole shares of those whose proportions lie within their bounds. */
const splitRest = (rest: bigint, free: readonly BoundedWeight[]): bigint[] => {
  const wanted = proportions(rest, free);
  return rest === 0n ? wanted.map(() => 0n) : allocate(rest, wanted);
};

/** How much more than wanted its least is, or (below 0) how much less its most is. */
const beyondBounds = (wanted: Exact, { least, most }: Bounds): Exact => {
  if (wanted.compare(Exact.of(least)) < 0) return Exact.of(least).minus(wanted);
  return wanted.compare(Exact.of(most)) > 0 ? Exact.of(most).minus(wanted) : Exact.ZERO;
};

const sumOf = (members: readonly Bounds[], bound: keyof Bounds): bigint =>
  members.reduce((sum, member) => sum + member[bound], 0n);
