import { hash } from 'node:crypto';
import type { LocalDate } from '#libs/kernel';

/** An event that has been read and is of the right shape; nothing is known yet of its call-off or meter. */
export interface UsageEvent {
  readonly source: string;
  readonly eventId: string;
  /** The meter's code: the event's `type`. */
  readonly meterCode: string;
  readonly time: EventTime;
  /** An exact decimal without trailing zeros, such as '12.5'; null when none was sent. */
  readonly quantity: string | null;
  /** What is kept of the value that was sent, as hex (value-digest.ts); null when none was. */
  readonly valueDigest: string | null;
  /** The call-off as the sender named it: its reference or its public id. */
  readonly callOff: string | null;
  /** The record that this one replaces. */
  readonly corrects: { readonly source: string; readonly eventId: string } | null;
}

export interface EventTime {
  readonly instant: Date;
  /** The same instant in UTC to the microsecond, the zeros at its end left out: what is stored and compared. */
  readonly utc: string;
  /** The day on London's calendar. */
  readonly day: LocalDate;
}

/** An event as it is kept in quarantine: what was sent, of the fields that we know. */
export interface SentEvent {
  readonly type: string;
  readonly time: string;
  readonly quantity: string | null;
  /** Events that were kept before there were values have none. */
  readonly valueDigest?: string | null;
  readonly calloff: string | null;
  readonly corrects: { readonly source: string; readonly eventId: string } | null;
}

/** The quantity of an event that was sent without one, where none is needed. */
export const ONE = '1';

export const toSent = (event: UsageEvent): SentEvent => ({
  type: event.meterCode,
  time: event.time.utc,
  quantity: event.quantity,
  valueDigest: event.valueDigest,
  calloff: event.callOff,
  corrects: event.corrects,
});

/**
 * The digest of an event's content: the same for 1.50 and 1.5, for 10:00Z and 11:00+01:00, and for 1 and no quantity.
 * A value comes last, and only when there is one. Two events of one id with the same digest are one event.
 */
export const contentDigest = (event: UsageEvent): Buffer => {
  const { type, time, calloff, corrects, valueDigest } = toSent(event);
  const corrected = corrects === null ? null : [corrects.source, corrects.eventId];
  const content = [event.source, event.eventId, type, time, event.quantity ?? ONE, calloff, corrected];
  const all = valueDigest === null ? content : [...content, valueDigest];
  return hash('sha256', JSON.stringify(all), 'buffer');
};

/** The fields that differ between two events of one id, by the names that a sender knows. */
export const differingFields = (a: SentEvent, b: SentEvent): string[] => {
  const differ: Record<string, boolean> = {
    type: a.type !== b.type,
    time: a.time !== b.time,
    'data.quantity': (a.quantity ?? ONE) !== (b.quantity ?? ONE),
    'data.value': (a.valueDigest ?? null) !== (b.valueDigest ?? null),
    calloff: a.calloff !== b.calloff,
    'data.corrects': a.corrects?.source !== b.corrects?.source || a.corrects?.eventId !== b.corrects?.eventId,
  };
  return Object.keys(differ).filter((field) => differ[field]);
};
