import { describe, expect, it } from '@jest/globals';
import { Exact, exact } from '#libs/kernel';
import { describePrice } from './describe-price.js';
import { parsePrice } from './parse-price.js';
import { partOfPeriod } from './part-of-period.js';
import { priceToJson } from './price-to-json.js';

const faultsOf = (json: unknown, path?: readonly string[]) => {
  const read = parsePrice(json, path);
  return read.ok ? [] : read.refusals.map((refusal) => `${refusal.code} ${refusal.path.join('.')}`);
};
const wordsOf = (json: unknown) => {
  const read = parsePrice(json);
  return read.ok ? [] : read.refusals.map(({ message }) => message);
};
const perUnit = { model: 'perUnit', unit: '1' };
const tiers = (...bounds: unknown[]) => ({
  model: 'graduated',
  tiers: bounds.map((upTo) => ({ upTo, unit: '1' })),
});

describe('reading a price', () => {
  it('reads every model and option', () => {
    expect(parsePrice({ model: 'flat', amount: '150.00' })).toEqual({
      ok: true,
      value: {
        model: 'flat',
        amount: exact('150'),
        freeUnits: Exact.ZERO,
        minimum: null,
        maximum: null,
        prorate: null,
        volumeBand: null,
        discount: Exact.ZERO,
      },
    });
    const options = { freeUnits: '2.5', minimum: '1', maximum: '9', prorate: { days: 26, of: '29' } };
    expect(parsePrice({ model: 'percentage', rate: '1.3', ...options })).toEqual({
      ok: true,
      value: {
        model: 'percentage',
        rate: exact('1.3'),
        fixed: Exact.ZERO,
        freeEvents: Exact.ZERO,
        freeUnits: exact('2.5'),
        minimum: exact('1'),
        maximum: exact('9'),
        prorate: { days: 26, of: 29 },
        volumeBand: null,
        discount: Exact.ZERO,
      },
    });
  });

  it.each([null, undefined, 'flat', 12, true, [], [perUnit]])('refuses %p', (json) => {
    expect(faultsOf(json, ['price'])).toEqual(['FIELD_REQUIRED price']);
  });

  it.each(['tiered', '', 'Flat', 'constructor', '__proto__', 'toString'])(
    'does not know the model %j',
    (model) => {
      expect(faultsOf({ model })).toEqual(['PRICE_MODEL_UNKNOWN model']);
    },
  );

  it('needs a model, and a name that is text', () => {
    expect(faultsOf({ unit: '1' })).toEqual(['FIELD_REQUIRED model']);
    expect(faultsOf({ model: ['flat'], amount: '1' })).toEqual(['FIELD_REQUIRED model']);
  });

  it.each([
    [{ model: 'flat' }, 'amount'],
    [{ model: 'perUnit' }, 'unit'],
    [{ model: 'graduated' }, 'tiers'],
    [{ model: 'volume', tiers: [] }, 'tiers'],
    [{ model: 'volume', tiers: {} }, 'tiers'],
    [{ model: 'package', size: '1' }, 'unit'],
    [{ model: 'package', unit: '1' }, 'size'],
    [{ model: 'percentage' }, 'rate'],
  ])('%p lacks %s', (json, field) => {
    expect(faultsOf(json)).toEqual([`FIELD_REQUIRED ${field}`]);
  });

  it.each([1, 4.42, '', '1e3', '+1', '.5', '1,000', '£4', 'NaN', ' 1', null, [], {}, true])(
    'refuses the amount %p',
    (unit) => {
      expect(faultsOf({ model: 'perUnit', unit }, ['price'])).toEqual(['AMOUNT_FORMAT price.unit']);
    },
  );

  it('holds amounts within bounds', () => {
    expect(faultsOf({ model: 'perUnit', unit: '-1' })).toEqual(['TOO_SMALL unit']);
    expect(faultsOf({ model: 'perUnit', unit: '0.0000000000001' })).toEqual(['TOO_MANY_DECIMALS unit']);
    expect(faultsOf({ model: 'perUnit', unit: '1000000000000000000' })).toEqual(['TOO_BIG unit']);
    expect(wordsOf({ model: 'package', size: '0.00', unit: '1' })).toEqual([
      'The package size must be 0.000000000001 or more.',
    ]);
  });

  it('refuses unknown fields, also those of another model', () => {
    expect(faultsOf({ ...perUnit, colour: 'red', amount: '1' })).toEqual([
      'FIELD_UNKNOWN colour',
      'FIELD_UNKNOWN amount',
    ]);
    expect(faultsOf(JSON.parse('{"model":"perUnit","unit":"1","__proto__":{}}'))).toEqual([
      'FIELD_UNKNOWN __proto__',
    ]);
    const tier = { upTo: null, unit: '1', size: '3' };
    expect(faultsOf({ model: 'volume', tiers: [tier] })).toEqual(['FIELD_UNKNOWN tiers.0.size']);
    expect(faultsOf({ ...perUnit, prorate: { days: 1, of: 2, in: 3 } })).toEqual([
      'FIELD_UNKNOWN prorate.in',
    ]);
    expect(wordsOf({ ...perUnit, ['x'.repeat(90)]: 1 })).toEqual([
      `"${'x'.repeat(40)}…" is not part of this request. Remove it and try again.`,
    ]);
  });

  it.each([
    [{ days: 30, of: 29 }],
    [{ days: -1, of: 29 }],
    [{ days: 1.5, of: 29 }],
    [{ days: 0, of: 0 }],
    [{ days: 1 }],
    [{ of: 29 }],
    [{ days: '026', of: 29 }],
    [{ days: 1e21, of: 1e22 }],
    [{ days: [1], of: 2 }],
    [{ days: 1, of: ['2'] }],
    [{}],
    [[26, 29]],
    ['26/29'],
    [null],
  ])('refuses to prorate by %p', (prorate) => {
    expect(faultsOf({ ...perUnit, prorate })).toEqual(['PRORATE_DAYS prorate']);
  });

  it.each([[{ days: 0, of: 1 }], [{ days: 1, of: 1 }], [{ days: 29, of: 29 }], [{ days: 28, of: 29 }]])(
    'prorates by %p',
    (prorate) => {
      const read = parsePrice({ ...perUnit, prorate });
      expect(read.ok && read.value.prorate).toEqual(prorate);
    },
  );

  it('counts free events in whole numbers', () => {
    const rates = (freeEvents: unknown) => faultsOf({ model: 'percentage', rate: '1', freeEvents });
    expect([rates(2), rates('2'), rates(0)]).toEqual([[], [], []]);
    expect([rates(1.5), rates('1.5')]).toEqual([
      ['TOO_MANY_DECIMALS freeEvents'],
      ['TOO_MANY_DECIMALS freeEvents'],
    ]);
    expect([rates(-1), rates('-1')]).toEqual([['TOO_SMALL freeEvents'], ['TOO_SMALL freeEvents']]);
    expect([rates('1000000000000000'), rates('9'.repeat(30))]).toEqual([
      ['TOO_BIG freeEvents'],
      ['TOO_BIG freeEvents'],
    ]);
    expect([rates('two'), rates(null), rates([2])]).toEqual(Array(3).fill(['FIELD_REQUIRED freeEvents']));
  });

  it('keeps tiers rising, and only the last open', () => {
    expect(faultsOf(tiers('10', '20', null))).toEqual([]);
    expect(faultsOf(tiers('0', null))).toEqual([]);
    expect(faultsOf(tiers('10', '10', null))).toEqual(['TIER_ORDER tiers.1.upTo']);
    expect(faultsOf(tiers('10', '9.999', '9.999', null))).toEqual([
      'TIER_ORDER tiers.1.upTo',
      'TIER_ORDER tiers.2.upTo',
    ]);
    expect(faultsOf(tiers('10', '20'))).toEqual(['TIER_LAST_OPEN tiers.1.upTo']);
    expect(faultsOf(tiers(null, null))).toEqual(['TIER_LAST_OPEN tiers.0.upTo']);
    expect(faultsOf(tiers('10', null, '5', null))).toEqual([
      'TIER_LAST_OPEN tiers.1.upTo',
      'TIER_ORDER tiers.2.upTo',
    ]);
    expect(faultsOf(tiers(undefined))).toEqual(['FIELD_REQUIRED tiers.0.upTo']);
    expect(wordsOf(tiers('10', '10', null))).toEqual(['Tier 2 must end above tier 1.']);
  });

  it('says everything that is wrong at once, and where', () => {
    const json = {
      model: 'volume',
      tiers: [
        { upTo: 'ten', unit: 1, flat: '-1' },
        null,
        { upTo: '20', unit: '1' },
        { upTo: '15', unit: '0.1234567890123' },
      ],
      freeUnits: 5,
      minimum: '1.x',
      maximum: null,
      prorate: {},
      cap: '9',
    };
    expect(faultsOf(json, ['price'])).toEqual([
      'AMOUNT_FORMAT price.tiers.0.upTo',
      'AMOUNT_FORMAT price.tiers.0.unit',
      'TOO_SMALL price.tiers.0.flat',
      'FIELD_REQUIRED price.tiers.1',
      'TOO_MANY_DECIMALS price.tiers.3.unit',
      'TIER_LAST_OPEN price.tiers.3.upTo',
      'TIER_ORDER price.tiers.3.upTo',
      'AMOUNT_FORMAT price.freeUnits',
      'AMOUNT_FORMAT price.minimum',
      'AMOUNT_FORMAT price.maximum',
      'PRORATE_DAYS price.prorate',
      'FIELD_UNKNOWN price.cap',
    ]);
    expect(wordsOf(json).slice(0, 3)).toEqual([
      'The limit of tier 1 must be an amount written as text, like "12.34".',
      'The unit price of tier 1 must be an amount written as text, like "12.34".',
      'The flat amount of tier 1 must be 0 or more.',
    ]);
  });
});

describe('a fault of a price in words', () => {
  const likeThis = 'must be an amount written as text, like "12.34".';
  it.each([
    [null, ['Enter the price.']],
    [{}, ['Enter the price model.']],
    [{ model: 'tiered' }, ['We do not know the price model "tiered".']],
    [{ model: 'flat', amount: 1 }, [`The amount ${likeThis}`]],
    [
      { model: 'package', size: 1, unit: 1 },
      [`The package size ${likeThis}`, `The package price ${likeThis}`],
    ],
    [
      { model: 'percentage', rate: 1, fixed: 1, freeEvents: '1.5', freeUnits: 1, minimum: 1, maximum: 1 },
      [
        `The percentage rate ${likeThis}`,
        `The fixed amount for each event ${likeThis}`,
        'The number of free events must have no more than 0 decimal places.',
        `The number of free units ${likeThis}`,
        `The minimum ${likeThis}`,
        `The maximum ${likeThis}`,
      ],
    ],
    [{ model: 'volume', tiers: [] }, ['Enter the tiers, at least one.']],
    [
      { model: 'volume', tiers: [null, {}] },
      [
        'Enter the unit price and limit of tier 1.',
        'Enter the limit of tier 2.',
        'Enter the unit price of tier 2.',
      ],
    ],
    [
      { model: 'perUnit', unit: '1000000000000000000' },
      ['The unit price must be 999999999999999999 or less.'],
    ],
    [
      { model: 'perUnit', unit: '0.0000000000001' },
      ['The unit price must have no more than 12 decimal places.'],
    ],
    [
      { ...perUnit, ['x'.repeat(40)]: 1 },
      [`"${'x'.repeat(40)}" is not part of this request. Remove it and try again.`],
    ],
  ])('%j', (json, words) => {
    expect(wordsOf(json)).toEqual(words);
  });
});

describe('writing a price', () => {
  it.each([
    [{ model: 'flat', amount: '150' }],
    [{ model: 'perUnit', unit: '4.42', freeUnits: '2' }],
    [
      {
        model: 'graduated',
        tiers: [
          { upTo: '10', unit: '10', flat: '2' },
          { upTo: null, unit: '5' },
        ],
        maximum: '99.9',
      },
    ],
    [{ model: 'volume', tiers: [{ upTo: null, unit: '0.0001' }], minimum: '0' }],
    [{ model: 'package', size: '10', unit: '100', prorate: { days: 26, of: 29 } }],
    [{ model: 'percentage', rate: '1.3', fixed: '2', freeEvents: 2 }],
  ])('gives back %j', (json) => {
    const read = parsePrice(json);
    expect(read.ok && priceToJson(read.value)).toEqual(json);
  });

  it('never writes a number that would read back as another', () => {
    const read = parsePrice({ model: 'percentage', rate: '1', fixed: '1', freeEvents: 1 });
    const flat = parsePrice({ model: 'flat', amount: '1' });
    if (!read.ok || !flat.ok) throw new Error('these prices are good');
    expect(() => priceToJson(partOfPeriod(read.value, { days: 1, of: 2 }))).toThrow(RangeError);
    expect(() => priceToJson(partOfPeriod(flat.value, { days: 1, of: 3 }))).toThrow(RangeError);
    expect(priceToJson(partOfPeriod(flat.value, { days: 1, of: 2 }))).toEqual({
      model: 'flat',
      amount: '0.5',
    });
  });
});

describe('what is off a price', () => {
  const at = (options: object) => parsePrice({ model: 'perUnit', unit: '1', ...options });
  const faults = (options: object) => {
    const result = at(options);
    return result.ok ? [] : result.refusals.map(({ code, path }) => `${code} ${path.join('.')}`);
  };

  it('is read, and written back', () => {
    const price = at({ volumeBand: { over: '50000', discount: '5' }, discount: '12.5' });
    expect(price.ok && priceToJson(price.value)).toEqual({
      ...{ model: 'perUnit', unit: '1' },
      ...{ volumeBand: { over: '50000', discount: '5' }, discount: '12.5' },
    });
    expect(price.ok && describePrice(price.value)).toEqual([
      '£1.00 each',
      'Volume band over 50,000: 5% off',
      'Discount of 12.5%',
    ]);
  });

  it.each([
    [{ discount: '100.01' }, ['TOO_BIG discount']],
    [{ discount: '-1' }, ['TOO_SMALL discount']],
    [{ discount: 10 }, ['AMOUNT_FORMAT discount']],
    [{ volumeBand: '5' }, ['FIELD_REQUIRED volumeBand']],
    [
      { volumeBand: { discount: '101', above: '1' } },
      ['FIELD_REQUIRED volumeBand.over', 'TOO_BIG volumeBand.discount', 'FIELD_UNKNOWN volumeBand.above'],
    ],
  ])('%j is refused', (options, expected) => {
    expect(faults(options)).toEqual(expected);
  });

  it.each([
    [{ discount: '101' }, ['The discount must be 100 or less.']],
    [{ volumeBand: '5' }, ['Enter the volume and the discount of the band.']],
    [
      { volumeBand: { discount: '101' } },
      ['Enter the volume of the band.', 'The discount of the band must be 100 or less.'],
    ],
  ])('%j is refused in words', (options, expected) => {
    const result = at(options);
    expect(result.ok ? [] : result.refusals.map(({ message }) => message)).toEqual(expected);
  });
});
