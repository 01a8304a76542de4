import { addDays, earlierOf, monthOf, nextMonth, type LocalDate, type Period } from '#libs/kernel';
import type { BilledIndex } from './billed.js';
import type { CallOffToBill } from './charge.js';
import { newestReceipts, type UsageMonth } from './newest-receipts.js';

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
  const used = usage.filter(({ callOffId }) => callOffId === callOff.id).map(({ month }) => month);
  const candidates = new Map<LocalDate, Period>();
  for (const month of monthsOf(callOff.term, runMonth)) candidates.set(month.start, month);
  // Use outside the term is an error that the charges name; what was billed outside it is due no more.
  for (const month of [...used, ...billed.monthsOf(callOff.id)])
    if (month <= runMonth.start) candidates.set(month, monthOf(month));

  return [...candidates.values()]
    .filter(
      ({ start }) =>
        start === runMonth.start ||
        needsAnotherLook(callOff, start, newestReceipts(callOff, usage, start), billed),
    )
    .sort((a, b) => (a.start < b.start ? -1 : 1));
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
