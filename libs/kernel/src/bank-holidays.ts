import { addDays, localDate, type LocalDate } from './local-date.js';
import { weekdayOf } from './weekday.js';

/**
 * The bank holidays of England and Wales in a year, in order, worked out by rule: the Banking and Financial Dealings
 * Act 1971 (section 1 and schedule 1: Easter Monday, the last Mondays of May and August, 26 December if it is not a
 * Sunday, 27 December when 25 or 26 December is one), the days that a proclamation under section 1(3) has named every
 * year since (New Year's Day, the first Monday in May, and the weekday in place of one at a weekend), and the two that
 * are holidays by common law (Good Friday and Christmas Day).
 *
 * A single day that a proclamation adds or moves, as for a coronation, follows no rule and is not in it.
 */
export const bankHolidaysIn = (year: number): readonly LocalDate[] => {
  const easter = easterSunday(year);
  const christmas = dayOf(year, 12, 25);
  return [
    weekdayInPlaceOf(dayOf(year, 1, 1)),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayFrom(dayOf(year, 5, 1)),
    mondayFrom(dayOf(year, 5, 25)),
    mondayFrom(dayOf(year, 8, 25)),
    ...(CHRISTMAS_DAYS[weekdayOf(christmas)] ?? [25, 26]).map((day) => dayOf(year, 12, day)),
  ];
};

/** The two days of December by the weekday of the 25th (0 is Sunday), where they are not the 25th and 26th. */
const CHRISTMAS_DAYS: Readonly<Record<number, readonly number[]>> = { 0: [26, 27], 5: [25, 28], 6: [27, 28] };

const dayOf = (year: number, month: number, day: number): LocalDate =>
  localDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

/** The first Monday on or after a date. */
const mondayFrom = (date: LocalDate): LocalDate => addDays(date, (8 - weekdayOf(date)) % 7);

const weekdayInPlaceOf = (date: LocalDate): LocalDate =>
  [0, 6].includes(weekdayOf(date)) ? mondayFrom(date) : date;

/** Gregorian Easter: the table of the Calendar (New Style) Act 1750 as arithmetic (Meeus, Jones and Butcher). */
const easterSunday = (year: number): LocalDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const exception = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const days = epact + toSunday - 7 * exception + 114;
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1);
};
