import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, daysIn, Exact, exact, localDate, month, startOfDay, type Period } from '#libs/kernel';
import { averageLevel, levelsByDay, type Level } from './time-weighted.js';

const at = (instant: string, quantity: string): Level => ({
  at: BigInt(Date.parse(instant)) * 1000n,
  quantity: exact(quantity),
});
const average = (levels: readonly Level[], period: Period, counted: Period | null = period): string =>
  averageLevel(levelsByDay(levels, period, counted)).toDecimalString();

describe('the average of a level over time', () => {
  const april = month('2026-04');

  it('is 0 before the first level, and holds each one until the next', () => {
    expect(average([], april)).toBe('0');
    expect(average([at('2026-03-01T00:00:00Z', '7')], april)).toBe('7');
    // Half of the month's 30 days.
    expect(average([at('2026-04-15T23:00:00Z', '10')], april)).toBe('5');
    expect(average([at('2026-03-01T00:00:00Z', '4'), at('2026-04-15T23:00:00Z', '10')], april)).toBe('7');
    expect(average([at('2026-05-01T00:00:00Z', '9')], april)).toBe('0');
  });

  it('takes the last of several at one instant, and a level of 0 at its word', () => {
    const instant = '2026-04-15T23:00:00Z';
    expect(average([at(instant, '1000'), at(instant, '10')], april)).toBe('5');
    expect(average([at('2026-03-31T23:00:00Z', '10'), at(instant, '0')], april)).toBe('5');
  });

  it('counts hours as they are: a day of 23 or 25 hours when the clocks change', () => {
    // London's March 2026 has 743 hours, its October 745.
    const spring = [at('2026-03-29T00:00:00Z', '743'), at('2026-03-29T23:00:00Z', '0')];
    expect(average(spring, month('2026-03'))).toBe('23');
    const autumn = [at('2026-10-24T23:00:00Z', '745'), at('2026-10-26T00:00:00Z', '0')];
    expect(average(autumn, month('2026-10'))).toBe('25');
    const [day] = levelsByDay(
      autumn,
      { start: localDate('2026-10-25'), end: localDate('2026-10-26') },
      april,
    );
    expect(day?.length).toBe(25n * 3_600_000_000n);
  });

  it('has a level only on days that count: not outside the term, nor those to come', () => {
    const levels = [at('2026-03-01T00:00:00Z', '30')];
    const days = (start: string, end: string) => ({ start: localDate(start), end: localDate(end) });
    expect(average(levels, april, days('2026-04-21', '2030-01-01'))).toBe('10');
    expect(average(levels, april, days('2020-01-01', '2026-04-02'))).toBe('1');
    expect(average(levels, april, days('2027-01-01', '2028-01-01'))).toBe('0');
    expect(average(levels, april, null)).toBe('0');
  });

  it('is exact, and rounded once to 12 places, half away from zero', () => {
    expect(average([at('2026-04-10T23:00:00Z', '1')], april)).toBe('0.666666666667');
    // A microsecond of a level of 1 in a month of 2,592,000 seconds.
    const blink = [at('2026-04-10T23:00:00Z', '1'), at('2026-04-10T23:00:00Z', '0')];
    const micro = [blink[0], { ...blink[1], at: (blink[1]?.at ?? 0n) + 1n }] as readonly Level[];
    expect(average(micro, april)).toBe('0');
    expect(
      average(
        micro.map((level) => ({ ...level, quantity: level.quantity.times(exact('2592000')) })),
        april,
      ),
    ).toBe('0.000001');
  });

  it('is what looking at every quarter of an hour says', () => {
    const QUARTER = 900_000;
    const scenario = fc.record({
      label: fc.constantFrom('2026-02', '2026-03', '2026-04', '2026-10', '2028-02'),
      changes: fc.array(
        fc.record({ quarter: fc.integer({ min: -400, max: 3200 }), tenths: fc.integer({ min: 0, max: 50 }) }),
        { maxLength: 30 },
      ),
      first: fc.integer({ min: -3, max: 20 }),
      length: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(scenario, ({ label, changes, first, length }) => {
        const period = month(label);
        const [from, to] = [startOfDay(period.start).getTime(), startOfDay(period.end).getTime()];
        const ordered = [...changes].sort((a, b) => a.quarter - b.quarter);
        const levels = ordered.map(({ quarter, tenths }) => ({
          at: BigInt(from + quarter * QUARTER) * 1000n,
          quantity: Exact.of(BigInt(tenths), 10n),
        }));
        const counted = { start: addDays(period.start, first), end: addDays(period.start, first + length) };
        const [opens, ends] = [startOfDay(counted.start).getTime(), startOfDay(counted.end).getTime()];
        let tenthsTimesQuarters = 0n;
        for (let now = from; now < to; now += QUARTER) {
          if (now < opens || now >= ends) continue;
          const newest = ordered.filter(({ quarter }) => from + quarter * QUARTER <= now).at(-1);
          tenthsTimesQuarters += BigInt(newest?.tenths ?? 0);
        }
        const naive =
          (tenthsTimesQuarters * 10n ** 11n * 2n * BigInt(QUARTER) + BigInt(to - from)) /
          (2n * BigInt(to - from));
        const exactly = averageLevel(levelsByDay(levels, period, counted));
        expect(exactly.times(exact('1000000000000')).toDecimalString()).toBe(naive.toString());
      }),
      { numRuns: 60 },
    );
  });

  it('of a month is that of its days, weighted by their lengths', () => {
    const period = month('2026-10');
    const levels = [at('2026-10-02T11:00:00Z', '3.3'), at('2026-10-25T00:30:00Z', '12')];
    const days = levelsByDay(levels, period, period);
    expect(days).toHaveLength(daysIn(period));
    const weighted = days.map((day) => Exact.of(day.length).times(day.levelTime.over(Exact.of(day.length))));
    expect(Exact.sum(weighted).equals(Exact.sum(days.map(({ levelTime }) => levelTime)))).toBe(true);
  });
});
