import { describe, expect, it } from '@jest/globals';
import { settingFault } from './setting-fault.js';

const rule = { field: 'The limit', path: ['limit'], most: 100_000n };
const fault = (text: string, most = rule.most) => {
  const refused = settingFault(text, { ...rule, most });
  return (
    refused && refused.refusals.map(({ code, message, path }) => `${code} ${path.join('.')}: ${message}`)
  );
};

describe('a sum that a lead authority sets', () => {
  it('is pounds from nothing up to the most', () => {
    expect(['0', '0.01', '999.99', '1000', '1000.00'].map((text) => fault(text))).toEqual([
      ...[null, null, null, null, null],
    ]);
  });

  it.each([
    ['1000.01', 'TOO_BIG limit: The limit must be £1,000 or less.'],
    ['9999999999999999', 'TOO_BIG limit: The limit must be £1,000 or less.'],
    ['-1', 'TOO_SMALL limit: The limit must be £0 or more.'],
    ['1.005', 'TOO_MANY_DECIMALS limit: The limit must have no more than 2 decimal places.'],
    ['£5', 'AMOUNT_FORMAT limit: The limit must be an amount written as text, like "12.34".'],
  ])('of %s is refused', (text, words) => {
    expect(fault(text)).toEqual([words]);
  });

  it('has its most named with pence where there are any', () => {
    expect(fault('100', 1_050n)).toEqual(['TOO_BIG limit: The limit must be £10.50 or less.']);
  });
});
