/**
 * Random prices and usage against the second way of working of `price-cases.ts`. ACCEDE_TEST_SEED repeats a run.
 */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '#libs/kernel';
import { calculationToJson, parseCalculation } from './calculation.js';
import { partOfPeriod } from './part-of-period.js';
import {
  assertWorth,
  daysOf,
  drawn,
  jsonOf,
  read,
  reference,
  usage,
  used,
  type Drawn,
} from './price-cases.js';
import { priceToJson } from './price-to-json.js';
import { rate } from './rate.js';
import { rateLine } from './rate-line.js';

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const RUNS = 5_000;

describe(`any price (seed ${seed})`, () => {
  it('is worth what walking the quantity a tenth at a time says', () => {
    fc.assert(fc.property(drawn, usage, assertWorth), { seed, numRuns: RUNS });
  }, 120_000);

  it('bills the same in all however the period is cut into runs', () => {
    const cuts = fc.array(fc.tuple(fc.nat(200), fc.nat(8)), { maxLength: 6 });
    fc.assert(
      fc.property(drawn, usage, cuts, (d, u, earlier) => {
        const price = read(jsonOf(d));
        const rising = [...earlier]
          .sort(([a], [b]) => a - b)
          .map(([tenths, events]) => ({ ...u, tenths, events, final: false }));
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

  it('is worth the same in parts when it is held in parts, whatever the model', () => {
    fc.assert(
      fc.property(drawn, usage, daysOf, (d, u, { days, of }) => {
        const price = read(jsonOf(d));
        const whole = rate(price, { ...used(u), held: null }).exact;
        const parts = [days, of - days].map((n) => rate(price, { ...used(u), held: { days: n, of } }).exact);
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
        const { quantity, events, final, held } = used(u);
        const rest = { alreadyBilled: -123n, vatRate: Exact.of(1n, 5n) };
        const input = { price, part, held, quantity, events: BigInt(events), final, ...rest };
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
