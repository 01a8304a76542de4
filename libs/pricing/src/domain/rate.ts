import { Exact } from '#libs/kernel';
import { modelOf } from './models.js';
import type { Component, DaysOf, Price, Usage } from './price.js';
import { shareOf } from './share.js';
import { discountWords, volumeBandWords } from './words.js';

export interface RateUsage extends Omit<Usage, 'events'> {
  /** How many records or transactions the quantity is made of. */
  readonly events: number | bigint;
  /** True once the period is over and complete: only then is a minimum made up. */
  readonly final: boolean;
  /** Set when the quantity was taken for so many days of the period only: all of its worth is shared by days. */
  readonly held?: DaysOf | null;
}

/** What a quantity is worth at a price: the steps, and their sum. In pounds, never rounded. */
export interface Rating {
  readonly components: readonly Component[];
  readonly exact: Exact;
}

/**
 * Works out what the use of a period is worth: free units, model, proration (of flat amounts, minimum and maximum; of
 * everything when the quantity was held for some days only), volume band, discount, minimum (only when final), maximum.
 * The components add up to `exact`.
 * Throws a RangeError when quantity or events are negative, which callers refuse before.
 */
export const rate = (price: Price, { quantity, events, final, held = null }: RateUsage): Rating => {
  if (quantity.isNegative() || events < 0) throw new RangeError('usage is negative');
  const share = shareOf(price.prorate);
  const days = shareOf(held);
  const free = Exact.min(quantity, price.freeUnits);
  const charged = { quantity: quantity.minus(free), events: BigInt(events) };
  const components = [...freeComponents(free), ...modelOf(price.model).components(price, charged, share)];
  if (held !== null)
    components.push(scaledBy(components, 'held', `For ${held.days} of ${held.of} days`, days.factor));
  components.push(...discounts(components, price));

  const factor = share.factor.times(days.factor);
  const words = `${share.words}${days.words}`;
  const minimum = final && price.minimum !== null ? price.minimum.times(factor) : Exact.ZERO;
  const used = sumOf(components);
  if (used.compare(minimum) < 0) {
    const label = `Made up to the minimum${words}`;
    components.push({ kind: 'minimum', label, amount: minimum.minus(used) });
  }

  const maximum = price.maximum === null ? null : price.maximum.times(factor);
  const before = sumOf(components);
  if (maximum !== null && before.compare(maximum) > 0) {
    const label = `Brought down to the maximum${words}`;
    components.push({ kind: 'maximum', label, amount: maximum.minus(before) });
  }
  return { components, exact: sumOf(components) };
};

const freeComponents = (free: Exact): readonly Component[] =>
  free.isZero()
    ? []
    : [{ kind: 'free', label: 'Free units', quantity: free, unit: Exact.ZERO, amount: Exact.ZERO }];

const HUNDRED = Exact.of(100n);

/** The discount is a share of what the volume band left, so that both together never take more than all. */
const discounts = (
  before: readonly Component[],
  { volumeBand, discount }: Pick<Price, 'volumeBand' | 'discount'>,
): readonly Component[] => {
  const left = (percent: Exact): Exact => HUNDRED.minus(percent).over(HUNDRED);
  const band =
    volumeBand === null
      ? []
      : [scaledBy(before, 'volumeBand', volumeBandWords(volumeBand), left(volumeBand.discount))];
  if (discount.isZero()) return band;
  return [...band, scaledBy([...before, ...band], 'discount', discountWords(discount), left(discount))];
};

/** The step that leaves so much of everything before it. */
const scaledBy = (
  before: readonly Component[],
  kind: Component['kind'],
  label: string,
  factor: Exact,
): Component => ({ kind, label, amount: sumOf(before).times(factor.minus(Exact.ONE)) });

const sumOf = (components: readonly Component[]): Exact => Exact.sum(components.map(({ amount }) => amount));
