import { formatPounds, monthName, nextMonth, type Pence, type Period } from '#libs/kernel';
import type { Bill } from './bill.js';
import type { CallOffToBill } from './charge.js';

/**
 * What of a bill is carried to the next run instead of being drafted, in pence without VAT: all that it charges, when
 * that is less than the lead authority's smallest invoice. Nothing is carried past a financial year, nor for a member
 * whose call-offs have all ended. A bill is a difference, so the next run finds what this one did not bill.
 */
export const carriedOf = (
  month: Period,
  { totals: { net } }: Bill,
  callOffs: readonly CallOffToBill[],
  smallestInvoice: Pence,
): Pence => {
  if (net >= smallestInvoice || isLastOfYear(month)) return 0n;
  return callOffs.every(({ term }) => term.end <= month.end) ? 0n : net;
};

/** A financial year ends on 31 March. */
const isLastOfYear = ({ start }: Period): boolean => start.slice(5, 7) === '03';

/** The words of it on the run's page: '£3.20 carried to May'. Within a year the month's name says it. */
export const carriedWords = (month: Period, carried: Pence): string =>
  `${formatPounds(carried)} carried to ${monthName(nextMonth(month)).split(' ')[0] ?? ''}`;

/** What there is to know of the member's bill in this run: what is carried on, what still waits to be credited, and what came late. */
export const wordsOfRun = (
  bills: readonly {
    readonly month: Period;
    readonly bill: Pick<Bill, 'waiting' | 'late'>;
    readonly carried: Pence;
  }[],
  period: Period,
): string | null => {
  const own = bills.find(({ month }) => month.start === period.start);
  const waiting = bills.at(-1)?.bill.waiting ?? 0n;
  const late = (bills.at(-1)?.bill.late ?? []).reduce((sum, { net }) => sum + net, 0n);
  const words = [
    ...(own && own.carried > 0n ? [carriedWords(period, own.carried)] : []),
    ...(waiting > 0n ? [waitingWords(waiting)] : []),
    ...(late > 0n ? [lateWords(late)] : []),
  ];
  return words.length === 0 ? null : words.join('. ');
};

const waitingWords = (waiting: Pence): string =>
  `${formatPounds(waiting)} is still to be credited. A run after the invoice concerned is issued credits it, as far as anything is left on it`;

const lateWords = (late: Pence): string =>
  `${formatPounds(late)} of late usage is not billed before it is approved`;
