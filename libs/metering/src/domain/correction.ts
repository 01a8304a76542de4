import { exact, refuse, type Exact, type LocalDate } from '#libs/kernel';
import type { Arrival, Outcome } from './arrival.js';
import { ONE } from './event.js';
import { lackOf } from './meter-needs.js';
import { RETURN_SOURCE, type EventName } from './usage.js';
import type { Writable } from './writable.js';

/** The record that a chain of corrections began with, and what counts of it now. */
export interface Original {
  readonly name: EventName;
  readonly callOffId: string;
  readonly meterId: string;
  readonly day: LocalDate;
  /** Its quantity with all corrections so far. */
  readonly effective: Exact;
  /** How many corrections it has had. */
  readonly corrections: number;
}

/** A correction that can be stored. */
export interface PlannedCorrection {
  readonly arrival: Arrival;
  readonly original: Original;
  readonly delta: Exact;
  readonly events: -1 | 0 | 1;
  /** Where it stands among the corrections of its original, from 1. */
  readonly number: number;
}

export interface CorrectionPlan {
  readonly planned: readonly PlannedCorrection[];
  readonly rejected: ReadonlyMap<Arrival, Outcome>;
}

export const keyOf = ({ source, eventId }: EventName): string => JSON.stringify([source, eventId]);

/**
 * Works out what each correction adds. It replaces the quantity that counted before it, whatever it names of the
 * chain: the record itself or an earlier correction. A correction of a correction in the same batch comes after it;
 * otherwise the order of the batch holds. `targets` holds the original of every stored record that is corrected.
 */
export const planCorrections = (
  arrivals: readonly Arrival[],
  targets: ReadonlyMap<string, Original>,
  writable: Writable,
): CorrectionPlan => {
  const originals = new Map(targets);
  const counted = new Map([...targets.values()].map((original) => [keyOf(original.name), original]));
  const planned: PlannedCorrection[] = [];
  const rejected = new Map<Arrival, Outcome>();

  let waiting = arrivals;
  for (let progress = true; progress;) {
    const still: Arrival[] = [];
    for (const arrival of waiting) {
      const target = originals.get(keyOf(correctedBy(arrival)));
      const original = target && counted.get(keyOf(target.name));
      if (!original) {
        still.push(arrival);
        continue;
      }
      const fault = faultOf(arrival, original, writable);
      if (fault) {
        rejected.set(arrival, fault);
        continue;
      }
      const correction = correct(arrival, original);
      planned.push(correction);
      const after = {
        ...original,
        effective: quantityOf(arrival),
        corrections: correction.number,
      };
      counted.set(keyOf(original.name), after);
      originals.set(keyOf(arrival.event), after);
    }
    progress = still.length < waiting.length;
    waiting = still;
  }
  for (const arrival of waiting) rejected.set(arrival, unknown(arrival));
  return { planned, rejected };
};

const correct = (arrival: Arrival, original: Original): PlannedCorrection => {
  const quantity = quantityOf(arrival);
  const wasWithdrawn = original.corrections > 0 && original.effective.isZero();
  const isWithdrawn = quantity.isZero();
  return {
    arrival,
    original,
    delta: quantity.minus(original.effective),
    events: wasWithdrawn === isWithdrawn ? 0 : isWithdrawn ? -1 : 1,
    number: original.corrections + 1,
  };
};

const quantityOf = ({ event }: Arrival): Exact => exact(event.quantity ?? ONE);

const faultOf = (arrival: Arrival, original: Original, writable: Writable): Outcome | null => {
  const { event } = arrival;
  const callOff = writable.find(original.callOffId);
  // A record of a call-off that this sender may not write for is not there for it.
  if (!callOff) return unknown(arrival);
  if (original.name.source === RETURN_SOURCE && event.source !== RETURN_SOURCE)
    return { kind: 'rejected', reason: refuse('USAGE_OF_RETURN', {}, ['data', 'corrects']) };
  const meter = callOff.meters.get(event.meterCode);
  if (meter?.id !== original.meterId)
    return invalid('type', 'must be the meter of the record that it corrects.');
  if (event.callOff !== null && !writable.named(event.callOff).some(({ id }) => id === callOff.id))
    return invalid('calloff', 'must be the call-off of the record that it corrects.');
  const lack = lackOf(event, meter.aggregation);
  if (lack) return { kind: 'rejected', reason: lack };
  return null;
};

const correctedBy = ({ event }: Arrival): EventName => {
  if (event.corrects === null) throw new Error('an event that corrects nothing is no correction');
  return event.corrects;
};

const unknown = (arrival: Arrival): Outcome => ({
  kind: 'rejected',
  reason: refuse('USAGE_CORRECTS_UNKNOWN', { id: correctedBy(arrival).eventId }, ['data', 'corrects']),
});

const invalid = (field: string, why: string): Outcome => ({
  kind: 'rejected',
  reason: refuse('USAGE_EVENT_INVALID', { field, why }, [field]),
});
