import { londonDateOf, parseLocalDate, type LocalDate } from '#libs/kernel';
import type { EventTime } from './event.js';

const SHAPE =
  /^(\d{4}-\d{2}-\d{2})[Tt]((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Usage outside these instants is a mistake of the sender's clock. */
const FIRST = new Date('1970-01-01T00:00:00Z');
const END = new Date('2200-01-01T00:00:00Z');

/** What to say of a time that cannot be read. */
export const TIME_EXAMPLE =
  'must be a date and time with its offset, like "2026-04-01T09:30:00Z" or "2026-04-01T10:30:00+01:00".';

/**
 * The instant that an RFC 3339 text names, or null: an offset is needed, a leap second is not taken, and what is
 * finer than a microsecond is cut off.
 */
export const parseEventTime = (text: unknown): EventTime | null => {
  const match = typeof text === 'string' ? SHAPE.exec(text) : null;
  if (!match) return null;
  const [, date = '', clock = '', fraction = '', offset = ''] = match;
  if (parseLocalDate(date) === null) return null;
  const seconds = new Date(`${date}T${clock}${offset.toUpperCase()}`);
  if (seconds < FIRST || seconds >= END) return null;
  const toSeconds = seconds.toISOString().slice(0, 19);
  const micros = fraction.slice(0, 6).replace(/0+$/, '');
  return {
    instant: new Date(`${toSeconds}.${fraction.slice(0, 3).padEnd(3, '0')}Z`),
    utc: `${toSeconds}${micros === '' ? '' : `.${micros}`}Z`,
    day: dayAt(seconds.getTime()),
  };
};

const HOUR_IN_MS = 3_600_000;
const MOST_DAYS = 20_000;

/** London's days change on the hour, and a batch asks for the same few again and again. */
const days = new Map<number, LocalDate>();

const dayAt = (at: number): LocalDate => {
  const hour = Math.floor(at / HOUR_IN_MS);
  const kept = days.get(hour);
  if (kept !== undefined) return kept;
  if (days.size >= MOST_DAYS) days.clear();
  const day = londonDateOf(new Date(at));
  days.set(hour, day);
  return day;
};
