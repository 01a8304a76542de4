import { describe, expect, it } from '@jest/globals';
import { exact } from './decimal.js';
import { formatPence, formatPounds, parsePence, penceToExact } from './money.js';

describe('pence', () => {
  it('are read from pounds', () => {
    expect(parsePence('12.34')).toBe(1234n);
    expect(parsePence('12')).toBe(1200n);
    expect(parsePence('0.5')).toBe(50n);
    expect(parsePence('999999999999999.99')).toBe(99999999999999999n);
    expect(parsePence('-0.05', { allowNegative: true })).toBe(-5n);
  });

  it.each(['-0.05', '1.005', '1000000000000000', '', '1e2', '.50', '-0', 12.34, null])(
    'refuse %p',
    (text) => {
      expect(parsePence(text)).toBeNull();
    },
  );

  it('are printed as pounds for machines', () => {
    expect([1234n, 5n, 0n, -5n, -12345n, 100000n].map(formatPence)).toEqual([
      '12.34',
      '0.05',
      '0.00',
      '-0.05',
      '-123.45',
      '1000.00',
    ]);
  });

  it('are printed as pounds for people', () => {
    expect([123456n, 5n, -5n, 99999n, 100000n, -123456789n].map(formatPounds)).toEqual([
      '£1,234.56',
      '£0.05',
      '-£0.05',
      '£999.99',
      '£1,000.00',
      '-£1,234,567.89',
    ]);
  });

  it('are exact pounds', () => {
    expect(penceToExact(-1205n)).toEqual(exact('-12.05'));
  });
});
