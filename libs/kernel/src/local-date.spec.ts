import { describe, expect, it } from '@jest/globals';
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  earlierOf,
  formatLongDate,
  formatMonth,
  isAfter,
  isBefore,
  laterOf,
  localDate,
  parseLocalDate,
  startOfMonth,
} from './local-date.js';

const d = localDate;

describe('a local date', () => {
  it.each(['2026-04-01', '2028-02-29', '2000-02-29', '1000-01-01', '9999-12-31'])('reads %s', (text) => {
    expect(parseLocalDate(text)).toBe(text);
  });

  it.each([
    '2026-02-30',
    '2026-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-4-1',
    '0999-12-31',
    '26-04-01',
    '2026-04-01T00:00:00Z',
    '2026-04-01 ',
    '2026-04-01\n',
    '+02026-04-01',
    '01/04/2026',
    '２０２６-04-01',
    '',
    20260401,
    ['2026-04-01'],
    null,
    undefined,
  ])('refuses %p', (text) => {
    expect(parseLocalDate(text)).toBeNull();
  });

  it('throws on a constant that is no date', () => {
    expect(() => d('2026-02-30')).toThrow(RangeError);
  });

  it('adds days over months, years and 29 February', () => {
    expect(addDays(d('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(d('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addDays(d('2028-02-29'), 366)).toBe('2029-03-01');
    expect(addDays(d('2026-03-29'), -29)).toBe('2026-02-28');
    expect(() => addDays(d('9999-12-31'), 1)).toThrow(RangeError);
  });

  // lago-api spec/scenarios/subscriptions/billing_boundaries_spec.rb; autumn get-cycle-end-eom-clamp.test.ts (dates only)
  it('adds months from the original anchor, so month ends do not drift', () => {
    const anchor = d('2024-01-31');
    expect([0, 1, 2, 3].map((n) => addMonths(anchor, n))).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
    ]);
    expect(addMonths(d('2026-01-31'), 3)).toBe('2026-04-30');
    expect(addMonths(d('2026-01-31'), 6)).toBe('2026-07-31');
    expect(addMonths(d('2026-03-31'), 4)).toBe('2026-07-31');
    expect(addMonths(d('2028-02-29'), 12)).toBe('2029-02-28');
    expect(addMonths(d('2026-01-15'), -1)).toBe('2025-12-15');
    expect(addMonths(d('2026-12-31'), -10)).toBe('2026-02-28');
  });

  // meteroid utils/periods.rs; killbill proRations/inAdvance/monthly/TestProRation.java
  it.each([
    ['2025-10-08', '2026-01-01', '2025-10-01', '2026-01-01', 85, 92],
    ['2025-04-15', '2026-04-01', '2025-04-01', '2026-04-01', 351, 365],
    ['2012-02-01', '2012-02-15', '2012-02-01', '2012-03-01', 14, 29],
  ])('counts days half-open: %s to %s', (from, to, fullFrom, fullTo, days, of) => {
    expect([daysBetween(d(from), d(to)), daysBetween(d(fullFrom), d(fullTo))]).toEqual([days, of]);
  });

  it('is ordered', () => {
    const [early, late] = [d('2026-03-31'), d('2026-04-01')];
    expect([compareDates(early, late), compareDates(late, early), compareDates(late, late)]).toEqual([
      -1, 1, 0,
    ]);
    expect([isBefore(early, late), isBefore(late, late), isAfter(late, early), isAfter(late, late)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect([earlierOf(early, late), earlierOf(late, early)]).toEqual([early, early]);
    expect([laterOf(early, late), laterOf(late, early)]).toEqual([late, late]);
    expect(daysBetween(late, early)).toBe(-1);
  });

  it('is written out, and knows its month', () => {
    expect(formatLongDate(d('2026-04-01'))).toBe('1 April 2026');
    expect(formatLongDate(d('2026-12-31'))).toBe('31 December 2026');
    expect(startOfMonth(d('2028-02-29'))).toBe('2028-02-01');
  });

  it.each([
    ['2026-01-31', 'January 2026'],
    ['2028-02-29', 'February 2028'],
    ['2026-03-01', 'March 2026'],
    ['2026-04-30', 'April 2026'],
    ['2026-05-01', 'May 2026'],
    ['2026-06-30', 'June 2026'],
    ['2026-07-01', 'July 2026'],
    ['2026-08-31', 'August 2026'],
    ['2026-09-01', 'September 2026'],
    ['2026-10-31', 'October 2026'],
    ['2026-11-01', 'November 2026'],
    ['2026-12-31', 'December 2026'],
  ])('%s lies in %s', (date, name) => {
    expect(formatMonth(d(date))).toBe(name);
  });
});
