import { describe, expect, it } from '@jest/globals';
import { exact } from '#libs/kernel';
import { calculationToJson, parseCalculation, ratedLineToJson } from './calculation.js';
import { rateLine, vatOn } from './rate-line.js';

const calculate = (json: unknown) => {
  const input = parseCalculation(json);
  return input.ok
    ? ratedLineToJson(rateLine(input.value))
    : input.refusals.map((refusal) => `${refusal.code} ${refusal.path.join('.')}`);
};
const perUnit = { model: 'perUnit', unit: '4.42' };

describe('a line', () => {
  it('is what the period is worth, rounded once, less what is billed', () => {
    const price = { model: 'percentage', rate: '2.9', freeEvents: 4 };
    expect(calculate({ price, quantity: '4', events: 4, final: true, vatRate: '0.20' })).toEqual({
      lines: [
        { kind: 'percentage', label: '2.9% of the amount', quantity: '4', unit: '0.029', amount: '0.116' },
      ],
      exact: '0.116',
      net: '0.12',
      vat: '0.02',
      gross: '0.14',
    });
  });

  it('is a credit when less is due than is billed, rounded alike', () => {
    const json = { price: perUnit, quantity: '1', alreadyBilled: { net: '8.84' }, vatRate: '0.2' };
    expect(calculate(json)).toMatchObject({ exact: '4.42', net: '-4.42', vat: '-0.88', gross: '-5.30' });
    expect([vatOn(-250n, exact('0.05')), vatOn(250n, exact('0.05'))]).toEqual([-13n, 13n]);
  });

  it('needs a price only', () => {
    expect(calculate({ price: perUnit })).toEqual({
      lines: [{ kind: 'unit', label: 'Units', quantity: '0', unit: '4.42', amount: '0' }],
      exact: '0',
      net: '0.00',
      vat: '0.00',
      gross: '0.00',
    });
    expect(calculate({ price: { ...perUnit, minimum: '10' } })).toMatchObject({ net: '0.00' });
    expect(calculate({ price: { ...perUnit, minimum: '10' }, final: true })).toMatchObject({ net: '10.00' });
  });

  it('can be a part of its period, when the price changed inside it', () => {
    const tiers = [
      { upTo: '10', unit: '3', flat: '2' },
      { upTo: null, unit: '1' },
    ];
    const json = { price: { model: 'graduated', tiers }, part: { days: 10, of: 30 }, quantity: '4' };
    expect(calculate(json)).toMatchObject({ exact: '11.33333333333333333333', net: '11.33' });
  });

  it('can be for the days that something is held: all that it is worth is that share', () => {
    const json = { price: { model: 'flat', amount: '30' }, held: { days: 10, of: 30 } };
    expect(calculate(json)).toMatchObject({ exact: '10', net: '10.00' });
    const input = parseCalculation(json);
    expect(input.ok && calculationToJson(input.value)).toMatchObject(json);
  });

  it('is written down so that it reads back the same', () => {
    const json = {
      price: { model: 'flat', amount: '10', prorate: { days: 26, of: 29 } },
      part: { days: 1, of: 3 },
      quantity: '100.5',
      events: 4,
      final: true,
      alreadyBilled: { net: '-1.50' },
      vatRate: '0.2',
    };
    const input = parseCalculation(json);
    expect(input.ok && calculationToJson(input.value)).toEqual(json);
    const plain = parseCalculation({ price: perUnit });
    expect(plain.ok && calculationToJson(plain.value)).toEqual({
      price: perUnit,
      quantity: '0',
      events: 0,
      final: false,
      alreadyBilled: { net: '0.00' },
      vatRate: '0',
    });
  });
});

describe('a calculation that cannot be done', () => {
  it.each([null, 12, 'price', [], true])('is not an object: %p', (json) => {
    expect(calculate(json)).toEqual(['FIELD_REQUIRED ']);
  });

  it('says everything at once, with the place of each fault', () => {
    const json = {
      price: { model: 'perUnit', unit: 4.42, size: '1' },
      part: { days: 2, of: 1 },
      quantity: '-1',
      events: -1,
      final: 'yes',
      alreadyBilled: { net: '1.005', vat: '0' },
      vatRate: '20',
      currency: 'GBP',
    };
    expect(calculate(json)).toEqual([
      'AMOUNT_FORMAT price.unit',
      'FIELD_UNKNOWN price.size',
      'PRORATE_DAYS part',
      'QUANTITY_NEGATIVE quantity',
      'TOO_SMALL events',
      'CHOICE_UNKNOWN final',
      'TOO_MANY_DECIMALS alreadyBilled.net',
      'FIELD_UNKNOWN alreadyBilled.vat',
      'TOO_BIG vatRate',
      'FIELD_UNKNOWN currency',
    ]);
  });

  it.each([
    [null, ['Enter a JSON object with a price.']],
    [{ price: perUnit, quantity: 1 }, ['The quantity must be an amount written as text, like "12.34".']],
    [{ price: perUnit, events: 'x' }, ['Enter the number of events, a whole number like 4.']],
    [{ price: perUnit, events: -1 }, ['The number of events must be 0 or more.']],
    [{ price: perUnit, events: 1e15 }, ['The number of events must be 999999999999999 or less.']],
    [{ price: perUnit, final: 1 }, ['Choose one of the listed options for "final": true or false.']],
    [{ price: perUnit, alreadyBilled: 1 }, ['Enter the net billed already.']],
    [
      { price: perUnit, alreadyBilled: { net: '0.001' } },
      ['The net billed already must have no more than 2 decimal places.'],
    ],
    [
      { price: perUnit, alreadyBilled: { net: '1000000000000000' } },
      ['The net billed already must be 999999999999999 or less.'],
    ],
    [{ price: perUnit, vatRate: '1.01' }, ['The VAT rate must be 1 or less.']],
  ])('is told in words: %j', (json, words) => {
    const read = parseCalculation(json);
    expect(read.ok ? [] : read.refusals.map(({ message }) => message)).toEqual(words);
  });

  it('is not one at the limits: a VAT rate of 1, 15 digits of events and of pounds billed', () => {
    const events = 999_999_999_999_999;
    const alreadyBilled = { net: '999999999999999.99' };
    const read = parseCalculation({ price: perUnit, events, alreadyBilled, vatRate: '1' });
    expect(read.ok && [read.value.events, read.value.alreadyBilled, read.value.vatRate]).toEqual([
      999_999_999_999_999n,
      99_999_999_999_999_999n,
      exact('1'),
    ]);
  });

  it.each([
    [{}, 'FIELD_REQUIRED price'],
    [{ price: perUnit, quantity: 100.5 }, 'AMOUNT_FORMAT quantity'],
    [{ price: perUnit, quantity: null }, 'AMOUNT_FORMAT quantity'],
    [{ price: perUnit, quantity: '1e3' }, 'AMOUNT_FORMAT quantity'],
    [{ price: perUnit, events: 1.5 }, 'TOO_MANY_DECIMALS events'],
    [{ price: perUnit, events: 'four' }, 'FIELD_REQUIRED events'],
    [{ price: perUnit, alreadyBilled: '0.00' }, 'FIELD_REQUIRED alreadyBilled'],
    [{ price: perUnit, alreadyBilled: {} }, 'FIELD_REQUIRED alreadyBilled.net'],
    [{ price: perUnit, alreadyBilled: { net: 1 } }, 'AMOUNT_FORMAT alreadyBilled.net'],
    [{ price: perUnit, vatRate: 0.2 }, 'AMOUNT_FORMAT vatRate'],
    [{ price: perUnit, vatRate: '-0.2' }, 'TOO_SMALL vatRate'],
    [{ price: perUnit, final: null }, 'CHOICE_UNKNOWN final'],
  ])('%j: %s', (json, fault) => {
    expect(calculate(json)).toEqual([fault]);
  });
});
