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

/**
 * Months to choose from, the newest first: the month of `newest` and those before it, as many as `atMost`, and none
 * before the month of `from`; null where nothing has begun yet. The newest always stands there.
 */
export const monthChoices = (
  newest: LocalDate,
  { atMost, from }: { readonly atMost: number; readonly from: string | null },
): readonly MonthChoice[] =>
  Array.from({ length: atMost }, (_, back) => monthOf(addMonths(monthOf(newest).start, -back)))
    .filter(({ end }, back) => back === 0 || (from !== null && from < end))
    .map((period) => ({ value: monthLabel(period), text: monthName(period) }));

/** The month that a date of the API lies in. */
export const monthOfDate = (date: string): Period => monthOf(localDate(date));
