import { describe, expect, it } from '@jest/globals';
import { date, instant, month, period } from './dates.js';
import { money, percent, price, quantity } from './money.js';

describe('money', () => {
  it.each([
    ['0.00', '£0.00'],
    ['1234.5', '£1,234.50'],
    ['-1234567.89', '−£1,234,567.89'],
    ['999', '£999.00'],
    ['9007199254740993.01', '£9,007,199,254,740,993.01'],
  ])('%s reads %s', (amount, words) => expect(money(amount)).toBe(words));

  it('takes the money of an answer', () => expect(money({ amount: '12.00' })).toBe('£12.00'));

  it.each([
    ['4.420000', '£4.42'],
    ['0.0050', '£0.005'],
    ['10', '£10.00'],
  ])('a price of %s reads %s', (amount, words) => expect(price(amount)).toBe(words));
});

describe('quantities and rates', () => {
  it.each([
    ['1180.000', '1,180'],
    ['-2.50', '−2.5'],
    ['1000', '1,000'],
    ['0', '0'],
  ])('%s reads %s', (value, words) => expect(quantity(value)).toBe(words));

  it.each([
    ['0.20', '20%'],
    ['0.2', '20%'],
    ['0.05', '5%'],
    ['0', '0%'],
    ['0.175', '17.5%'],
    ['1.00', '100%'],
  ])('a rate of %s reads %s', (rate, words) => expect(percent(rate)).toBe(words));
});

describe('dates', () => {
  it('read as people write them', () => {
    expect(date('2026-09-27')).toBe('27 September 2026');
    expect(month('2026-09')).toBe('September 2026');
    expect(month('2026-09-27')).toBe('September 2026');
  });

  it('tell a moment by the clock of London, in summer and in winter', () => {
    expect(instant('2026-07-01T09:42:00Z')).toBe('1 July 2026 at 10:42am');
    expect(instant('2026-12-01T12:05:00Z')).toBe('1 December 2026 at 12:05pm');
  });

  it('tell a period by its month or by its first and last day', () => {
    expect(period({ start: '2026-09-01', end: '2026-10-01' })).toBe('September 2026');
    expect(period({ start: '2026-12-01', end: '2027-01-01' })).toBe('December 2026');
    expect(period({ start: '2026-09-15', end: '2026-10-01' })).toBe('15 September 2026 to 30 September 2026');
    expect(period({ start: '2026-09-01', end: '2026-11-01' })).toBe('1 September 2026 to 31 October 2026');
  });
});
