import { refuse } from '#libs/kernel';
import type { Arrival } from './arrival.js';
import type { UsageEvent } from './event.js';
import { soleTenant, type Writable } from './writable.js';

/** An event that could be read, with where it stood in its batch. */
export interface ReadArrival {
  readonly index: number;
  readonly event: UsageEvent;
  readonly digest: Buffer;
}

/** The events of a sender that writes for one member alone: all of them are that member's. */
export const arriveFor = (
  tenantId: string,
  events: readonly ReadArrival[],
  writable: Writable,
): ReadonlyMap<string, readonly Arrival[]> =>
  new Map([[tenantId, events.map((arrived) => ({ ...arrived, decision: decide(arrived.event, writable) }))]]);

/**
 * The events of a lead authority's own key by the member that they concern; those that no member can be found for
 * are the lead authority's own. An id stays with the member that it was first received for (`owners`): an event that
 * now names another one is compared with what that member has, and so answers as the duplicate or the contradiction
 * that it is. A correction goes where the record is that it corrects.
 */
export const route = (
  events: readonly ReadArrival[],
  writable: Writable,
  on: { readonly leadId: string; readonly owners: ReadonlyMap<string, string> },
): ReadonlyMap<string, readonly Arrival[]> => {
  const byId = new Map<string, UsageEvent>();
  for (const { event } of events) if (!byId.has(event.eventId)) byId.set(event.eventId, event);

  const memberOf = (event: UsageEvent, depth = 0): string => {
    if (event.corrects === null) {
      const decision = writable.decide(event);
      return (decision.kind === 'use' ? decision.callOff.tenantId : decision.tenantId) ?? on.leadId;
    }
    const named = event.callOff === null ? null : soleTenant(writable.named(event.callOff));
    const owner = named ?? on.owners.get(event.corrects.eventId);
    const corrected = byId.get(event.corrects.eventId);
    if (owner !== undefined) return owner;
    return corrected && depth < MOST_STEPS ? memberOf(corrected, depth + 1) : on.leadId;
  };

  const groups = new Map<string, Arrival[]>();
  const add = (tenantId: string, arrival: Arrival): void => {
    const group = groups.get(tenantId);
    if (group) group.push(arrival);
    else groups.set(tenantId, [arrival]);
  };
  for (const arrived of events) {
    const member = memberOf(arrived.event);
    const owner = on.owners.get(arrived.event.eventId) ?? member;
    add(owner, {
      ...arrived,
      decision: owner === member ? decide(arrived.event, writable) : { kind: 'compare' },
    });
  }
  return groups;
};

/** A chain of corrections in one batch is followed so far. */
const MOST_STEPS = 10;

const decide = (event: UsageEvent, writable: Writable): Arrival['decision'] => {
  if (event.corrects === null) return writable.decide(event);
  return writable.isFuture(event)
    ? { kind: 'hold', tenantId: null, reason: refuse('USAGE_FUTURE', {}, ['time']) }
    : { kind: 'correct' };
};
