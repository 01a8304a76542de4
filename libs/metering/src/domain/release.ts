import { err, ok, refuse, type Refusal, type Result } from '#libs/kernel';
import type { Arrival } from './arrival.js';
import type { UsageEvent } from './event.js';
import { parseEventTime, TIME_EXAMPLE } from './event-time.js';
import { readOptionalQuantity } from './parse-event.js';
import type { QuarantinedUsage } from './quarantine.js';
import type { Writable } from './writable.js';

/** What a person puts right in usage before releasing it; null leaves it as it was sent. */
export interface EventChanges {
  readonly meterCode: string | null;
  readonly quantity: string | null;
  readonly time: Date | null;
}

/** Whose released usage will be, and how. */
export interface Placed {
  readonly tenantId: string;
  /** As it will be stored. */
  readonly event: UsageEvent;
  readonly writable: Writable;
  readonly decision: Arrival['decision'];
}

/** The event in quarantine, put right. */
export const changeEvent = (row: QuarantinedUsage, changes: EventChanges): Result<UsageEvent> => {
  const quantity = readOptionalQuantity(changes.quantity ?? row.event.quantity, ['quantity']);
  if (typeof quantity === 'object' && quantity !== null) return err(quantity);
  const time = parseEventTime(changes.time === null ? row.event.time : changes.time.toISOString());
  if (time === null)
    return err(refuse('USAGE_EVENT_INVALID', { field: 'time', why: TIME_EXAMPLE }, ['time']));
  const { source, eventId, event } = row;
  return ok({
    ...{ source, eventId, quantity, time },
    valueDigest: event.valueDigest ?? null,
    meterCode: changes.meterCode ?? event.type,
    callOff: event.calloff,
    corrects: event.corrects,
  });
};

/**
 * Where released usage goes among these call-offs: to the chosen one, else where its own words lead. Its age is no
 * bar any more; a person has decided about it.
 */
export const placeReleased = (
  row: QuarantinedUsage,
  sent: UsageEvent,
  writable: Writable,
  chosenId: string | null,
): Result<Placed> => {
  if (writable.callOffs.length === 0) return err(stillRefused({ message: row.reason, path: ['callOffId'] }));
  const chosen = chosenId === null ? null : writable.find(chosenId);
  // The person's choice takes the place of what the sender named.
  const event = chosen === null ? sent : { ...sent, callOff: chosen.publicId };
  if (event.corrects !== null) {
    if (writable.isFuture(event)) return err(stillRefused(refuse('USAGE_FUTURE', {}, ['time'])));
    return ok({ tenantId: chosen?.tenantId ?? row.tenantId, event, writable, decision: { kind: 'correct' } });
  }
  const decision = writable.decide(event, { anyAge: true });
  if (decision.kind !== 'use') return err(stillRefused(decision.reason));
  return ok({ tenantId: decision.callOff.tenantId, event, writable, decision });
};

/** Why usage cannot leave quarantine. */
export const stillRefused = ({ message, path }: Pick<Refusal, 'message' | 'path'>): Refusal =>
  refuse('QUARANTINE_STILL_REFUSED', { why: message }, path);
