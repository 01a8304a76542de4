import { allocate, Exact, type Pence } from '#libs/kernel';
import type { MonthOfMember } from './member-in-year.js';
import type { Part } from './scheme.js';

/** An amount in equal monthly parts that add up to it exactly; odd pence go to the first months. */
export const monthParts = (amount: Pence, months: readonly MonthOfMember[]): readonly Part[] => {
  if (months.length === 0) return [];
  const amounts = allocate(
    amount,
    months.map(() => Exact.ONE),
  );
  return months.map((month, place) => ({ ...month, amount: amounts[place] ?? 0n }));
};

/** What the months come to when the year costs so much in all, and what is to be charged beside them. */
export interface Settled {
  readonly parts: readonly Part[];
  /** 0 or more. */
  readonly above: Pence;
}

/**
 * Settles a year at an amount. What it costs more is charged beside the months, which stay; what it costs less is taken
 * off the months, the latest first, so that a credit note names the invoices that billed them. It depends on the
 * estimate's months and the amount alone, whatever was recorded in between.
 */
export const settle = (estimated: readonly Part[], amount: Pence): Settled => {
  const sum = estimated.reduce((whole, part) => whole + part.amount, 0n);
  if (amount >= sum) return { parts: estimated, above: amount - sum };
  let off = sum - amount;
  const parts = [...estimated]
    .reverse()
    .map((part) => {
      const taken = off < part.amount ? off : part.amount;
      off -= taken;
      return { ...part, amount: part.amount - taken };
    })
    .reverse();
  return { parts, above: 0n };
};
