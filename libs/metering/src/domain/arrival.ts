import { refuse, type Refusal } from '#libs/kernel';
import { differingFields, toSent, type SentEvent, type UsageEvent } from './event.js';
import { meterCodeOf, type Decision, type Writable } from './writable.js';

/** An event of a batch on its way into one member's usage. */
export interface Arrival {
  /** Where it stands in the batch, from 0. */
  readonly index: number;
  readonly event: UsageEvent;
  readonly digest: Buffer;
  /**
   * What is to be done with it if it is new: use it, hold it, reject it, let it correct an earlier record; or nothing,
   * because its id is already this member's and the event now says another one.
   */
  readonly decision: Decision | { readonly kind: 'correct' } | { readonly kind: 'compare' };
}

/** What became of an event. */
export type Outcome =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'duplicate' }
  | { readonly kind: 'quarantined'; readonly reason: Refusal }
  | { readonly kind: 'rejected'; readonly reason: Refusal };

/** An event of an id that was received before. */
export interface KnownEvent {
  readonly eventId: string;
  /** The digests of the contents that count as this event. */
  readonly digests: readonly Buffer[];
  readonly sent: KnownContent;
}

/** What is known of a stored event's content; of a record the meter and the call-off only by their ids. */
export type KnownContent =
  | { readonly kind: 'sent'; readonly event: SentEvent }
  | {
      readonly kind: 'stored';
      readonly event: Omit<SentEvent, 'type' | 'calloff'>;
      readonly meterId: string;
      readonly callOffId: string;
    };

/** The first event of each id in a batch, and the others. One that can never be used does not stand before one that can. */
export const splitRepeats = (
  arrivals: readonly Arrival[],
): { readonly firsts: ReadonlyMap<string, Arrival>; readonly repeats: readonly Arrival[] } => {
  const firsts = new Map<string, Arrival>();
  const repeats: Arrival[] = [];
  const isRejected = ({ decision }: Arrival): boolean => decision.kind === 'reject';
  const usableFirst = [...arrivals.filter((each) => !isRejected(each)), ...arrivals.filter(isRejected)];
  for (const arrival of usableFirst) {
    const { eventId } = arrival.event;
    if (firsts.has(eventId)) repeats.push(arrival);
    else firsts.set(eventId, arrival);
  }
  return { firsts, repeats };
};

/** An event whose id is known: the same once more, or refused with the fields that differ. */
export const compareWithKnown = (
  { event, digest }: Arrival,
  known: KnownEvent,
  writable: Writable,
): Outcome =>
  known.digests.some((other) => other.equals(digest))
    ? { kind: 'duplicate' }
    : differs(event, differingFromKnown(event, known.sent, writable));

/** An event of an id that came earlier in the same batch and was not stored then. */
export const compareWithFirst = (arrival: Arrival, first: Arrival, outcome: Outcome): Outcome => {
  if (!first.digest.equals(arrival.digest))
    return differs(arrival.event, differingFields(toSent(first.event), toSent(arrival.event)));
  return outcome.kind === 'rejected' ? outcome : { kind: 'duplicate' };
};

export const differs = (event: UsageEvent, fields: readonly string[]): Outcome => ({
  kind: 'rejected',
  reason: refuse(
    'USAGE_DUPLICATE',
    { id: event.eventId, fields: fields.join(', ') },
    fields[0]?.split('.') ?? [],
  ),
});

const differingFromKnown = (event: UsageEvent, known: KnownContent, writable: Writable): string[] => {
  const sent = toSent(event);
  if (known.kind === 'sent') return differingFields(known.event, sent);
  const callOff = writable.find(known.callOffId);
  const code = callOff && meterCodeOf(callOff, known.meterId);
  const sameCallOff =
    sent.calloff === null || writable.named(sent.calloff).some(({ id }) => id === known.callOffId);
  const stored: SentEvent = {
    ...known.event,
    type: code ?? sent.type,
    calloff: sameCallOff ? sent.calloff : null,
  };
  const fields = differingFields(stored, sent);
  // Nothing that was stored differs, so it is how the call-off was named.
  return fields.length > 0 ? fields : ['calloff'];
};
