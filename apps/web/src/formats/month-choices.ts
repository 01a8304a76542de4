import {
  addMonths,
  localDate,
  monthLabel,
  monthName,
  monthOf,
  type LocalDate,
  type Period,
} from '#libs/kernel';

export interface MonthChoice {
  /** `2026-10` */
  readonly value: string;
  /** `October 2026` */
  readonly text: string;
}

/** Months to choose from, the newest first: the month of the date and those before it. */
export const monthChoices = (newest: LocalDate, howMany: number): readonly MonthChoice[] =>
  Array.from({ length: howMany }, (_, back) => monthOf(addMonths(monthOf(newest).start, -back))).map(
    (period) => ({ value: monthLabel(period), text: monthName(period) }),
  );

/** The month that a date of the API lies in. */
export const monthOfDate = (date: string): Period => monthOf(localDate(date));
