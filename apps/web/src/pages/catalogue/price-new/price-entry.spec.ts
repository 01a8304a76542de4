import { describe, expect, it } from '@jest/globals';
import { priceEntry } from './price-entry.js';

const starts = { 'startsOn-day': '1', 'startsOn-month': '4', 'startsOn-year': '2027' };
const nothingElse = { freeUnits: null, minimum: null, maximum: null };

describe('a price as typed', () => {
  it('is read by its model, and takes nothing of another', () => {
    const typed = { ...starts, 'price.unit': '£4.42', 'price.amount': '9', 'price.minimum': '1,000' };
    const entry = priceEntry('PER_UNIT', typed);
    expect(entry.price).toEqual({ model: 'PER_UNIT', unit: '4.42', ...nothingElse, minimum: '1000' });
    expect(entry.startsOn).toBe('2027-04-01');
    expect(entry.wrongs.any).toBe(false);
  });

  it('has the tiers of the rows that were used, and refusals find their rows', () => {
    const entry = priceEntry('GRADUATED', {
      ...starts,
      'price.tiers.0.upTo': '250',
      'price.tiers.0.unit': '9.80',
      'price.tiers.0.flat': '150',
      'price.tiers.2.unit': '7.15',
    });
    expect(entry.price).toEqual({
      model: 'GRADUATED',
      tiers: [
        { upTo: '250', unit: '9.80', flat: '150' },
        { upTo: null, unit: '7.15', flat: null },
      ],
      ...nothingElse,
    });
    expect(entry.rename['price.tiers.1.upTo']).toBe('price.tiers.2.upTo');
    expect(entry.rename['price.tiers']).toBe('price.tiers.0.unit');
  });

  it.each([
    ['FLAT', ['Enter the amount for each month.', 'Enter the first day.']],
    ['PACKAGE', ['Enter the units in a package.', 'Enter the price.', 'Enter the first day.']],
    ['PERCENTAGE', ['Enter the percentage.', 'Enter the first day.']],
    ['VOLUME', ['Enter the first day.']],
  ] as const)('of the model %s without anything says all that is missing', (model, sentences) => {
    expect(priceEntry(model, {}).wrongs.list.map(({ text }) => text)).toEqual(sentences);
  });

  it('names the tier that cannot be read', () => {
    const entry = priceEntry('VOLUME', { ...starts, 'price.tiers.1.upTo': 'many' });
    expect(entry.wrongs.list).toEqual([
      { text: 'The limit of tier 2 must be a number, like 1250 or 12.34.', href: '#f-price-tiers-1-upTo' },
      { text: 'Enter the unit price of tier 2.', href: '#f-price-tiers-1-unit' },
    ]);
  });
});
