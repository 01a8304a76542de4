import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, localDate } from './local-date.js';
import { instantBounds, londonDateOf, startOfDay } from './london.js';
import { contains, month, monthLabel, monthOf } from './period.js';

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const hoursIn = (label: string) => {
  const { from, to } = instantBounds(month(label));
  return (to.getTime() - from.getTime()) / 3_600_000;
};

describe("London's calendar", () => {
  // computed with the time zone database; no open billing system tests a London boundary
  it.each([
    ['2025-03', '2025-03-01T00:00:00.000Z', '2025-03-31T23:00:00.000Z', 743],
    ['2025-04', '2025-03-31T23:00:00.000Z', '2025-04-30T23:00:00.000Z', 720],
    ['2025-10', '2025-09-30T23:00:00.000Z', '2025-11-01T00:00:00.000Z', 745],
    ['2026-03', '2026-03-01T00:00:00.000Z', '2026-03-31T23:00:00.000Z', 743],
    ['2026-10', '2026-09-30T23:00:00.000Z', '2026-11-01T00:00:00.000Z', 745],
    ['2028-02', '2028-02-01T00:00:00.000Z', '2028-03-01T00:00:00.000Z', 696],
  ])('%s is from %s to %s', (label, from, to, hours) => {
    const bounds = instantBounds(month(label));
    expect([bounds.from.toISOString(), bounds.to.toISOString()]).toEqual([from, to]);
    expect(hoursIn(label)).toBe(hours);
  });

  it('has a day of 23 hours in spring and one of 25 in autumn', () => {
    const hours = (date: string) =>
      (startOfDay(addDays(localDate(date), 1)).getTime() - startOfDay(localDate(date)).getTime()) / 3_600_000;
    expect([hours('2026-03-28'), hours('2026-03-29'), hours('2026-03-30')]).toEqual([24, 23, 24]);
    expect([hours('2026-10-24'), hours('2026-10-25'), hours('2026-10-26')]).toEqual([24, 25, 24]);
  });

  it.each([
    ['2026-03-31T22:59:59.999Z', '2026-03-31'],
    ['2026-03-31T23:00:00.000Z', '2026-04-01'],
    ['2026-03-29T00:59:59.999Z', '2026-03-29'],
    ['2026-03-29T01:00:00.000Z', '2026-03-29'],
    ['2026-10-24T22:59:59.999Z', '2026-10-24'],
    ['2026-10-24T23:00:00.000Z', '2026-10-25'],
    ['2026-10-25T23:59:59.999Z', '2026-10-25'],
    ['2026-10-26T00:00:00.000Z', '2026-10-26'],
    ['2028-02-29T23:59:59.999Z', '2028-02-29'],
    ['2026-12-31T23:59:59.999Z', '2026-12-31'],
  ])('%s is on %s', (instant, date) => {
    expect(londonDateOf(new Date(instant))).toBe(date);
  });

  // the shape of killbill TestDSTUsageIssue.java, moved to London
  it('counts records at month edges in their own month', () => {
    const instants = [
      '2026-03-01T00:00:00Z',
      '2026-03-15T00:00:00Z',
      '2026-03-31T22:59:00Z',
      '2026-03-31T23:00:00Z',
      '2026-03-31T23:01:00Z',
      '2026-04-15T00:00:00Z',
      '2026-04-30T22:59:00Z',
      '2026-04-30T23:00:00Z',
      '2026-04-30T23:01:00Z',
    ];
    const labels = instants.map((instant) => monthLabel(monthOf(londonDateOf(new Date(instant)))));
    const count = (label: string) => labels.filter((found) => found === label).length;
    expect([count('2026-03'), count('2026-04'), count('2026-05')]).toEqual([3, 4, 2]);
  });

  it('throws on an instant that is none', () => {
    expect(() => londonDateOf(new Date(NaN))).toThrow(RangeError);
  });

  it(`puts every instant in exactly the day and month whose bounds hold it (seed ${seed})`, () => {
    const instant = fc.date({
      min: new Date('1972-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (at) => {
        const date = londonDateOf(at);
        expect(startOfDay(date).getTime()).toBeLessThanOrEqual(at.getTime());
        expect(startOfDay(addDays(date, 1)).getTime()).toBeGreaterThan(at.getTime());
        expect(contains(monthOf(date), date)).toBe(true);
      }),
      { seed, numRuns: 1_000 },
    );
  });
});
