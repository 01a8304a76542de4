import { describe, expect, it } from '@jest/globals';
import { Exact, exact } from '#libs/kernel';
import { parsePrice } from './parse-price.js';
import { partOfPeriod, prorated } from './part-of-period.js';
import type { DaysOf, Price } from './price.js';
import { rate, type RateUsage } from './rate.js';

const price = (json: unknown): Price => {
  const read = parsePrice(json);
  if (!read.ok) throw new Error(read.refusals.map(({ message }) => message).join(' '));
  return read.value;
};
const use = (quantity: string, events: number | bigint = 0, final = true): RateUsage => ({
  quantity: exact(quantity),
  events,
  final,
});
const steps = (of: Price, usage: RateUsage) =>
  rate(of, usage).components.map(({ kind, label, quantity, unit, amount }) =>
    [kind, label, quantity ?? '', unit ?? '', amount].map(String),
  );

describe('the order of working', () => {
  it('is free units, model, proration, minimum, maximum, each its own step', () => {
    const options = { freeUnits: '5', minimum: '290', maximum: '58', prorate: { days: 1, of: 2 } };
    const tiers = [
      { upTo: '10', unit: '1', flat: '4' },
      { upTo: null, unit: '0.5', flat: '6' },
    ];
    expect(steps(price({ model: 'graduated', tiers, ...options }), use('17'))).toEqual([
      ['free', 'Free units', '5', '0', '0'],
      ['tier', 'Tier 1 (up to 10)', '10', '1', '10'],
      ['flat', 'Flat amount of tier 1 (1 of 2 days)', '', '', '2'],
      ['tier', 'Tier 2 (over 10)', '2', '0.5', '1'],
      ['flat', 'Flat amount of tier 2 (1 of 2 days)', '', '', '3'],
      ['minimum', 'Made up to the minimum (1 of 2 days)', '', '', '129'],
      ['maximum', 'Brought down to the maximum (1 of 2 days)', '', '', '-116'],
    ]);
  });

  it('takes no more free units than there are units', () => {
    expect(steps(price({ model: 'perUnit', unit: '4.42', freeUnits: '5' }), use('3'))).toEqual([
      ['free', 'Free units', '3', '0', '0'],
      ['unit', 'Units', '0', '4.42', '0'],
    ]);
  });

  it('charges a flat amount, the first tier and a minimum even for nothing', () => {
    expect(steps(price({ model: 'flat', amount: '150.00' }), use('0'))).toEqual([
      ['flat', 'Fixed charge', '', '', '150'],
    ]);
    const tiers = [{ upTo: null, unit: '1', flat: '2' }];
    expect(steps(price({ model: 'volume', tiers }), use('0'))).toEqual([
      ['tier', 'Tier 1 (any quantity)', '0', '1', '0'],
      ['flat', 'Flat amount of tier 1', '', '', '2'],
    ]);
    expect(steps(price({ model: 'perUnit', unit: '1', minimum: '7' }), use('0')).at(-1)).toEqual([
      'minimum',
      'Made up to the minimum',
      '',
      '',
      '7',
    ]);
  });

  it('prorates flat amounts, minimum and maximum, and nothing else', () => {
    const half = { days: 1, of: 2 };
    const worth = (json: unknown, usage: RateUsage) => rate(price(json), usage).exact.toDecimalString();
    expect(worth({ model: 'perUnit', unit: '4', prorate: half }, use('10'))).toBe('40');
    expect(worth({ model: 'package', size: '10', unit: '4', prorate: half }, use('11'))).toBe('8');
    const rates = { model: 'percentage', rate: '10', fixed: '1', freeEvents: 2, prorate: half };
    expect(worth(rates, use('100', 4))).toBe('12');
    expect(worth({ model: 'perUnit', unit: '4', freeUnits: '2', prorate: half }, use('10'))).toBe('32');
    expect(worth({ model: 'flat', amount: '10', prorate: { days: 0, of: 30 } }, use('0'))).toBe('0');
  });

  it('neither makes up nor brings down what is exactly at the limit', () => {
    const at = price({ model: 'perUnit', unit: '1', minimum: '10', maximum: '10' });
    expect(steps(at, use('10')).map(([kind]) => kind)).toEqual(['unit']);
  });

  it('lets the maximum win over a minimum above it', () => {
    const odd = price({ model: 'perUnit', unit: '1', minimum: '20', maximum: '10' });
    expect(rate(odd, use('1')).exact).toEqual(exact('10'));
  });

  it('caps before the period is final, too', () => {
    const capped = price({ model: 'perUnit', unit: '1', minimum: '5', maximum: '10' });
    expect(rate(capped, use('12', 0, false)).exact).toEqual(exact('10'));
    expect(rate(capped, use('2', 0, false)).exact).toEqual(exact('2'));
  });
});

describe('rating', () => {
  it('shows a package and a percentage as quantity × unit', () => {
    expect(steps(price({ model: 'package', size: '10', unit: '100' }), use('100.5'))).toEqual([
      ['package', 'Started packages of 10', '11', '100', '1100'],
    ]);
    const rates = price({ model: 'percentage', rate: '1.3', fixed: '2', freeEvents: 2 });
    expect(steps(rates, use('550', 4n))).toEqual([
      ['percentage', '1.3% of the amount', '550', '0.013', '7.15'],
      ['fixed', 'Events', '2', '2', '4'],
    ]);
    expect(steps(rates, use('550', 1)).at(-1)).toEqual(['fixed', 'Events', '0', '2', '0']);
  });

  it('shows no flat amount for a tier that has none', () => {
    const tiers = [
      { upTo: '10', unit: '3' },
      { upTo: null, unit: '1', flat: '2' },
    ];
    expect(steps(price({ model: 'graduated', tiers }), use('12'))).toEqual([
      ['tier', 'Tier 1 (up to 10)', '10', '3', '30'],
      ['tier', 'Tier 2 (over 10)', '2', '1', '2'],
      ['flat', 'Flat amount of tier 2', '', '', '2'],
    ]);
    expect(steps(price({ model: 'volume', tiers }), use('4'))).toEqual([
      ['tier', 'Tier 1 (up to 10)', '4', '3', '12'],
    ]);
  });

  it('takes a first tier that ends at 0: its flat amount alone is due for nothing', () => {
    const tiers = [
      { upTo: '0', unit: '0', flat: '1' },
      { upTo: null, unit: '2', flat: '10' },
    ];
    const of = (model: string, quantity: string) => rate(price({ model, tiers }), use(quantity)).exact;
    expect([of('volume', '0'), of('volume', '3')]).toEqual([exact('1'), exact('16')]);
    expect([of('graduated', '0'), of('graduated', '3')]).toEqual([exact('1'), exact('17')]);
  });

  it('throws on usage below 0, which is refused earlier', () => {
    const any = price({ model: 'perUnit', unit: '1' });
    expect(() => rate(any, use('-1'))).toThrow(RangeError);
    expect(() => rate(any, use('1', -1))).toThrow(RangeError);
    expect(() => rate(any, use('1', 1.5))).toThrow(RangeError);
  });
});

describe('a part of a period', () => {
  it('shrinks bounds, flat amounts, allowances, minimum and maximum by days, exactly', () => {
    const tiers = [
      { upTo: '10', unit: '3', flat: '2' },
      { upTo: null, unit: '1' },
    ];
    const whole = price({ model: 'graduated', tiers, freeUnits: '1', minimum: '50', maximum: '100' });
    const part = partOfPeriod(whole, { days: 10, of: 30 });
    expect(part).toEqual({
      model: 'graduated',
      tiers: [
        { upTo: Exact.of(10n, 3n), unit: exact('3'), flat: Exact.of(2n, 3n) },
        { upTo: null, unit: exact('1'), flat: Exact.ZERO },
      ],
      freeUnits: Exact.of(1n, 3n),
      minimum: Exact.of(50n, 3n),
      maximum: Exact.of(100n, 3n),
      prorate: null,
      volumeBand: null,
      discount: Exact.ZERO,
    });
    expect(rate(part, use('4', 0, false)).exact).toEqual(exact('11'));
  });

  it('shrinks the bounds and flat amounts of volume tiers, too', () => {
    const tiers = [
      { upTo: '10', unit: '3', flat: '2' },
      { upTo: null, unit: '1', flat: '8' },
    ];
    const half = partOfPeriod(price({ model: 'volume', tiers }), { days: 15, of: 30 });
    // Up to 5 at £3 with £1; above, all at £1 with £4.
    expect([rate(half, use('5')).exact, rate(half, use('6')).exact]).toEqual([exact('16'), exact('10')]);
  });

  it('is all of it when it is all the days', () => {
    const flat = price({ model: 'flat', amount: '3' });
    expect(partOfPeriod(flat, { days: 30, of: 30 })).toEqual(flat);
    expect(partOfPeriod(flat, { days: 1, of: 1 })).toEqual(flat);
  });

  it('leaves prices for each unit and the size of a package', () => {
    const half = { days: 1, of: 2 };
    const perUnit = price({ model: 'perUnit', unit: '3' });
    const packs = price({ model: 'package', size: '10', unit: '3' });
    expect(partOfPeriod(perUnit, half)).toEqual(perUnit);
    expect(partOfPeriod(packs, half)).toEqual(packs);
    const rates = price({ model: 'percentage', rate: '1', fixed: '2', freeEvents: 5 });
    expect(rate(partOfPeriod(rates, half), use('0', 3)).exact).toEqual(exact('1'));
    expect(partOfPeriod(price({ model: 'flat', amount: '3' }), half)).toMatchObject({ amount: exact('1.5') });
  });

  it('goes with proration: 26 of 29 days here, of which 13 at this price, is 13 of 29', () => {
    const here = prorated(price({ model: 'flat', amount: '29' }), { days: 26, of: 29 });
    expect(rate(partOfPeriod(here, { days: 13, of: 26 }), use('0')).exact).toEqual(exact('13'));
  });

  it.each([
    [-1, 30],
    [31, 30],
    [0, 0],
    [1.5, 30],
    [NaN, 30],
    [1, Infinity],
  ])('throws on %p of %p days', (days, of) => {
    const any = price({ model: 'flat', amount: '1' });
    expect(() => partOfPeriod(any, { days, of })).toThrow(RangeError);
    expect(() => prorated(any, { days, of })).toThrow(RangeError);
  });
});

describe('what is off, and what is held for some days', () => {
  const steps = (json: object, quantity: string, held: DaysOf | null = null) => {
    const { components, exact: worth } = rate(price(json), { ...use(quantity), held });
    return [
      ...components.map(({ label, amount }) => `${label}: ${amount.toDecimalString()}`),
      worth.toDecimalString(),
    ];
  };

  it('is each a step of its own: days held, volume band, discount, then minimum', () => {
    const off = { volumeBand: { over: '50000', discount: '10' }, discount: '50', minimum: '20' };
    expect(steps({ model: 'perUnit', unit: '4', ...off }, '10', { days: 15, of: 30 })).toEqual([
      'Units: 40',
      'For 15 of 30 days: -20',
      'Volume band over 50,000: 10% off: -2',
      'Discount of 50%: -9',
      'Made up to the minimum (15 of 30 days): 1',
      '10',
    ]);
  });

  it('is named by its kind', () => {
    const off = { volumeBand: { over: '50000', discount: '10' }, discount: '50', minimum: '20' };
    const held = { days: 15, of: 30 };
    const { components } = rate(price({ model: 'perUnit', unit: '4', ...off }), { ...use('10'), held });
    expect(components.map(({ kind }) => kind)).toEqual(['unit', 'held', 'volumeBand', 'discount', 'minimum']);
  });

  it('takes everything off at 100%, and no more', () => {
    const all = { volumeBand: { over: '1', discount: '100' }, discount: '100' };
    expect(rate(price({ model: 'flat', amount: '7', ...all }), use('0')).exact).toEqual(Exact.ZERO);
  });

  it('comes before the maximum, which caps what is left', () => {
    expect(steps({ model: 'flat', amount: '100', discount: '10', maximum: '80' }, '0').at(-1)).toBe('80');
    expect(steps({ model: 'flat', amount: '100', discount: '30', maximum: '80' }, '0').at(-1)).toBe('70');
  });

  it('leaves tiers and packages whole: a whole month of three packages, by days', () => {
    expect(steps({ model: 'package', size: '10', unit: '9' }, '25', { days: 10, of: 30 }).at(-1)).toBe('9');
  });

  it('a committed block is a flat first tier: paid unused, and use beyond it at its own price', () => {
    const tiers = [
      { upTo: '1000', unit: '0', flat: '400' },
      { upTo: null, unit: '0.35' },
    ];
    const block = { model: 'graduated', tiers };
    expect(['0', '1000', '1200'].map((quantity) => steps(block, quantity).at(-1))).toEqual([
      '400',
      '400',
      '470',
    ]);
  });
});
