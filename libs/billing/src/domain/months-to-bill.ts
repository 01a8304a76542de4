import { addDays, earlierOf, monthOf, nextMonth, type LocalDate, type Period } from '#libs/kernel';
import type { BilledIndex } from './billed.js';
import type { CallOffToBill } from './charge.js';

/** The newest receipt of one meter's use in one month. */
export interface UsageMonth {
  readonly callOffId: string;
  readonly meterId: string;
  /** The month's first day. */
  readonly month: LocalDate;
  readonly lastReceipt: bigint;
}

/**
 * The months of a call-off that a run looks at: its own month, and each earlier one that was never billed, that was
 * billed from an older revision of the call-off, or whose use has a receipt that no document has counted.
 */
export const monthsToBill = (
  callOff: CallOffToBill,
  runMonth: Period,
  usage: readonly UsageMonth[],
  billed: BilledIndex,
): readonly Period[] => {
  const used = newestReceipts(usage.filter(({ callOffId }) => callOffId === callOff.id));
  const candidates = new Map<LocalDate, Period>();
  for (const month of monthsOf(callOff.term, runMonth)) candidates.set(month.start, month);
  // Use outside the term is an error that the charges name; what was billed outside it is due no more.
  for (const month of [...used.keys(), ...billed.monthsOf(callOff.id)])
    if (month <= runMonth.start) candidates.set(month, monthOf(month));

  return [...candidates.values()]
    .filter(
      ({ start }) =>
        start === runMonth.start || needsAnotherLook(callOff, start, used.get(start) ?? new Map(), billed),
    )
    .sort((a, b) => (a.start < b.start ? -1 : 1));
};

/** By month, the newest receipt of each meter. */
const newestReceipts = (
  usage: readonly UsageMonth[],
): ReadonlyMap<LocalDate, ReadonlyMap<string, bigint>> => {
  const byMonth = new Map<LocalDate, Map<string, bigint>>();
  for (const { month, meterId, lastReceipt } of usage) {
    const meters = byMonth.get(month) ?? new Map<string, bigint>();
    byMonth.set(month, meters.set(meterId, lastReceipt));
  }
  return byMonth;
};

/** The months that a term has days in, up to the run's. */
const monthsOf = (term: Period, runMonth: Period): readonly Period[] => {
  const last = monthOf(earlierOf(addDays(term.end, -1), runMonth.start));
  const months: Period[] = [];
  for (let month = monthOf(term.start); month.start <= last.start; month = nextMonth(month))
    months.push(month);
  return months;
};

const needsAnotherLook = (
  { id, revision }: CallOffToBill,
  month: LocalDate,
  used: ReadonlyMap<string, bigint>,
  billed: BilledIndex,
): boolean => {
  const positions = billed.inMonth(id, month);
  if (positions.length === 0) return true;
  if (positions.some(({ callOffRevision }) => callOffRevision < revision)) return true;
  return [...used].some(([meterId, lastReceipt]) =>
    positions.every(({ key, countedTo }) => key.meterId !== meterId || countedTo < lastReceipt),
  );
};
