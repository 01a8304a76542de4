import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '#libs/kernel';
import { parsePrice, rate, type Price } from '#libs/pricing';
import { mayCostMore } from './price-increase.js';

const price = (json: unknown): Price => {
  const read = parsePrice(json);
  if (!read.ok) throw new Error(read.refusals.map(({ message }) => message).join(' '));
  return read.value;
};
const perUnit = { model: 'perUnit', unit: '4.42' };
const graduated = {
  model: 'graduated',
  tiers: [
    { upTo: '10', unit: '10', flat: '2' },
    { upTo: null, unit: '5' },
  ],
};
const volume = {
  model: 'volume',
  tiers: [
    { upTo: '100', unit: '2' },
    { upTo: null, unit: '1' },
  ],
};
const pack = { model: 'package', size: '10', unit: '100' };
const percentage = { model: 'percentage', rate: '1.3', fixed: '2', freeEvents: 2 };

describe('whether a price may cost someone more', () => {
  it.each<[string, unknown, unknown, boolean]>([
    ['the same', perUnit, perUnit, false],
    ['a lower unit', perUnit, { ...perUnit, unit: '4.41' }, false],
    ['a hair more', perUnit, { ...perUnit, unit: '4.420000000001' }, true],
    ['fewer free units', { ...perUnit, freeUnits: '10' }, { ...perUnit, freeUnits: '9.5' }, true],
    ['more free units', { ...perUnit, freeUnits: '10' }, { ...perUnit, freeUnits: '11' }, false],
    [
      'a lower unit with fewer free units',
      { ...perUnit, freeUnits: '10' },
      { ...perUnit, unit: '1', freeUnits: '9' },
      true,
    ],
    ['a new minimum', perUnit, { ...perUnit, minimum: '1' }, true],
    ['a lower minimum', { ...perUnit, minimum: '2' }, { ...perUnit, minimum: '1' }, false],
    ['a maximum gone', { ...perUnit, maximum: '2' }, perUnit, true],
    ['a higher maximum', { ...perUnit, maximum: '2' }, { ...perUnit, maximum: '3' }, true],
    ['a new maximum', perUnit, { ...perUnit, maximum: '3' }, false],
    ['a flat amount instead', perUnit, { model: 'flat', amount: '1' }, true],
    [
      'units instead of a flat amount',
      { model: 'flat', amount: '1000000' },
      { model: 'perUnit', unit: '0.01' },
      true,
    ],
    ['a lower flat amount', { model: 'flat', amount: '5' }, { model: 'flat', amount: '4.99' }, false],
    ['the same tiers', graduated, graduated, false],
    [
      'a tier that ends later at the dear price',
      graduated,
      {
        ...graduated,
        tiers: [
          { upTo: '11', unit: '10', flat: '2' },
          { upTo: null, unit: '5' },
        ],
      },
      true,
    ],
    [
      'a tier that ends sooner',
      graduated,
      {
        ...graduated,
        tiers: [
          { upTo: '9', unit: '10', flat: '2' },
          { upTo: null, unit: '5' },
        ],
      },
      false,
    ],
    ['tiers below a price by the unit', { model: 'perUnit', unit: '12' }, graduated, true],
    [
      'tiers nowhere above a price by the unit',
      { model: 'perUnit', unit: '12' },
      {
        ...graduated,
        tiers: [
          { upTo: '10', unit: '10' },
          { upTo: null, unit: '5' },
        ],
      },
      false,
    ],
    [
      'a bulk price that starts later',
      volume,
      {
        ...volume,
        tiers: [
          { upTo: '101', unit: '2' },
          { upTo: null, unit: '1' },
        ],
      },
      true,
    ],
    [
      'a bulk price that starts sooner',
      volume,
      {
        ...volume,
        tiers: [
          { upTo: '99', unit: '2' },
          { upTo: null, unit: '1' },
        ],
      },
      false,
    ],
    [
      'a jump just above a bound',
      volume,
      {
        ...volume,
        tiers: [
          { upTo: '100', unit: '1' },
          { upTo: null, unit: '1.5' },
        ],
      },
      true,
    ],
    ['the same packages', pack, pack, false],
    ['cheaper packages', pack, { ...pack, unit: '99' }, false],
    ['smaller packages', pack, { ...pack, size: '9', unit: '1' }, true],
    ['packages instead of units', { model: 'perUnit', unit: '100' }, { ...pack, unit: '1' }, true],
    ['a lower percentage', percentage, { ...percentage, rate: '1.2' }, false],
    ['a higher percentage', percentage, { ...percentage, rate: '1.31' }, true],
    ['fewer free events', percentage, { ...percentage, freeEvents: 1 }, true],
    ['dearer events', percentage, { ...percentage, fixed: '2.01' }, true],
    ['cheaper events, more of them free', percentage, { ...percentage, fixed: '1', freeEvents: 3 }, false],
  ])('%s', (_, before, after, more) => {
    expect(mayCostMore(price(before), price(after))).toBe(more);
  });

  it('never says no when some quantity costs more', () => {
    const amount = fc.integer({ min: 0, max: 40 }).map((n) => (n / 4).toString());
    const tier = fc.record({ width: fc.integer({ min: 1, max: 8 }), unit: amount, flat: amount });
    const tiered = (model: string) =>
      fc.array(tier, { minLength: 1, maxLength: 3 }).map((tiers) => {
        let top = 0;
        return {
          model,
          tiers: tiers.map(({ width, unit, flat }, index) => {
            top += width / 2;
            return { upTo: index === tiers.length - 1 ? null : top.toString(), unit, flat };
          }),
        };
      });
    const model = fc.oneof(
      amount.map((unit) => ({ model: 'perUnit', unit })),
      amount.map((flat) => ({ model: 'flat', amount: flat })),
      tiered('graduated'),
      tiered('volume'),
      fc.record({ model: fc.constant('package'), size: fc.constantFrom('1', '2.5'), unit: amount }),
      fc.record({
        model: fc.constant('percentage'),
        rate: amount,
        fixed: amount,
        freeEvents: fc.integer({ min: 0, max: 3 }),
      }),
    );
    const bound = fc.option(fc.integer({ min: 0, max: 30 }).map(String), { nil: undefined });
    const options = fc.record({
      freeUnits: fc.constantFrom('0', '1.5', '4'),
      minimum: bound,
      maximum: bound,
    });
    const any = fc
      .tuple(model, options)
      .map(([fields, { freeUnits, minimum, maximum }]) =>
        price({ ...fields, freeUnits, ...(minimum ? { minimum } : {}), ...(maximum ? { maximum } : {}) }),
      );
    let answeredNo = 0;
    fc.assert(
      fc.property(any, any, (before, after) => {
        if (mayCostMore(before, after)) return;
        answeredNo += 1;
        for (let quarters = 0; quarters <= 80; quarters += 1) {
          for (const events of [0, 1, 2, 3, 4, 9]) {
            const usage = { quantity: Exact.of(BigInt(quarters), 4n), events, final: true };
            expect(rate(after, usage).exact.compare(rate(before, usage).exact)).not.toBe(1);
          }
        }
      }),
      { numRuns: 2000 },
    );
    expect(answeredNo).toBeGreaterThan(10);
  });
});
