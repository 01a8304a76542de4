import { describe, expect, it } from '@jest/globals';
import { describePrice } from './describe-price.js';
import { parsePrice } from './parse-price.js';
import { partOfPeriod } from './part-of-period.js';

const words = (json: unknown) => {
  const read = parsePrice(json);
  if (!read.ok) throw new Error(read.refusals.map(({ message }) => message).join(' '));
  return describePrice(read.value);
};
const tiers = [
  { upTo: '10', unit: '10', flat: '2' },
  { upTo: '1020.5', unit: '0.0125' },
  { upTo: null, unit: '0', flat: '3' },
];

describe('a price in words', () => {
  it.each([
    [{ model: 'flat', amount: '1250' }, ['£1,250.00 for each period']],
    [{ model: 'perUnit', unit: '4.42' }, ['£4.42 each']],
    [{ model: 'perUnit', unit: '0.123456789012' }, ['£0.123456789012 each']],
    [{ model: 'flat', amount: '1234567.5' }, ['£1,234,567.50 for each period']],
    [{ model: 'package', size: '12345678', unit: '100' }, ['£100.00 for every started 12,345,678']],
    [
      { model: 'graduated', tiers },
      [
        'First 10: £10.00 each plus £2.00',
        'Next 1,010.5: £0.0125 each',
        'Over 1,020.5: £0.00 each plus £3.00',
      ],
    ],
    [
      { model: 'volume', tiers },
      [
        'Up to 10: £10.00 each for all plus £2.00',
        'Over 10, up to 1,020.5: £0.0125 each for all',
        'Over 1,020.5: £0.00 each for all plus £3.00',
      ],
    ],
    [{ model: 'graduated', tiers: [{ upTo: null, unit: '1' }] }, ['Any quantity: £1.00 each']],
    [{ model: 'volume', tiers: [{ upTo: null, unit: '1' }] }, ['Any quantity: £1.00 each for all']],
    [{ model: 'package', size: '10', unit: '100' }, ['£100.00 for every started 10']],
    [{ model: 'percentage', rate: '1.3' }, ['1.3% of the amount']],
    [
      { model: 'percentage', rate: '1.3', fixed: '2', freeEvents: 2 },
      ['1.3% of the amount', '£2.00 for each event after the first 2'],
    ],
    [{ model: 'percentage', rate: '1.3', fixed: '0.5' }, ['1.3% of the amount', '£0.50 for each event']],
  ])('%j', (json, expected) => {
    expect(words(json)).toEqual(expected);
  });

  it('names every option', () => {
    const options = { freeUnits: '1000', minimum: '5', maximum: '2000.5', prorate: { days: 26, of: 29 } };
    expect(words({ model: 'perUnit', unit: '1', ...options })).toEqual([
      'First 1,000 free',
      '£1.00 each',
      'At least £5.00 for each period',
      'At most £2,000.50 for each period',
      'Amounts for a period are charged for 26 of 29 days',
    ]);
  });

  it('shortens a number that never ends', () => {
    const read = parsePrice({ model: 'flat', amount: '10' });
    expect(read.ok && describePrice(partOfPeriod(read.value, { days: 2, of: 3 }))).toEqual([
      '£6.666667 for each period',
    ]);
  });
});
