import { addDays, Exact, isBankHoliday, type LocalDate, type Period } from '#libs/kernel';
import { meanOf } from './deviation.js';

/** What a source sent on one day: how many events were new, by the receipts of the day. */
export interface ReceivedDay {
  readonly source: string;
  readonly day: LocalDate;
  readonly events: bigint;
}

/** A day on which a source sent nothing, or far less than it does. */
export interface MissingDay {
  readonly source: string;
  readonly day: LocalDate;
  /** The mean of the same weekday in the weeks before. */
  readonly expected: Exact;
  readonly received: bigint;
}

/** How many weeks the rule looks back, and in how many of them the weekday must have brought something. */
export const WEEKS_BACK = 4;
const WEEKS_NEEDED = 3;
const HALF = Exact.of(1n, 2n);

/**
 * The days that are over on which a source sent less than half of what it sends on that weekday: the mean of the same
 * weekday in the four weeks before. A source that sent nothing on two of those four days is not expected at all. Bank
 * holidays of England and Wales are neither expected nor looked back at.
 */
export const missingDays = (
  received: readonly ReceivedDay[],
  days: Period,
  today: LocalDate,
): readonly MissingDay[] => {
  const found: MissingDay[] = [];
  for (const source of [...new Set(received.map((each) => each.source))].sort()) {
    const byDay = new Map(
      received.filter((each) => each.source === source).map(({ day, events }) => [day, events]),
    );
    for (let day = days.start; day < days.end && day < today; day = addDays(day, 1)) {
      const expected = isBankHoliday(day) ? null : expectedOn(day, byDay);
      const events = byDay.get(day) ?? 0n;
      if (expected !== null && Exact.of(events).compare(expected.times(HALF)) < 0)
        found.push({ source, day, expected, received: events });
    }
  }
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
};

/** Null when the source does not send on this weekday. */
const expectedOn = (day: LocalDate, byDay: ReadonlyMap<LocalDate, bigint>): Exact | null => {
  const before: bigint[] = [];
  for (let week = 1; week <= WEEKS_BACK; week += 1) {
    const earlier = addDays(day, -7 * week);
    if (!isBankHoliday(earlier)) before.push(byDay.get(earlier) ?? 0n);
  }
  return before.filter((events) => events > 0n).length < WEEKS_NEEDED
    ? null
    : meanOf(before.map((events) => Exact.of(events)));
};
