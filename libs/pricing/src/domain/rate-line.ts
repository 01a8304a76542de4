import { penceToExact, roundToPence, type Exact, type Pence } from '#libs/kernel';
import { partOfPeriod } from './part-of-period.js';
import type { Component, DaysOf, Price } from './price.js';
import { rate, type RateUsage } from './rate.js';

/** Everything that the worth of a line depends on. */
export interface LineInput extends RateUsage {
  readonly price: Price;
  /** Set when a price change split the period: this line is so many of its days. `price` is the whole price. */
  readonly part?: DaysOf | null;
  /** Net pence billed already for the same call-off, meter, period and price version. */
  readonly alreadyBilled: Pence;
  /** VAT as a fraction: 0.2 is 20%. */
  readonly vatRate: Exact;
}

export interface RatedLine {
  /** The unrounded steps, in pounds; they add up to `exact`. */
  readonly lines: readonly Component[];
  /** What the period is worth in all, in pounds, before rounding. */
  readonly exact: Exact;
  /** What is left to bill, or, below 0, to credit: `exact` rounded once, less what is billed already. */
  readonly net: Pence;
  readonly vat: Pence;
  readonly gross: Pence;
}

/** Rates one line: call-off × meter × period × price version. Billing and the open calculator both call this. */
export const rateLine = ({ price, part = null, alreadyBilled, vatRate, ...usage }: LineInput): RatedLine => {
  const { components, exact } = rate(part === null ? price : partOfPeriod(price, part), usage);
  const net = roundToPence(exact) - alreadyBilled;
  const vat = vatOn(net, vatRate);
  return { lines: components, exact, net, vat, gross: net + vat };
};

/** VAT on a net sum, rounded once. On a document the net is the sum of all lines of the rate. */
export const vatOn = (net: Pence, vatRate: Exact): Pence => roundToPence(penceToExact(net).times(vatRate));
