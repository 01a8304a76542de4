import {
  addDays,
  addMonths,
  daysBetween,
  earlierOf,
  formatMonth,
  laterOf,
  parseLocalDate,
  startOfMonth,
  type LocalDate,
} from './local-date.js';

/** A run of whole days, half-open: `start` belongs to it, `end` is the first day after it. */
export interface Period {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

/** Throws a RangeError when the end is not after the start. */
export const periodOf = (start: LocalDate, end: LocalDate): Period => {
  if (end <= start) throw new RangeError('a period ends after it starts');
  return { start, end };
};

/** The month that a text such as '2026-04' names, or null. */
export const parseMonth = (text: unknown): Period | null => {
  const first = typeof text === 'string' && text.length === 7 ? parseLocalDate(`${text}-01`) : null;
  return first === null ? null : monthOf(first);
};

/** A month that is known to be good, '2026-04'. Throws a RangeError if not. */
export const month = (label: string): Period => {
  const found = parseMonth(label);
  if (found === null) throw new RangeError('not a month');
  return found;
};

/** The month that a date lies in. */
export const monthOf = (date: LocalDate): Period => {
  const start = startOfMonth(date);
  return { start, end: addMonths(start, 1) };
};

export const nextMonth = (period: Period): Period => monthOf(addMonths(startOfMonth(period.start), 1));
export const previousMonth = (period: Period): Period => monthOf(addMonths(startOfMonth(period.start), -1));

/** The month that a period starts in, for machines: '2026-04'. */
export const monthLabel = (period: Period): string => period.start.slice(0, 7);

/** The month that a period starts in, for people: 'April 2026'. */
export const monthName = (period: Period): string => formatMonth(period.start);

/** The days that two periods share, or null when there are none. */
export const intersect = (a: Period, b: Period): Period | null => {
  const start = laterOf(a.start, b.start);
  const end = earlierOf(a.end, b.end);
  return start < end ? { start, end } : null;
};

export const daysIn = (period: Period): number => daysBetween(period.start, period.end);

export const contains = (period: Period, date: LocalDate): boolean =>
  period.start <= date && date < period.end;

/** The last day that belongs to a period, for people: an invoice says '1 April 2026 to 30 April 2026'. */
export const lastDayOf = (period: Period): LocalDate => addDays(period.end, -1);
