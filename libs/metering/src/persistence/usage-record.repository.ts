import { Injectable } from '@nestjs/common';
import { exact, localDate, type Period } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { EventName, UsageOwner, UsageRecord } from '../domain/usage.js';
import { UsageRecordRow } from './entities.js';
import type { UsagePage } from './page.js';

/** Which records: of one call-off and meter, in a period, received after one receipt and up to another. */
export interface RecordsWanted extends UsageOwner {
  readonly callOffId: string;
  readonly meterId: string;
  readonly period: Period;
  /** Records of this receipt and earlier ones are left out; 0n for none. */
  readonly after: bigint;
  readonly upTo: bigint;
}

/** Reads accepted events. */
@Injectable()
export class UsageRecordRepository {
  async page(tx: Tx, wanted: RecordsWanted, page: UsagePage): Promise<UsageRecord[]> {
    const query = tx.manager
      .createQueryBuilder(UsageRecordRow, 'r')
      .where('r.tenantId = :tenantId and r.leadId = :leadId', wanted)
      .andWhere('r.callOffId = :callOffId and r.meterId = :meterId', wanted)
      .andWhere('r.usageDay >= :start and r.usageDay < :end', wanted.period)
      .andWhere('r.receiptNumber > :low and r.receiptNumber <= :high', {
        low: wanted.after.toString(),
        high: wanted.upTo.toString(),
      });
    const [receipt, source, eventId] = page.after ?? [];
    if (receipt !== undefined)
      query.andWhere('(r.receiptNumber, r.source, r.eventId) > (:receipt, :source, :eventId)', {
        receipt,
        source,
        eventId,
      });
    const rows = await query
      .orderBy('r.receiptNumber')
      .addOrderBy('r.source')
      .addOrderBy('r.eventId')
      .limit(page.limit)
      .getMany();
    return rows.map(toUsageRecord);
  }

  async find(
    tx: Tx,
    { tenantId, leadId }: UsageOwner,
    { source, eventId }: EventName,
  ): Promise<UsageRecord | null> {
    const row = await tx.manager.findOneBy(UsageRecordRow, { tenantId, leadId, source, eventId });
    return row && toUsageRecord(row);
  }
}

const toUsageRecord = (row: UsageRecordRow): UsageRecord => ({
  tenantId: row.tenantId,
  leadId: row.leadId,
  source: row.source,
  eventId: row.eventId,
  callOffId: row.callOffId,
  meterId: row.meterId,
  occurredAt: row.occurredAt,
  day: localDate(row.usageDay),
  quantity: exact(row.quantity),
  valueDigest: row.valueDigest,
  delta: exact(row.delta),
  events: row.events,
  corrects:
    row.correctsSource === null || row.correctsEventId === null
      ? null
      : { source: row.correctsSource, eventId: row.correctsEventId },
  receiptNumber: row.receiptNumber,
  recordedAt: row.recordedAt,
});
