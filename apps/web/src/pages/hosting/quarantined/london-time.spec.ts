import { describe, expect, it } from '@jest/globals';
import { clockIn, instantOf, londonTimeOf } from './london-time.js';

describe("London's clock in a form", () => {
  it.each([
    ['2026-07-01T09:42:00.000Z', '2026-07-01', '10:42'],
    ['2026-12-01T09:42:00.000Z', '2026-12-01', '09:42'],
    ['2026-07-31T23:30:00.000Z', '2026-08-01', '00:30'],
    ['2026-11-30T00:00:00.000Z', '2026-11-30', '00:00'],
  ])('shows %s as %s %s, and back', (instant, date, clock) => {
    expect(londonTimeOf(instant)).toEqual({ date, clock });
    expect(instantOf(date, clock)).toBe(instant);
  });

  it.each([
    ['9:05', '09:05'],
    [' 09.05 ', '09:05'],
    ['23:59', '23:59'],
    ['24:00', null],
    ['12:60', null],
    ['noon', null],
    ['', null],
  ])('reads %s as %s', (typed, clock) => expect(clockIn(typed)).toBe(clock));
});
