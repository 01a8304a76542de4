import { Exact, monthLabel, type Aggregation, type LocalDate, type Period } from '#libs/kernel';
import type { UsageDay } from './usage.js';

/** A meter of a call-off that is to be read. */
export interface MeterToRead {
  readonly callOffId: string;
  readonly meterId: string;
  readonly aggregation: Aggregation;
  /** The call-off's term: half-open. */
  readonly term: Period;
}

/** What a call-off's use of a meter comes to in one month, corrections included. */
export interface MonthReading {
  readonly callOffId: string;
  readonly meterId: string;
  /** '2026-04' */
  readonly month: string;
  readonly quantity: Exact;
  /** How many records count, those of its own days. */
  readonly events: bigint;
}

/** The same of one day. */
export type DayReading = Omit<MonthReading, 'month'> & { readonly day: LocalDate };

/** What the live records of a meter are, seen from a day or a month: those that no correction withdrew. */
export interface LiveRecords {
  readonly callOffId: string;
  readonly meterId: string;
  /** '2026-04' */
  readonly month: string;
  /** Null for the month as a whole. */
  readonly day: LocalDate | null;
  readonly highest: Exact;
  /** Of the newest record by time; of several at one instant by receipt, then by id. */
  readonly last: Exact;
  /** How many different values. */
  readonly different: bigint;
}

/** What the days of a meter that adds up by day come to. */
export const sumOfDays = (
  days: readonly Pick<UsageDay, 'quantity' | 'events'>[],
  aggregation: 'SUM' | 'COUNT',
): Exact =>
  aggregation === 'SUM' ? Exact.sum(days.map(({ quantity }) => quantity)) : Exact.of(eventsOf(days));

export const eventsOf = (days: readonly Pick<UsageDay, 'events'>[]): bigint =>
  days.reduce((sum, { events }) => sum + events, 0n);

/** What live records come to; nothing when there are none. */
export const quantityOf = (
  records: LiveRecords | undefined,
  aggregation: 'MAX' | 'LAST' | 'UNIQUE',
): Exact => {
  if (!records) return Exact.ZERO;
  switch (aggregation) {
    case 'MAX':
      return records.highest;
    case 'LAST':
      return records.last;
    case 'UNIQUE':
      return Exact.of(records.different);
  }
};

/** Whether a day lies in a month that is named '2026-04'. */
export const isIn = (day: LocalDate, label: string): boolean =>
  monthLabel({ start: day, end: day }) === label;
