import { Injectable } from '@nestjs/common';
import { newId, prepared, type Tx } from '#libs/platform';
import type { RefusalCode } from '#libs/kernel';
import type { KnownEvent } from '../domain/arrival.js';
import type { SentEvent } from '../domain/event.js';
import type { QuarantinedUsage, QuarantineState } from '../domain/quarantine.js';
import type { UsageOwner } from '../domain/usage.js';
import { UsageQuarantineRow } from './entities.js';
import { ownRows } from './own-rows.js';
import type { UsagePage } from './page.js';

/** An event to hold. */
export interface NewHeld {
  readonly source: string;
  readonly eventId: string;
  readonly event: SentEvent;
  readonly digest: Buffer;
  readonly reasonCode: RefusalCode;
  readonly reason: string;
}

export interface QuarantineFilter {
  readonly state: QuarantineState | null;
  readonly tenantId: string | null;
}

/** Usage that is kept although it cannot be used yet. */
@Injectable()
export class QuarantineRepository {
  /** Which of these ids the member has in quarantine, whatever became of them. */
  async known(
    tx: Tx,
    { tenantId, leadId }: UsageOwner,
    source: string,
    ids: readonly string[],
  ): Promise<KnownEvent[]> {
    if (ids.length === 0) return [];
    const rows = await prepared<{ event_id: string; content_digest: Buffer; event: SentEvent }>(
      tx,
      `select event_id, content_digest, event from usage_quarantine
       where tenant_id = $1 and lead_id = $2 and source = $3 and event_id = any ($4::text[])`,
      [tenantId, leadId, source, ids],
    );
    return rows.map((row) => ({
      eventId: row.event_id,
      digests: [row.content_digest],
      sent: { kind: 'sent', event: row.event },
    }));
  }

  async hold(
    tx: Tx,
    { tenantId, leadId }: UsageOwner,
    on: { readonly receipt: bigint; readonly keyId: string | null },
    held: readonly NewHeld[],
  ): Promise<void> {
    if (held.length === 0) return;
    await tx.manager.query(
      `insert into usage_quarantine (tenant_id, lead_id, id, source, event_id, event, content_digest, reason_code, reason,
                                     key_id, received_at, receipt_number, state)
       select $1, $2, id, source, event_id, event, content_digest, reason_code, reason, $3, $4, $5, 'HELD'
       from unnest($6::uuid[], $7::text[], $8::text[], $9::jsonb[], $10::bytea[], $11::text[], $12::text[])
         as g (id, source, event_id, event, content_digest, reason_code, reason)`,
      [
        tenantId,
        leadId,
        on.keyId,
        tx.now,
        on.receipt.toString(),
        held.map(() => newId()),
        held.map(({ source }) => source),
        held.map(({ eventId }) => eventId),
        held.map(({ event }) => JSON.stringify(event)),
        held.map(({ digest }) => digest),
        held.map(({ reasonCode }) => reasonCode),
        held.map(({ reason }) => reason),
      ],
    );
  }

  /** Whoever acts: a member's own row, or one of a lead authority's. */
  async findOwn(tx: Tx, id: string): Promise<QuarantinedUsage | null> {
    const query = ownRows(tx, tx.manager.createQueryBuilder(UsageQuarantineRow, 'q'));
    const row = await query.andWhere('q.id = :id', { id }).getOne();
    return row && toQuarantined(row);
  }

  /** A lead authority's row, its members' or its own. */
  async find(tx: Tx, leadId: string, id: string): Promise<QuarantinedUsage | null> {
    const row = await tx.manager.findOneBy(UsageQuarantineRow, { leadId, id });
    return row && toQuarantined(row);
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, { tenantId, leadId }: UsageOwner, id: string): Promise<QuarantinedUsage | null> {
    const where = { tenantId, leadId, id };
    const row = await tx.manager.findOne(UsageQuarantineRow, { where, lock: { mode: 'pessimistic_write' } });
    return row && toQuarantined(row);
  }

  async resolve(
    tx: Tx,
    { tenantId, leadId }: UsageOwner,
    id: string,
    to: { readonly state: QuarantineState; readonly resolution: string | null },
  ): Promise<void> {
    const held = to.state === 'HELD';
    await tx.manager.update(
      UsageQuarantineRow,
      { tenantId, leadId, id },
      { ...to, resolvedAt: held ? null : tx.now, resolvedBy: held ? null : tx.personId },
    );
  }

  /** Oldest first: a member's own, or all of a lead authority's; after: instant and id. */
  async page(tx: Tx, filter: QuarantineFilter, page: UsagePage): Promise<QuarantinedUsage[]> {
    const query = ownRows(tx, tx.manager.createQueryBuilder(UsageQuarantineRow, 'q'));
    if (filter.state !== null) query.andWhere('q.state = :state', { state: filter.state });
    if (filter.tenantId !== null) query.andWhere('q.tenantId = :tenantId', { tenantId: filter.tenantId });
    const [at, id] = page.after ?? [];
    if (at !== undefined) query.andWhere('(q.receivedAt, q.id) > (:at, :id)', { at, id });
    const rows = await query.orderBy('q.receivedAt').addOrderBy('q.id').limit(page.limit).getMany();
    return rows.map(toQuarantined);
  }
}

const toQuarantined = (row: UsageQuarantineRow): QuarantinedUsage => ({
  tenantId: row.tenantId,
  leadId: row.leadId,
  id: row.id,
  source: row.source,
  eventId: row.eventId,
  event: row.event,
  contentDigest: row.contentDigest,
  reasonCode: row.reasonCode as RefusalCode,
  reason: row.reason,
  keyId: row.keyId,
  receivedAt: row.receivedAt,
  receiptNumber: row.receiptNumber,
  state: row.state,
  resolvedAt: row.resolvedAt,
  resolvedBy: row.resolvedBy,
  resolution: row.resolution,
});
