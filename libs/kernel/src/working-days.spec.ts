import { describe, expect, it } from '@jest/globals';
import { bankHolidaysIn } from './bank-holidays.js';
import { localDate } from './local-date.js';
import { addWorkingDays, isWorkingDay } from './working-days.js';

const d = localDate;

describe('bank holidays of England and Wales', () => {
  // As published at www.gov.uk/bank-holidays, substitute days included.
  it.each([
    [2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    [2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    [2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    [2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    [2028, '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
  ])('of %s', (year, days) => {
    expect(bankHolidaysIn(year)).toEqual(days.split(' ').map((day) => `${year}-${day}`));
  });

  it('have a weekday in place of one at a weekend', () => {
    // 1 January 2023 and 25 December 2022 were Sundays, 26 December 2020 a Saturday.
    expect(bankHolidaysIn(2023)[0]).toBe('2023-01-02');
    expect(bankHolidaysIn(2022).slice(-2)).toEqual(['2022-12-26', '2022-12-27']);
    expect(bankHolidaysIn(2020).slice(-2)).toEqual(['2020-12-25', '2020-12-28']);
  });

  it('are eight weekdays, in order, with Easter within its bounds, whatever the year', () => {
    for (let year = 1975; year <= 2300; year += 1) {
      const days = bankHolidaysIn(year);
      expect(new Set(days).size).toBe(8);
      expect([...days].sort()).toEqual(days);
      const weekdays = days.map((day) => new Date(day).getUTCDay());
      expect(weekdays.filter((weekday) => weekday === 0 || weekday === 6)).toEqual([]);
      expect(weekdays.slice(1, 6)).toEqual([5, 1, 1, 1, 1]);
      const [, , easterMonday = ''] = days;
      expect([easterMonday >= `${year}-03-23`, easterMonday <= `${year}-04-26`]).toEqual([true, true]);
    }
  });
});

describe('working days', () => {
  it('leave out weekends and bank holidays', () => {
    expect(isWorkingDay(d('2026-05-01'))).toBe(true);
    expect(isWorkingDay(d('2026-05-02'))).toBe(false);
    expect(isWorkingDay(d('2026-05-03'))).toBe(false);
    expect(isWorkingDay(d('2026-05-04'))).toBe(false);
    expect(isWorkingDay(d('2026-12-26'))).toBe(false);
    expect(isWorkingDay(d('2026-12-28'))).toBe(false);
  });

  it.each([
    ['a plain week', '2026-06-15', 5, '2026-06-22'],
    ['from a Friday over the early May bank holiday', '2026-05-01', 5, '2026-05-11'],
    ['from a Saturday', '2026-06-13', 1, '2026-06-15'],
    ['over Easter', '2026-04-02', 1, '2026-04-07'],
    ['over Christmas and New Year', '2026-12-24', 5, '2027-01-05'],
    ['over the substitute days of 2027', '2027-12-24', 1, '2027-12-29'],
    ['over the substitute day of New Year 2028', '2027-12-31', 1, '2028-01-04'],
    ['none', '2026-05-02', 0, '2026-05-02'],
  ])('are counted %s', (_, from, days, to) => {
    expect(addWorkingDays(d(from), days)).toBe(to);
  });

  // Huntingdonshire District Council, shared services, 2015: five clear days after publication, and in force the next one.
  it('make a decision of 21 July 2015 one that was in force from 29 July 2015', () => {
    expect(addWorkingDays(d('2015-07-21'), 5 + 1)).toBe('2015-07-29');
  });

  it('are never counted backward', () => {
    expect(() => addWorkingDays(d('2026-06-15'), -1)).toThrow(RangeError);
    expect(() => addWorkingDays(d('2026-06-15'), 1.5)).toThrow(RangeError);
  });
});
