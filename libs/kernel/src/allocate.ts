import { Exact } from './decimal.js';
import type { Pence } from './money.js';

/**
 * Splits a sum by weights so that nothing is lost: each share is rounded towards zero, then the pence left over
 * go one by one to the largest remainders, ties in the given order. A negative sum mirrors the positive one.
 * Throws a RangeError when a weight is negative or none is above 0.
 */
export const allocate = (total: Pence, weights: readonly Exact[]): Pence[] => {
  if (weights.some((weight) => weight.isNegative())) throw new RangeError('a weight is negative');
  const whole = Exact.sum(weights);
  if (whole.isZero()) throw new RangeError('no weight is above 0');
  if (total < 0n) return allocate(-total, weights).map((share) => -share);

  const shares = weights.map((weight) => Exact.of(total).times(weight).over(whole));
  const pence = shares.map((share) => share.floor());
  const byRemainder = shares
    .map((share, index) => ({ index, remainder: share.minus(Exact.of(share.floor())) }))
    .sort((a, b) => b.remainder.compare(a.remainder) || a.index - b.index);
  const left = total - pence.reduce((sum, share) => sum + share, 0n);
  for (const { index } of byRemainder.slice(0, Number(left))) pence[index] = (pence[index] ?? 0n) + 1n;
  return pence;
};
