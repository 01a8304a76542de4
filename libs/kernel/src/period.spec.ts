import { describe, expect, it } from '@jest/globals';
import { localDate } from './local-date.js';
import {
  contains,
  daysIn,
  intersect,
  lastDayOf,
  month,
  monthLabel,
  monthName,
  monthOf,
  nextMonth,
  parseMonth,
  periodOf,
  previousMonth,
} from './period.js';

const d = localDate;
const april = month('2026-04');

describe('a period', () => {
  it('is half-open', () => {
    expect(april).toEqual({ start: '2026-04-01', end: '2026-05-01' });
    expect([contains(april, d('2026-03-31')), contains(april, d('2026-04-01'))]).toEqual([false, true]);
    expect([contains(april, d('2026-04-30')), contains(april, d('2026-05-01'))]).toEqual([true, false]);
    expect(lastDayOf(april)).toBe('2026-04-30');
  });

  it('ends after it starts', () => {
    expect(periodOf(d('2026-04-01'), d('2026-04-02'))).toEqual({ start: '2026-04-01', end: '2026-04-02' });
    expect(() => periodOf(d('2026-04-01'), d('2026-04-01'))).toThrow(RangeError);
    expect(() => periodOf(d('2026-04-02'), d('2026-04-01'))).toThrow(RangeError);
  });

  it.each(['2026-13', '2026-4', '2026', '2026-04-01', '', ' 2026-04', 202604, null])(
    'of %p is no month',
    (label) => {
      expect(parseMonth(label)).toBeNull();
    },
  );

  it('of a month is named, and has neighbours', () => {
    expect(() => month('2026-00')).toThrow(RangeError);
    expect(monthOf(d('2028-02-29'))).toEqual({ start: '2028-02-01', end: '2028-03-01' });
    expect([monthLabel(april), monthName(april)]).toEqual(['2026-04', 'April 2026']);
    expect(nextMonth(month('2026-12'))).toEqual(month('2027-01'));
    expect(previousMonth(month('2026-01'))).toEqual(month('2025-12'));
  });

  it('counts its days', () => {
    expect(['2026-02', '2028-02', '2026-03', '2026-10'].map((label) => daysIn(month(label)))).toEqual([
      28, 29, 31, 31,
    ]);
  });

  it('meets another in the days that both have', () => {
    expect(intersect(april, periodOf(d('2026-04-10'), d('2026-06-01')))).toEqual({
      start: '2026-04-10',
      end: '2026-05-01',
    });
    expect(intersect(april, april)).toEqual(april);
    expect(intersect(april, month('2026-05'))).toBeNull();
    expect(intersect(month('2026-05'), april)).toBeNull();
  });
});
