/**
 * Random prices and usage against a second way of working that shares no code with the product: whole numbers only,
 * walking the quantity a tenth of a unit at a time. ACCEDE_TEST_SEED repeats a run.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '#libs/kernel';
import { calculationToJson, parseCalculation } from './calculation.js';
import { parsePrice } from './parse-price.js';
import { partOfPeriod } from './part-of-period.js';
import type { Price } from './price.js';
import { priceToJson } from './price-to-json.js';
import { rate } from './rate.js';
import { rateLine } from './rate-line.js';

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const RUNS = 20_000;

/** Whole tenths of a unit; whole thousandths of a pound or of a per cent. */
interface Drawn {
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
}
interface DrawnUsage {
  readonly tenths: number;
  readonly events: number;
  readonly final: boolean;
}

const milli = fc.oneof(fc.nat(20), fc.nat(50_000), fc.constantFrom(0, 5, 10, 995, 1000, 1005));
const daysOf = fc
  .tuple(fc.nat(366), fc.integer({ min: 1, max: 366 }))
  .map(([a, b]) => ({ days: Math.min(a, b), of: Math.max(a, b) }));
const drawn: fc.Arbitrary<Drawn> = fc.record({
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
});
const usage: fc.Arbitrary<DrawnUsage> = fc.record({
  tenths: fc.oneof(fc.nat(60), fc.nat(200)),
  events: fc.nat(8),
  final: fc.boolean(),
});

const tenthsText = (n: number) => `${Math.floor(n / 10)}.${n % 10}`;
const milliText = (n: number) => `${Math.floor(n / 1000)}.${String(n % 1000).padStart(3, '0')}`;

const jsonOf = (d: Drawn): Record<string, unknown> => {
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
  };
};

/** The worth in millionths of a pound, times the days that all amounts are shared by. */
const reference = (d: Drawn, { tenths, events, final }: DrawnUsage): { worth: bigint; scale: bigint } => {
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
  if (final && d.minimum !== null && worth < shared(d.minimum)) worth = shared(d.minimum);
  if (d.maximum !== null && worth > shared(d.maximum)) worth = shared(d.maximum);
  return { worth, scale: 1_000_000n * of };
};

const read = (json: unknown): Price => {
  const price = parsePrice(json);
  if (!price.ok) throw new Error(price.refusals.map(({ message }) => message).join(' '));
  return price.value;
};
const used = ({ tenths, events, final }: DrawnUsage) => ({
  quantity: Exact.of(BigInt(tenths), 10n),
  events,
  final,
});

describe(`any price (seed ${seed})`, () => {
  it('is worth what walking the quantity a tenth at a time says', () => {
    fc.assert(
      fc.property(drawn, usage, (d, u) => {
        const { worth, scale } = reference(d, u);
        const rating = rate(read(jsonOf(d)), used(u));
        if (rating.exact.numerator * scale !== worth * rating.exact.denominator) {
          throw new Error(`${rating.exact.toDecimalString()} is not ${worth}/${scale}`);
        }
        let sum = Exact.ZERO;
        for (const { quantity, unit, amount } of rating.components) {
          sum = sum.plus(amount);
          if (quantity && unit && !quantity.times(unit).equals(amount))
            throw new Error('quantity × unit ≠ amount');
        }
        if (!sum.equals(rating.exact)) throw new Error('the components do not add up');
      }),
      { seed, numRuns: RUNS },
    );
  }, 120_000);

  it('bills the same in all however the period is cut into runs', () => {
    const cuts = fc.array(fc.tuple(fc.nat(200), fc.nat(8)), { maxLength: 6 });
    fc.assert(
      fc.property(drawn, usage, cuts, (d, u, earlier) => {
        const price = read(jsonOf(d));
        const rising = [...earlier]
          .sort(([a], [b]) => a - b)
          .map(([tenths, events]) => ({ tenths, events, final: false }));
        let alreadyBilled = 0n;
        for (const run of [...rising, u, u]) {
          const line = rateLine({ price, ...used(run), alreadyBilled, vatRate: Exact.ZERO });
          alreadyBilled += line.net;
        }
        const { worth, scale } = reference(d, u);
        const halfAwayFromZero = (2n * worth * 100n + scale) / (2n * scale);
        expect(alreadyBilled).toBe(halfAwayFromZero);
        expect(rateLine({ price, ...used(u), alreadyBilled, vatRate: Exact.ONE }).gross).toBe(0n);
      }),
      { seed, numRuns: 3_000 },
    );
  }, 60_000);

  it('is worth the same in parts when use is spread evenly over the days', () => {
    const proportional: readonly Drawn['model'][] = ['flat', 'perUnit', 'graduated', 'volume'];
    fc.assert(
      fc.property(drawn, usage, daysOf, fc.constantFrom(...proportional), (d, u, { days, of }, model) => {
        const price = read(jsonOf({ ...d, model }));
        const whole = rate(price, used(u)).exact;
        const parts = [days, of - days].map((n) => {
          const quantity = used(u).quantity.times(Exact.of(BigInt(n), BigInt(of)));
          return rate(partOfPeriod(price, { days: n, of }), { ...used(u), quantity }).exact;
        });
        expect(Exact.sum(parts)).toEqual(whole);
      }),
      { seed, numRuns: 3_000 },
    );
  }, 60_000);

  it('is written as JSON that reads back to the same price and the same calculation', () => {
    fc.assert(
      fc.property(drawn, usage, fc.option(daysOf), (d, u, part) => {
        const price = read(jsonOf(d));
        expect(read(JSON.parse(JSON.stringify(priceToJson(price))))).toEqual(price);
        const { quantity, events, final } = used(u);
        const rest = { alreadyBilled: -123n, vatRate: Exact.of(1n, 5n) };
        const input = { price, part, quantity, events: BigInt(events), final, ...rest };
        const again = parseCalculation(JSON.parse(JSON.stringify(calculationToJson(input))));
        expect(again).toEqual({ ok: true, value: input });
      }),
      { seed, numRuns: 2_000 },
    );
  }, 60_000);

  it('is exact for numbers of 18 digits and 12 places', () => {
    const big = fc.bigInt(0n, 10n ** 30n - 1n);
    const text = (scaled: bigint) =>
      `${scaled / 10n ** 12n}.${String(scaled % 10n ** 12n).padStart(12, '0')}`;
    fc.assert(
      fc.property(big, big, big, big, (quantity, bound, low, high) => {
        const tiers = [
          { upTo: text(bound), unit: text(low) },
          { upTo: null, unit: text(high) },
        ];
        const below = quantity < bound ? quantity : bound;
        const units = { quantity: Exact.of(quantity, 10n ** 12n), events: 0, final: true };
        const { exact } = rate(read({ model: 'graduated', tiers }), units);
        const expected = below * low + (quantity - below) * high;
        expect(exact.numerator * 10n ** 24n).toBe(expected * exact.denominator);
      }),
      { seed, numRuns: 2_000 },
    );
  }, 60_000);
});
