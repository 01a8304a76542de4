import { Injectable } from '@nestjs/common';
import { err, monthLabel, ok, startOfDay, toPublicId, type Refusal, type Result } from '#libs/kernel';
import { newId, type AuditRecord, type Tx } from '#libs/platform';
import { contentDigest, type UsageEvent } from '../domain/event.js';
import { parseEventTime } from '../domain/event-time.js';
import { arriveFor } from '../domain/route.js';
import {
  dayOfReturn,
  placeOfReturn,
  planReturn,
  type Figures,
  type FigureToRecord,
} from '../domain/usage-return.js';
import { RETURN_SOURCE, type UsageReceipt } from '../domain/usage.js';
import { UsageReturnRepository } from '../persistence/usage-return.repository.js';
import type { MonthOfReturn } from './read-returns.js';
import { ReadWritable } from './read-writable.js';
import { termOf } from './read-unusual-usage.js';
import { StoreUsage } from './store-usage.js';

/** A new version of a return. */
export interface ReturnToStore {
  readonly of: MonthOfReturn;
  /** Null for a nil return. */
  readonly figures: Figures | null;
  readonly reason: string | null;
}

export interface StoredReturn {
  readonly returnId: string;
  /** For the member's chain, once nothing else is to be locked. */
  readonly record: AuditRecord;
}

/**
 * Stores a version of a return, and what it changes as usage: records of its own source, whose ids say the call-off,
 * month, meter and version, so that they are there once whatever happens. A later version corrects the records of the
 * earlier ones; what was billed becomes a difference.
 */
@Injectable()
export class StoreReturn {
  constructor(
    private readonly writable: ReadWritable,
    private readonly usage: StoreUsage,
    private readonly returns: UsageReturnRepository,
  ) {}

  /**
   * In a unit of work that writes for the member and holds its usage still. Refuses what the usage would be held or
   * refused for, such as USAGE_TOO_OLD.
   */
  async within(tx: Tx, { of, figures, reason }: ReturnToStore): Promise<Result<StoredReturn>> {
    const { callOff, month, meters, versions } = of;
    const { tenantId, leadId, id: callOffId } = callOff;
    const place = placeOfReturn(toPublicId('callOff', callOffId), month);
    const plan = planReturn(versions, figures, meters, place);
    const recorded = await this.record(tx, of, plan.records);
    if (!recorded.ok) return recorded;
    const returnId = newId();
    await this.returns.insert(tx, {
      ...{ tenantId, leadId, id: returnId, callOffId, month: month.start, version: plan.version, reason },
      nil: figures === null,
      receiptNumber: recorded.value?.number ?? null,
      filedBy: tx.personId,
      filedAt: tx.now,
      figures: plan.figures,
      sentBack: null,
    });
    const details = {
      ...{ callOffId, month: monthLabel(month), version: plan.version, nil: figures === null },
      figures: plan.figures.map(({ meterId, quantity }) => `${meterId} ${quantity.toDecimalString()}`),
      receipt: recorded.value?.number.toString() ?? null,
      digest: recorded.value?.digest.toString('hex') ?? null,
    };
    return ok({
      returnId,
      record: {
        action: plan.version === 1 ? 'usageReturn.file' : 'usageReturn.replace',
        subjectKind: 'usageReturn',
        subjectId: returnId,
        details,
      },
    });
  }

  /** Null when nothing is to be recorded. */
  private async record(
    tx: Tx,
    of: MonthOfReturn,
    records: readonly FigureToRecord[],
  ): Promise<Result<UsageReceipt | null>> {
    if (records.length === 0) return ok(null);
    const { tenantId, leadId } = of.callOff;
    const writable = await this.writable.of(tx, [of.callOff]);
    const read = records.map((record, index) => {
      const event = eventOf(record, of);
      return { index, event, digest: contentDigest(event) };
    });
    const arrivals = arriveFor(tenantId, read, writable).get(tenantId) ?? [];
    const held = arrivals.flatMap(({ decision }) => ('reason' in decision ? [decision.reason] : []));
    if (held.length > 0) return err(onForm(held));
    const sender = { source: RETURN_SOURCE, keyId: null, owned: null, released: null, unreadable: 0 };
    const owner = { tenantId, leadId };
    const { receipt, outcomes } = await this.usage.within(tx, { ...sender, owner, arrivals, writable });
    const refused = [...outcomes.values()].filter(({ kind }) => kind !== 'accepted');
    // The member's usage is held still and the version is new, so nothing of it can have been received before.
    if (refused.length > 0) throw new Error(`a figure of call-off ${of.callOff.id} could not be recorded`);
    return ok(receipt);
  }
}

const eventOf = ({ meter, quantity, eventId, corrects }: FigureToRecord, of: MonthOfReturn): UsageEvent => {
  const day = dayOfReturn(termOf(of.callOff), of.month);
  const time = day && parseEventTime(startOfDay(day).toISOString());
  if (!time) throw new Error(`call-off ${of.callOff.id} has no day in ${of.month.start}`);
  return {
    ...{ source: RETURN_SOURCE, eventId, meterCode: meter.code, time },
    quantity: quantity.toDecimalString(),
    valueDigest: null,
    callOff: toPublicId('callOff', of.callOff.id),
    corrects: corrects === null ? null : { source: RETURN_SOURCE, eventId: corrects },
  };
};

/** Each reason once: all figures of a return are of one day. */
const onForm = (held: readonly Refusal[]): readonly Refusal[] => [
  ...new Map(held.map((refusal) => [refusal.message, { ...refusal, path: ['month'] }])).values(),
];
