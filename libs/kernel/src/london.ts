import { Temporal } from 'temporal-polyfill';
import { localDate, type LocalDate } from './local-date.js';
import type { Period } from './period.js';

const LONDON = 'Europe/London';
const HOUR_IN_MS = 3_600_000;

/** The instant at which a date begins in London: midnight, which is 23:00 UTC the day before in summer. */
export const startOfDay = (date: LocalDate): Date =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime(LONDON).epochMilliseconds);

/** The date on London's calendar at an instant. */
export const londonDateOf = (instant: Date): LocalDate => {
  const at = instant.getTime();
  return localDate(new Date(at + offsetAt(at)).toISOString().slice(0, 10));
};

/** The instants of a period, half-open like it: `from` belongs to it, `to` does not. */
export const instantBounds = (period: Period): { readonly from: Date; readonly to: Date } => ({
  from: startOfDay(period.start),
  to: startOfDay(period.end),
});

/** Each record of usage asks for its date, and the zone rules are slow to ask: kept by hour, as London changes on the hour. */
const offsets = new Map<number, number>();
const MOST_OFFSETS = 20_000;

const offsetAt = (at: number): number => {
  const hour = Math.floor(at / HOUR_IN_MS);
  const kept = offsets.get(hour);
  if (kept !== undefined) return kept;
  const zoned = Temporal.Instant.fromEpochMilliseconds(hour * HOUR_IN_MS).toZonedDateTimeISO(LONDON);
  const offset = zoned.offsetNanoseconds / 1_000_000;
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(hour, offset);
  return offset;
};
