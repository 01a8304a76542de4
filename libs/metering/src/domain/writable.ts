import {
  addMonths,
  formatLongDate,
  refuse,
  type Aggregation,
  type ChargeKind,
  type LocalDate,
  type MeterFeed,
  type Refusal,
} from '#libs/kernel';
import type { UsageEvent } from './event.js';
import { lackOf } from './meter-needs.js';
import { RETURN_SOURCE } from './usage.js';

/** A meter that usage may be written for. */
export interface WritableMeter {
  readonly id: string;
  readonly aggregation: Aggregation;
  /** Only what is metered takes usage. */
  readonly charge: ChargeKind;
  readonly fedBy: MeterFeed;
}

/** A call-off that a sender may write for, with what is metered of it. */
export interface WritableCallOff {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  readonly publicId: string;
  readonly reference: string;
  /** First and last day of the term. */
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  /** Usage from longer ago is put aside; a setting of the framework. */
  readonly usageMaxAgeMonths: number;
  /** Its meters by the code that an event's `type` names. */
  readonly meters: ReadonlyMap<string, WritableMeter>;
}

/**
 * Where an event belongs, or why it cannot be used yet, or ever: it lacks what its meter needs. `tenantId` is null when no one member can be told, or when
 * the event may be about a member that this sender has nothing to do with.
 */
export type Decision =
  | { readonly kind: 'use'; readonly callOff: WritableCallOff; readonly meterId: string }
  | Held
  | { readonly kind: 'reject'; readonly tenantId: string; readonly reason: Refusal };
interface Held {
  readonly kind: 'hold';
  readonly tenantId: string | null;
  readonly reason: Refusal;
}

/** Senders' clocks run a little ahead. */
const TOLERANCE_MS = 5 * 60_000;

/** A sender's call-offs as they stand at one moment, found by name and by meter. */
export class Writable {
  private readonly byName = new Map<string, WritableCallOff[]>();
  private readonly byMeter = new Map<string, WritableCallOff[]>();
  private readonly byId = new Map<string, WritableCallOff>();
  private readonly oldestDay = new Map<string, LocalDate>();

  constructor(
    readonly callOffs: readonly WritableCallOff[],
    private readonly clock: { readonly now: Date; readonly today: LocalDate },
  ) {
    for (const callOff of callOffs) {
      this.byId.set(callOff.id, callOff);
      this.oldestDay.set(callOff.id, addMonths(clock.today, -callOff.usageMaxAgeMonths));
      for (const name of namesOf(callOff)) addTo(this.byName, name, callOff);
      for (const code of callOff.meters.keys()) addTo(this.byMeter, code, callOff);
    }
  }

  find(callOffId: string): WritableCallOff | null {
    return this.byId.get(callOffId) ?? null;
  }

  named(name: string): readonly WritableCallOff[] {
    return this.byName.get(name) ?? [];
  }

  isFuture(event: UsageEvent): boolean {
    return event.time.instant.getTime() > this.clock.now.getTime() + TOLERANCE_MS;
  }

  /** Decides about an event that corrects nothing. */
  decide(event: UsageEvent, { anyAge = false } = {}): Decision {
    const callOff = this.callOffOf(event);
    if ('kind' in callOff) return callOff;
    const hold = (reason: Refusal): Held => ({ kind: 'hold', tenantId: callOff.tenantId, reason });
    const { day } = event.time;
    const meter = callOff.meters.get(event.meterCode);
    if (meter === undefined) return hold(unknownMeter(event));
    if (meter.charge !== 'USAGE') return hold(takesNoUsage(event));
    const lack = lackOf(event, meter.aggregation);
    if (lack) return { kind: 'reject', tenantId: callOff.tenantId, reason: lack };
    if (meter.fedBy === 'RETURN' && event.source !== RETURN_SOURCE) return hold(fedByReturn(event));
    if (!runsOn(day, callOff)) return hold(outsideTerm(day, callOff));
    if (this.isFuture(event)) return hold(refuse('USAGE_FUTURE', {}, ['time']));
    const oldest = this.oldestDay.get(callOff.id);
    if (!anyAge && oldest !== undefined && day < oldest) return hold(tooOld(day, callOff));
    return { kind: 'use', callOff, meterId: meter.id };
  }

  /** The call-off that an event names; without a name, the only one that meters this and runs on that day. */
  private callOffOf(event: UsageEvent): WritableCallOff | Held {
    if (event.callOff !== null) {
      const named = this.named(event.callOff);
      const unknown = refuse('USAGE_CALLOFF_UNKNOWN', { callOff: event.callOff }, ['calloff']);
      return named.length === 0 ? { kind: 'hold', tenantId: null, reason: unknown } : only(named);
    }
    const metering = this.byMeter.get(event.meterCode) ?? [];
    if (metering.length === 0)
      return { kind: 'hold', tenantId: soleTenant(this.callOffs), reason: unknownMeter(event) };
    const running = metering.filter((callOff) => runsOn(event.time.day, callOff));
    return only(running.length > 0 ? running : metering);
  }
}

/** Its public id, and its reference with and without the number of its revision: a sender need not follow revisions. */
const namesOf = ({ publicId, reference }: WritableCallOff): ReadonlySet<string> =>
  new Set([publicId, reference, reference.replace(/-[0-9]{2}$/, '')]);

const only = (callOffs: readonly WritableCallOff[]): WritableCallOff | Held => {
  const [callOff, ...others] = callOffs;
  if (callOff && others.length === 0) return callOff;
  return {
    kind: 'hold',
    tenantId: soleTenant(callOffs),
    reason: refuse('USAGE_CALLOFF_AMBIGUOUS', {}, ['calloff']),
  };
};

/** The code of a meter of a call-off; null when it is not one of its meters. */
export const meterCodeOf = ({ meters }: WritableCallOff, meterId: string): string | null =>
  [...meters].find(([, { id }]) => id === meterId)?.[0] ?? null;

/** The one member that all of these are of, or null. */
export const soleTenant = (callOffs: readonly { readonly tenantId: string }[]): string | null => {
  const [first, ...others] = new Set(callOffs.map((callOff) => callOff.tenantId));
  return first !== undefined && others.length === 0 ? first : null;
};

const unknownMeter = (event: UsageEvent): Refusal =>
  refuse('METER_UNKNOWN', { meter: event.meterCode }, ['type']);

const takesNoUsage = (event: UsageEvent): Refusal =>
  refuse('METER_TAKES_NO_USAGE', { meter: event.meterCode }, ['type']);

const fedByReturn = (event: UsageEvent): Refusal =>
  refuse('METER_BY_RETURN', { meter: event.meterCode }, ['type']);

const runsOn = (day: LocalDate, { startsOn, endsOn }: WritableCallOff): boolean =>
  day >= startsOn && day <= endsOn;

const outsideTerm = (day: LocalDate, { startsOn, endsOn }: WritableCallOff): Refusal => {
  const why =
    day > endsOn
      ? `after this call-off ended on ${formatLongDate(endsOn)}`
      : `before the first day of this call-off, ${formatLongDate(startsOn)}`;
  return refuse('USAGE_OUTSIDE_CALLOFF', { date: formatLongDate(day), why }, ['time']);
};

const tooOld = (day: LocalDate, { usageMaxAgeMonths }: WritableCallOff): Refusal =>
  refuse('USAGE_TOO_OLD', { date: formatLongDate(day), months: String(usageMaxAgeMonths) }, ['time']);

const addTo = (map: Map<string, WritableCallOff[]>, key: string, callOff: WritableCallOff): void => {
  const list = map.get(key);
  if (list) list.push(callOff);
  else map.set(key, [callOff]);
};
