import { Injectable } from '@nestjs/common';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import {
  err,
  ok,
  refuse,
  startOfDay,
  textFaults,
  type LocalDate,
  type Refusal,
  type Result,
} from '#libs/kernel';
import { auditTenant, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { contentDigest, type EventTime, type UsageEvent } from '../domain/event.js';
import { parseEventTime } from '../domain/event-time.js';
import { isName, readOptionalQuantity } from '../domain/parse-event.js';
import { arriveFor } from '../domain/route.js';
import { MANUAL_SOURCE, type EventName } from '../domain/usage.js';
import { valueDigest } from '../domain/value-digest.js';
import { meterCodeOf, type Writable } from '../domain/writable.js';
import { ReadWritable } from './read-writable.js';
import { StoreUsage } from './store-usage.js';
import { writerFor } from './writer.js';

export interface UsageToRecord {
  readonly callOffId: string;
  readonly meterId: string;
  /** An exact decimal as text, 0 or more; null on a meter that needs none. */
  readonly quantity: string | null;
  /** On a meter of different values, what tells one counted from another. Only its digest is kept. */
  readonly value: string | null;
  readonly usedOn: LocalDate;
  /** The record that this one replaces, whoever sent it; 0 withdraws it. */
  readonly corrects: EventName | null;
  readonly idempotencyKey: string;
}

/** Names the record that was made. */
export type RecordedUsage = Record<'tenantId' | 'leadId' | 'source' | 'eventId', string>;

/**
 * Records usage that a person typed in, the same way as a sender's. What a sender's event would be quarantined for
 * is refused here: the person is there to put it right.
 * Refusals: NOT_FOUND (call-off, or a meter that is not of it), FIELD_REQUIRED, TEXT_INVALID and TEXT_TOO_LONG (what
 * the meter needs), QUANTITY_NEGATIVE, USAGE_EVENT_INVALID, USAGE_OUTSIDE_CALLOFF, USAGE_FUTURE, USAGE_TOO_OLD,
 * USAGE_CORRECTS_UNKNOWN, IDEMPOTENCY_KEY_*.
 */
@Injectable()
export class RecordUsage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly callOffs: ReadCallOffs,
    private readonly writable: ReadWritable,
    private readonly store: StoreUsage,
  ) {}

  async execute(actor: Actor, command: UsageToRecord): Promise<Result<RecordedUsage>> {
    const callOff = await this.work.read(actor, (tx) => this.callOffs.byId(tx, command.callOffId));
    if (!callOff) return err(refuse('NOT_FOUND'));
    const { idempotencyKey, ...rest } = command;
    const corrects = rest.corrects && { ...rest.corrects };
    const value = valueDigest(rest.value, callOff.leadId);
    const request = { operation: 'usageRecord', key: idempotencyKey, command: { ...rest, value, corrects } };
    return this.work.run(writerFor(actor, callOff.tenantId), (tx) =>
      once(tx, request, () => this.record(tx, callOff, command)),
    );
  }

  private async record(tx: Tx, callOff: CallOff, command: UsageToRecord): Promise<Result<RecordedUsage>> {
    const writable = await this.writable.of(tx, [callOff]);
    const read = eventOf(command, writable, tx.today);
    if (!read.ok) return read;
    const event = read.value;
    const { tenantId, leadId } = callOff;
    const owner = { tenantId, leadId };
    const arrivals =
      arriveFor(tenantId, [{ index: 0, event, digest: contentDigest(event) }], writable).get(tenantId) ?? [];
    const held = arrivals.flatMap(({ decision }) => (decision.kind === 'hold' ? [decision.reason] : []));
    if (held.length > 0) return err(held.map((refusal) => onForm(refusal, command)));

    const sender = { source: MANUAL_SOURCE, keyId: null, owned: null, released: null, unreadable: 0 };
    const { receipt, outcomes } = await this.store.within(tx, { ...sender, owner, arrivals, writable });
    const rejected = [...outcomes.values()].flatMap((outcome) =>
      outcome.kind === 'rejected' ? [outcome.reason] : [],
    );
    if (rejected.length > 0) return err(rejected.map((refusal) => onForm(refusal, command)));
    const { eventId, quantity } = event;
    await auditTenant(tx, leadId, {
      action: 'usage.record',
      subjectKind: 'usageRecord',
      subjectId: eventId,
      details: {
        ...{ callOffId: callOff.id, meterId: command.meterId, usedOn: command.usedOn, quantity },
        ...{ receipt: receipt.number.toString(), digest: receipt.digest.toString('hex') },
      },
    });
    return ok({ ...owner, source: MANUAL_SOURCE, eventId });
  }
}

/** The event that a form stands for, or everything that is wrong with the form. */
const eventOf = (command: UsageToRecord, writable: Writable, today: LocalDate): Result<UsageEvent> => {
  const { callOffId, meterId, corrects } = command;
  const callOff = writable.find(callOffId);
  const meterCode = callOff && meterCodeOf(callOff, meterId);
  if (!callOff || meterCode === null) return err(refuse('NOT_FOUND'));
  const quantity = readOptionalQuantity(command.quantity, ['quantity']);
  const misread = typeof quantity === 'object' && quantity !== null;
  const time = readDay(command.usedOn, today);
  const unknown = corrects !== null && !isName(corrects);
  if (!misread && 'day' in time && !unknown)
    return ok({
      source: MANUAL_SOURCE,
      eventId: newId(),
      meterCode,
      time,
      quantity,
      valueDigest: valueDigest(command.value, callOff.leadId),
      callOff: callOff.publicId,
      corrects,
    });
  return err([
    ...(misread ? [quantity] : []),
    ...('day' in time ? [] : [time]),
    ...(unknown ? [refuse('USAGE_CORRECTS_UNKNOWN', { id: corrects.eventId }, ['corrects'])] : []),
  ]);
};

/** Usage of a day counts from its first moment. */
const readDay = (usedOn: LocalDate, today: LocalDate): EventTime | Refusal => {
  if (usedOn > today) return refuse('USAGE_FUTURE', {}, ['usedOn']);
  const why = 'must be 1 January 1970 or later.';
  return (
    parseEventTime(startOfDay(usedOn).toISOString()) ??
    refuse('USAGE_EVENT_INVALID', { field: 'usedOn', why }, ['usedOn'])
  );
};

/** The form's own names for the fields of an event. */
const fields: Readonly<Record<string, string>> = {
  time: 'usedOn',
  type: 'meterId',
  calloff: 'callOffId',
  'data.corrects': 'corrects',
};
const onForm = (refusal: Refusal, { value }: UsageToRecord): Refusal => {
  // What the meter needs and the form did not say.
  if (refusal.path.join('.') === 'data.quantity')
    return refuse('FIELD_REQUIRED', { field: 'the quantity' }, ['quantity']);
  if (refusal.path.join('.') === 'data.value')
    return textFaults(value ?? '', { field: 'the value', path: ['value'] })[0] ?? refusal;
  const field = fields[refusal.path.join('.')];
  return field === undefined ? refusal : { ...refusal, path: [field] };
};
