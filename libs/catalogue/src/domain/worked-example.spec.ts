import { describe, expect, it } from '@jest/globals';
import { exact } from '#libs/kernel';
import { parsePrice, type Price } from '#libs/pricing';
import { workedExample } from './worked-example.js';

const priceOf = (json: Record<string, unknown>): Price => {
  const price = parsePrice(json);
  if (!price.ok) throw new Error('no price');
  return price.value;
};
const each = priceOf({ model: 'perUnit', unit: '4.42' });
const typicalOf = (text: string | null) => ({
  charge: 'USAGE' as const,
  typicalPerThousand: text === null ? null : exact(text),
});

describe('a worked example', () => {
  it('takes a twelfth of what 100,000 residents typically use in a year', () => {
    const { quantity, residents, net, steps } = workedExample(each, typicalOf('60'));
    expect([quantity.toDecimalString(), residents, net, steps.length]).toEqual(['500', 100_000, 221_000n, 1]);
  });

  it('takes whole units', () => {
    expect(workedExample(each, typicalOf('0.5')).quantity.toDecimalString()).toBe('4');
  });

  it.each([
    ['nobody has said what is typical', null],
    ['what is typical is less than half a unit a month', '0.05'],
  ])('takes 1,000 units when %s', (_, typical) => {
    const { quantity, residents, net } = workedExample(each, typicalOf(typical));
    expect([quantity.toDecimalString(), residents, net]).toEqual(['1000', null, 442_000n]);
  });

  it.each(['RECURRING', 'ONE_TIME'] as const)('takes one unit of what is %s', (charge) => {
    const { quantity, residents, net } = workedExample(each, { charge, typicalPerThousand: null });
    expect([quantity.toDecimalString(), residents, net]).toEqual(['1', null, 442n]);
  });

  it('shows each tier, and is a complete month with its minimum', () => {
    const tiers = [
      { upTo: '250', unit: '9.80', flat: '150.00' },
      { upTo: null, unit: '8.40' },
    ];
    expect(workedExample(priceOf({ model: 'graduated', tiers }), typicalOf('54')).net).toBe(428_000n);
    expect(
      workedExample(priceOf({ model: 'perUnit', unit: '1', minimum: '5000' }), typicalOf(null)).net,
    ).toBe(500_000n);
  });
});
