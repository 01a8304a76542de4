import { Exact } from '#libs/kernel';

export const deviationKinds = ['SPIKE', 'GAP'] as const;
export type DeviationKind = (typeof deviationKinds)[number];

/** What a meter came to in one month, beside the three months before it. */
export interface MonthsOfMeter {
  readonly quantity: Exact;
  /** The months before that the call-off's term has days in, three at most. */
  readonly before: readonly Exact[];
  /** Whether the term covers all three of them from the first day on. */
  readonly hasThreeMonths: boolean;
  /** Whether the month is over. */
  readonly isOver: boolean;
}

/** A month that is not like the three before it. */
export interface Deviation {
  readonly kind: DeviationKind;
  readonly quantity: Exact;
  /** The mean of the months before. */
  readonly mean: Exact;
}

/**
 * A spike is more than so many per cent over the mean of the three months before; without three such months nothing
 * is one. A gap is a month that is over without use, when there was use in the months before.
 */
export const deviationOf = (months: MonthsOfMeter, spikePercent: number): Deviation | null => {
  const { quantity, before, hasThreeMonths, isOver } = months;
  if (before.length === 0) return null;
  const mean = meanOf(before);
  const limit = mean.times(Exact.of(BigInt(100 + spikePercent), 100n));
  if (hasThreeMonths && quantity.compare(limit) > 0) return { kind: 'SPIKE', quantity, mean };
  return isOver && quantity.isZero() && !mean.isZero() ? { kind: 'GAP', quantity, mean } : null;
};

/** The mean of some quantities; 0 of none. */
export const meanOf = (quantities: readonly Exact[]): Exact =>
  quantities.length === 0 ? Exact.ZERO : Exact.sum(quantities).over(Exact.of(BigInt(quantities.length)));
