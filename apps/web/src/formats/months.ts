import { addMonths, monthLabel, monthOf, parseMonth, type LocalDate, type Period } from '#libs/kernel';

/** The month that a page shows, with the way to the months beside it. */
export interface MonthShown extends Period {
  /** `2026-10`, as addresses name it. */
  readonly label: string;
  /** The month before, or null when nothing can lie in it. */
  readonly previous: string | null;
  readonly next: string | null;
}

/**
 * The month of an address (`?month=2026-10`), or this month when it names none that can be read. `from` is the first day
 * of which there can be anything; null where nothing has begun yet.
 */
export const monthShown = (
  asked: unknown,
  { today, from }: { readonly today: LocalDate; readonly from?: string | null },
): MonthShown => {
  const period = parseMonth(asked) ?? monthOf(today);
  const beside = (months: number): Period => monthOf(addMonths(period.start, months));
  return {
    ...period,
    label: monthLabel(period),
    previous: from === null || (from !== undefined && period.start <= from) ? null : monthLabel(beside(-1)),
    next: period.end > today ? null : monthLabel(beside(1)),
  };
};
