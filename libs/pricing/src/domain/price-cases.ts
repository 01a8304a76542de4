/**
 * A second way of working out prices for tests, which shares no code with the product: whole numbers only, walking the
 * quantity a tenth of a unit at a time.
 */
import fc from 'fast-check';
import { Exact } from '#libs/kernel';
import { parsePrice } from './parse-price.js';
import type { Price } from './price.js';
import { rate } from './rate.js';

/** Whole tenths of a unit; whole thousandths of a pound or of a per cent. */
export interface Drawn {
  readonly model: 'flat' | 'perUnit' | 'graduated' | 'volume' | 'package' | 'percentage';
  readonly milli: number;
  readonly fixed: number;
  readonly freeEvents: number;
  readonly size: number;
  readonly tiers: readonly { readonly width: number; readonly unit: number; readonly flat: number }[];
  readonly free: number;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly prorate: { readonly days: number; readonly of: number } | null;
  /** What a volume band and a discount take off, in thousandths of a per cent; null and 0 for nothing. */
  readonly band: number | null;
  readonly discount: number;
}
export interface DrawnUsage {
  readonly tenths: number;
  readonly events: number;
  readonly final: boolean;
  readonly held: { readonly days: number; readonly of: number } | null;
}

const milli = fc.oneof(fc.nat(20), fc.nat(50_000), fc.constantFrom(0, 5, 10, 995, 1000, 1005));
export const daysOf = fc
  .tuple(fc.nat(366), fc.integer({ min: 1, max: 366 }))
  .map(([a, b]) => ({ days: Math.min(a, b), of: Math.max(a, b) }));
export const drawn: fc.Arbitrary<Drawn> = fc.record({
  model: fc.constantFrom('flat', 'perUnit', 'graduated', 'volume', 'package', 'percentage'),
  milli,
  fixed: milli,
  freeEvents: fc.nat(4),
  size: fc.integer({ min: 1, max: 40 }),
  tiers: fc.array(fc.record({ width: fc.integer({ min: 1, max: 30 }), unit: milli, flat: milli }), {
    minLength: 1,
    maxLength: 5,
  }),
  free: fc.oneof(fc.constant(0), fc.nat(60)),
  minimum: fc.option(fc.nat(100_000)),
  maximum: fc.option(fc.nat(100_000)),
  prorate: fc.option(daysOf),
  band: fc.option(fc.integer({ min: 1, max: 100_000 })),
  discount: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100_000 })),
});
export const usage: fc.Arbitrary<DrawnUsage> = fc.record({
  tenths: fc.oneof(fc.nat(60), fc.nat(200)),
  events: fc.nat(8),
  final: fc.boolean(),
  held: fc.option(daysOf),
});

const tenthsText = (n: number) => `${Math.floor(n / 10)}.${n % 10}`;
const milliText = (n: number) => `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, '0')}`;

export const jsonOf = (d: Drawn): Record<string, unknown> => {
  const unit = milliText(d.milli);
  let end = 0;
  const tiers = d.tiers.map((tier, index) => {
    end += tier.width;
    const upTo = index === d.tiers.length - 1 ? null : tenthsText(end);
    return { upTo, unit: milliText(tier.unit), flat: milliText(tier.flat) };
  });
  const own = {
    flat: { amount: unit },
    perUnit: { unit },
    graduated: { tiers },
    volume: { tiers },
    package: { size: tenthsText(d.size), unit },
    percentage: { rate: unit, fixed: milliText(d.fixed), freeEvents: d.freeEvents },
  }[d.model];
  return {
    model: d.model,
    ...own,
    freeUnits: tenthsText(d.free),
    ...(d.minimum === null ? {} : { minimum: milliText(d.minimum) }),
    ...(d.maximum === null ? {} : { maximum: milliText(d.maximum) }),
    ...(d.prorate === null ? {} : { prorate: d.prorate }),
    ...(d.band === null ? {} : { volumeBand: { over: '50000', discount: milliText(d.band) } }),
    ...(d.discount === 0 ? {} : { discount: milliText(d.discount) }),
  };
};

/** A hundred per cent in thousandths of one. */
const ALL = 100_000n;

/** The worth as a fraction of whole numbers, in pounds. */
export const reference = (
  d: Drawn,
  { tenths, events, final, held }: DrawnUsage,
): { worth: bigint; scale: bigint } => {
  const of = BigInt(d.prorate?.of ?? 1);
  const days = BigInt(d.prorate?.days ?? 1);
  const wholePounds = (thousandths: number) => BigInt(thousandths) * 1000n * of;
  const shared = (thousandths: number) => BigInt(thousandths) * 1000n * days;
  const tenthOf = (thousandths: number) => BigInt(thousandths) * 100n * of;

  const ends: number[] = [];
  for (const tier of d.tiers) ends.push((ends.at(-1) ?? 0) + tier.width);
  const tierAt = (position: number) => {
    let index = 0;
    while (index < d.tiers.length - 1 && position > (ends[index] ?? 0)) index += 1;
    return index;
  };
  const tier = (index: number) => d.tiers[index] ?? { unit: 0, flat: 0 };

  let worth = 0n;
  let charged = 0;
  let leftInPackage = 0;
  let entered = -1;
  for (let used = 1; used <= tenths; used += 1) {
    if (used <= d.free) continue;
    charged += 1;
    if (d.model === 'perUnit') worth += tenthOf(d.milli);
    if (d.model === 'percentage') worth += BigInt(d.milli) * of;
    if (d.model === 'graduated') {
      entered = tierAt(charged);
      worth += tenthOf(tier(entered).unit);
    }
    if (d.model === 'package') {
      if (leftInPackage === 0) {
        worth += wholePounds(d.milli);
        leftInPackage = d.size;
      }
      leftInPackage -= 1;
    }
  }
  if (d.model === 'flat') worth += shared(d.milli);
  if (d.model === 'graduated')
    for (let i = 0; i <= Math.max(0, entered); i += 1) worth += shared(tier(i).flat);
  if (d.model === 'volume') {
    const { unit, flat } = tier(tierAt(charged));
    for (let i = 0; i < charged; i += 1) worth += tenthOf(unit);
    worth += shared(flat);
  }
  if (d.model === 'percentage') {
    for (let event = d.freeEvents + 1; event <= events; event += 1) worth += wholePounds(d.fixed);
  }
  // From millionths of a pound times the days: days held, then what a hundred per cent leave, twice.
  const heldDays = BigInt(held?.days ?? 1);
  worth *= heldDays * (ALL - BigInt(d.band ?? 0)) * (ALL - BigInt(d.discount));
  const whole = ALL * ALL;
  const bound = (thousandths: number) => shared(thousandths) * heldDays * whole;
  if (final && d.minimum !== null && worth < bound(d.minimum)) worth = bound(d.minimum);
  if (d.maximum !== null && worth > bound(d.maximum)) worth = bound(d.maximum);
  return { worth, scale: 1_000_000n * of * BigInt(held?.of ?? 1) * whole };
};

export const read = (json: unknown): Price => {
  const price = parsePrice(json);
  if (!price.ok) throw new Error(price.refusals.map(({ message }) => message).join(' '));
  return price.value;
};
export const used = ({ tenths, events, final, held }: DrawnUsage) => ({
  quantity: Exact.of(BigInt(tenths), 10n),
  events,
  final,
  held,
});

/** Throws unless a price is worth what the second way says, in steps that add up to it. */
export const assertWorth = (d: Drawn, u: DrawnUsage): void => {
  const { worth, scale } = reference(d, u);
  const rating = rate(read(jsonOf(d)), used(u));
  if (rating.exact.numerator * scale !== worth * rating.exact.denominator)
    throw new Error(`${rating.exact.toDecimalString()} is not ${worth}/${scale}`);
  let sum = Exact.ZERO;
  for (const { quantity, unit, amount } of rating.components) {
    sum = sum.plus(amount);
    if (quantity && unit && !quantity.times(unit).equals(amount)) throw new Error('quantity × unit ≠ amount');
  }
  if (!sum.equals(rating.exact)) throw new Error('the components do not add up');
};
