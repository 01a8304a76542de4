import { bankHolidaysIn } from './bank-holidays.js';
import { addDays, fieldsOf, type LocalDate } from './local-date.js';
import { weekdayOf } from './weekday.js';

/** Whether a date is a bank holiday in England and Wales. */
export const isBankHoliday = (date: LocalDate): boolean => bankHolidaysIn(fieldsOf(date).year).includes(date);

/** Whether a date is a day of work in England and Wales: Monday to Friday, and no bank holiday. */
export const isWorkingDay = (date: LocalDate): boolean =>
  ![0, 6].includes(weekdayOf(date)) && !isBankHoliday(date);

/** The working day that comes so many working days after a date; the date itself does not count. */
export const addWorkingDays = (date: LocalDate, days: number): LocalDate => {
  if (!Number.isInteger(days) || days < 0)
    throw new RangeError('working days are counted forward, in whole days');
  let at = date;
  for (let left = days; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
};
