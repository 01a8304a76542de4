import { Exact, exact, roundToPence, type Pence } from '#libs/kernel';
import { rate, type Component, type Price } from '#libs/pricing';
import type { Meter } from './offering.js';

/** What one complete month would cost at a price, for people who want to see the price at work. */
export interface WorkedExample {
  /** The month's use that it is worked out for. */
  readonly quantity: Exact;
  /** For how many residents that is typical; null when it is just a round figure. */
  readonly residents: number | null;
  /** The unrounded steps, in pounds. */
  readonly steps: readonly Component[];
  /** Their sum without VAT, rounded once. */
  readonly net: Pence;
}

/** About the size of a district council's area. */
const RESIDENTS = 100_000;
/** Residents by the thousand, over the months of a year. */
const THOUSANDS_A_MONTH = exact(String(RESIDENTS / 1000)).over(exact('12'));
const ROUND_FIGURE = exact('1000');

/**
 * A price at work: for a twelfth of what 100,000 residents typically use in a year, in whole units, or for 1,000 units
 * where nobody has said; for one unit of what is not metered. Amounts for single events are left out, for an example knows a quantity only.
 */
export const workedExample = (
  price: Price,
  { charge, typicalPerThousand }: Pick<Meter, 'charge' | 'typicalPerThousand'>,
): WorkedExample => {
  const typical = Exact.of((typicalPerThousand ?? Exact.ZERO).times(THOUSANDS_A_MONTH).round());
  const known = !typical.isZero();
  const otherwise = charge === 'USAGE' ? ROUND_FIGURE : Exact.ONE;
  const quantity = known ? typical : otherwise;
  const { components, exact: worth } = rate(price, { quantity, events: 0, final: true });
  return { quantity, residents: known ? RESIDENTS : null, steps: components, net: roundToPence(worth) };
};
