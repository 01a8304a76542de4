import { Exact } from '#libs/kernel';
import type { DaysOf, Share } from './price.js';

/** A part of a period as an exact fraction. Throws a RangeError when the days are not whole or more than all. */
export const fractionOf = ({ days, of }: DaysOf): Exact => {
  if (!isDaysOf(days, of))
    throw new RangeError('days must be whole and between 0 and all days of the period');
  return Exact.of(BigInt(days), BigInt(of));
};

export const isDaysOf = (days: unknown, of: unknown): boolean =>
  Number.isSafeInteger(days) &&
  Number.isSafeInteger(of) &&
  0 <= (days as number) &&
  (days as number) <= (of as number) &&
  (of as number) >= 1;

export const shareOf = (prorate: DaysOf | null): Share =>
  prorate === null
    ? { factor: Exact.ONE, words: '' }
    : { factor: fractionOf(prorate), words: ` (${prorate.days} of ${prorate.of} days)` };
