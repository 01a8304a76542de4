declare const brand: unique symbol;

/** A calendar date without a time or zone, 'YYYY-MM-DD'. Sorts as text. Years 1000 to 9999. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' };

const SHAPE = /^[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}$/;
const DAY_IN_MS = 86_400_000;
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The date that a text names, or null: strict, so 2026-02-30 and 2026-4-1 are null. */
export const parseLocalDate = (text: unknown): LocalDate | null => {
  if (typeof text !== 'string' || !SHAPE.test(text)) return null;
  const { year, month, day } = fieldsOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? (text as LocalDate)
    : null;
};

/** A date that is known to be good: a constant, or a `date` of the database. Throws a RangeError if not. */
export const localDate = (text: string): LocalDate => {
  const date = parseLocalDate(text);
  if (date === null) throw new RangeError('not a date');
  return date;
};

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDay(dayNumber(date) + days);

/** The same day of another month, or that month's last day: count from the original anchor and dates never drift. */
export const addMonths = (anchor: LocalDate, months: number): LocalDate => {
  const { year, month, day } = fieldsOf(anchor);
  const monthsFromZero = year * 12 + (month - 1) + months;
  const newYear = Math.floor(monthsFromZero / 12);
  const newMonth = monthsFromZero - newYear * 12 + 1;
  return dateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
};

/** Days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from);

export const startOfMonth = (date: LocalDate): LocalDate => localDate(`${date.slice(0, 7)}-01`);

export const compareDates = (a: LocalDate, b: LocalDate): -1 | 0 | 1 => (a === b ? 0 : a < b ? -1 : 1);
export const isBefore = (a: LocalDate, b: LocalDate): boolean => a < b;
export const isAfter = (a: LocalDate, b: LocalDate): boolean => a > b;
export const earlierOf = (a: LocalDate, b: LocalDate): LocalDate => (a <= b ? a : b);
export const laterOf = (a: LocalDate, b: LocalDate): LocalDate => (a >= b ? a : b);

/** '2026-04-01' → '1 April 2026'. */
export const formatLongDate = (date: LocalDate): string => `${fieldsOf(date).day} ${formatMonth(date)}`;

/** '2026-04-01' → 'April 2026'. */
export const formatMonth = (date: LocalDate): string => {
  const { year, month } = fieldsOf(date);
  return `${MONTH_NAMES[month - 1]} ${year}`;
};

/** Year, month (1 to 12) and day of a date. */
export const fieldsOf = (date: string): { year: number; month: number; day: number } => ({
  year: Number(date.slice(0, 4)),
  month: Number(date.slice(5, 7)),
  day: Number(date.slice(8, 10)),
});

const dateOf = (year: number, month: number, day: number): LocalDate =>
  localDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

const daysInMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Days since 1 January 1970. */
const dayNumber = (date: LocalDate): number => Date.parse(date) / DAY_IN_MS;

const dateOfDay = (day: number): LocalDate => localDate(new Date(day * DAY_IN_MS).toISOString().slice(0, 10));
