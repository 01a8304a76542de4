import { addDays, earlierOf, monthOf, nextMonth, type LocalDate, type Period } from '#libs/kernel';
import type { BilledIndex } from './billed.js';
import type { CallOffToBill, MeterToBill } from './charge.js';
import { newestReceipts, type UsageMonth } from './newest-receipts.js';

/** A month of a call-off that a run looks at, and what of it. */
export interface MonthToBill {
  readonly month: Period;
  readonly meters: readonly MeterToBill[];
  /** Whether its usage is looked at, too. */
  readonly withUsage: boolean;
}

/**
 * The months of a call-off that a run looks at. All that is charged for in its own month, and in each earlier one that
 * was never billed, that was billed from an older revision of the call-off, that a discount covers, or whose use has a
 * receipt that no document has counted. What is not metered in every other month too, because a price or a number of
 * units is all that it takes, and of the month after the run's what is charged in advance.
 */
export const monthsToBill = (
  callOff: CallOffToBill,
  runMonth: Period,
  usage: readonly UsageMonth[],
  billed: BilledIndex,
): readonly MonthToBill[] => {
  const used = usage.filter(({ callOffId }) => callOffId === callOff.id).map(({ month }) => month);
  const ahead = nextMonth(runMonth);
  const candidates = new Map<LocalDate, Period>();
  for (const month of monthsOf(callOff.term, ahead)) candidates.set(month.start, month);
  // Use outside the term is an error that the charges name; what was billed outside it is due no more.
  for (const month of [...used, ...billed.monthsOf(callOff.id)])
    if (month <= ahead.start) candidates.set(month, monthOf(month));

  return [...candidates.values()]
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map((month): MonthToBill => {
      const withUsage =
        month.start === runMonth.start ||
        (month.start < runMonth.start &&
          needsAnotherLook(callOff, month, newestReceipts(callOff, usage, month.start), billed));
      const meters = callOff.meters.filter(
        ({ charge, timing }) =>
          withUsage || (charge !== 'USAGE' && (month.start < ahead.start || timing === 'ADVANCE')),
      );
      return { month, meters, withUsage };
    })
    .filter(({ meters, withUsage }) => withUsage || meters.length > 0);
};

/** The months that a term has days in, up to one. */
const monthsOf = (term: Period, upTo: Period): readonly Period[] => {
  const last = monthOf(earlierOf(addDays(term.end, -1), upTo.start));
  const months: Period[] = [];
  for (let month = monthOf(term.start); month.start <= last.start; month = nextMonth(month))
    months.push(month);
  return months;
};

const needsAnotherLook = (
  { id, revision, meters }: CallOffToBill,
  month: Period,
  used: ReadonlyMap<string, bigint>,
  billed: BilledIndex,
): boolean => {
  const metered = new Set(meters.filter(({ charge }) => charge === 'USAGE').map((meter) => meter.id));
  if (metered.size === 0) return false;
  const positions = billed.inMonth(id, month.start).filter(({ key }) => metered.has(key.meterId));
  if (positions.length === 0) return true;
  if (positions.some(({ callOffRevision }) => callOffRevision < revision)) return true;
  if (meters.some(({ discountIn }) => !discountIn(month).isZero())) return true;
  return [...used].some(([meterId, lastReceipt]) =>
    positions.every(({ key, countedTo }) => key.meterId !== meterId || countedTo < lastReceipt),
  );
};
