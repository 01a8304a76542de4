import { Exact } from '#libs/kernel';
import { modelOf } from './models.js';
import type { Component, Price, Usage } from './price.js';
import { shareOf } from './share.js';

export interface RateUsage extends Omit<Usage, 'events'> {
  /** How many records or transactions the quantity is made of. */
  readonly events: number | bigint;
  /** True once the period is over and complete: only then is a minimum made up. */
  readonly final: boolean;
}

/** What a quantity is worth at a price: the steps, and their sum. In pounds, never rounded. */
export interface Rating {
  readonly components: readonly Component[];
  readonly exact: Exact;
}

/**
 * Works out what the use of a period is worth: free units, model, proration (of flat amounts, minimum and maximum),
 * minimum (only when final), maximum. The components add up to `exact`.
 * Throws a RangeError when quantity or events are negative, which callers refuse before.
 */
export const rate = (price: Price, { quantity, events, final }: RateUsage): Rating => {
  if (quantity.isNegative() || events < 0) throw new RangeError('usage is negative');
  const share = shareOf(price.prorate);
  const free = Exact.min(quantity, price.freeUnits);
  const charged = { quantity: quantity.minus(free), events: BigInt(events) };
  const components = [...freeComponents(free), ...modelOf(price.model).components(price, charged, share)];

  const minimum = final && price.minimum !== null ? price.minimum.times(share.factor) : Exact.ZERO;
  const used = sumOf(components);
  if (used.compare(minimum) < 0) {
    const label = `Made up to the minimum${share.words}`;
    components.push({ kind: 'minimum', label, amount: minimum.minus(used) });
  }

  const maximum = price.maximum === null ? null : price.maximum.times(share.factor);
  const before = sumOf(components);
  if (maximum !== null && before.compare(maximum) > 0) {
    const label = `Brought down to the maximum${share.words}`;
    components.push({ kind: 'maximum', label, amount: maximum.minus(before) });
  }
  return { components, exact: sumOf(components) };
};

const freeComponents = (free: Exact): readonly Component[] =>
  free.isZero()
    ? []
    : [{ kind: 'free', label: 'Free units', quantity: free, unit: Exact.ZERO, amount: Exact.ZERO }];

const sumOf = (components: readonly Component[]): Exact => Exact.sum(components.map(({ amount }) => amount));
