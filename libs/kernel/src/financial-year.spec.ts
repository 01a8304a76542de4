import { describe, expect, it } from '@jest/globals';
import { financialYearOf, financialYearPeriod, quarterOf } from './financial-year.js';
import { localDate } from './local-date.js';
import { daysIn } from './period.js';

const d = localDate;

describe('the financial year', () => {
  it.each([
    ['2026-03-31', '2025/26'],
    ['2026-04-01', '2026/27'],
    ['2027-01-01', '2026/27'],
    ['2027-03-31', '2026/27'],
    ['2099-04-01', '2099/00'],
  ])('of %s is %s', (date, label) => {
    expect(financialYearOf(d(date))).toBe(label);
  });

  it('runs from 1 April to 31 March', () => {
    expect(financialYearPeriod('2026/27')).toEqual({ start: '2026-04-01', end: '2027-04-01' });
    expect([daysIn(financialYearPeriod('2026/27')), daysIn(financialYearPeriod('2027/28'))]).toEqual([
      365, 366,
    ]);
  });

  it.each(['2026/28', '2026/26', '2026-27', '26/27', '2026/27 ', '', 'NaN/NaN'])('%j names none', (label) => {
    expect(() => financialYearPeriod(label)).toThrow(RangeError);
  });

  it.each([
    ['2026-04-01', '2026/27', 1, '2026-04-01', '2026-07-01'],
    ['2026-06-30', '2026/27', 1, '2026-04-01', '2026-07-01'],
    ['2026-07-01', '2026/27', 2, '2026-07-01', '2026-10-01'],
    ['2026-12-31', '2026/27', 3, '2026-10-01', '2027-01-01'],
    ['2027-01-01', '2026/27', 4, '2027-01-01', '2027-04-01'],
    ['2027-03-31', '2026/27', 4, '2027-01-01', '2027-04-01'],
  ])('%s lies in %s quarter %i', (date, financialYear, quarter, start, end) => {
    expect(quarterOf(d(date))).toEqual({ financialYear, quarter, period: { start, end } });
  });
});
