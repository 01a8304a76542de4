import { addMonths, fieldsOf, localDate, type LocalDate } from './local-date.js';
import type { Period } from './period.js';

const LABEL = /^([1-9][0-9]{3})\/([0-9]{2})$/;

/** A quarter of a financial year: 1 is April to June. */
export interface Quarter {
  readonly financialYear: string;
  readonly quarter: 1 | 2 | 3 | 4;
  readonly period: Period;
}

/** The financial year of a date, 1 April to 31 March: '2026/27'. */
export const financialYearOf = (date: LocalDate): string => {
  const { year, month } = fieldsOf(date);
  return labelOf(month >= 4 ? year : year - 1);
};

/** The days of '2026/27'. Throws a RangeError when the label names no financial year, as '2026/28' does not. */
export const financialYearPeriod = (label: string): Period => {
  const year = Number(LABEL.exec(label)?.[1]);
  if (labelOf(year) !== label) throw new RangeError('not a financial year');
  return { start: localDate(`${year}-04-01`), end: localDate(`${year + 1}-04-01`) };
};

export const quarterOf = (date: LocalDate): Quarter => {
  const financialYear = financialYearOf(date);
  const monthsIn = (fieldsOf(date).month + 8) % 12;
  const quarter = (Math.floor(monthsIn / 3) + 1) as Quarter['quarter'];
  const start = addMonths(financialYearPeriod(financialYear).start, (quarter - 1) * 3);
  return { financialYear, quarter, period: { start, end: addMonths(start, 3) } };
};

const labelOf = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
