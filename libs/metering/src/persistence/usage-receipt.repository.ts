import { Injectable } from '@nestjs/common';
import { localDate, startOfDay, type Period } from '#libs/kernel';
import { prepared, type Tx } from '#libs/platform';
import type { ReceivedDay } from '../domain/missing-days.js';
import type { UsageOwner, UsageReceipt } from '../domain/usage.js';
import { UsageReceiptRow } from './entities.js';
import { ownRows } from './own-rows.js';
import type { UsagePage } from './page.js';

/** What each batch came to. Written once. */
@Injectable()
export class UsageReceiptRepository {
  async insert(tx: Tx, receipt: UsageReceipt): Promise<void> {
    await prepared(
      tx,
      `insert into usage_receipt (tenant_id, lead_id, number, key_id, person_id, source, received_at, accepted, duplicate,
                                  quarantined, rejected, digest)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[receipt.tenantId, receipt.leadId, receipt.number.toString()],
        ...[receipt.keyId, receipt.personId, receipt.source, receipt.receivedAt],
        ...[receipt.accepted, receipt.duplicate, receipt.quarantined, receipt.rejected],
        receipt.digest,
      ],
    );
  }

  async find(tx: Tx, { tenantId, leadId }: UsageOwner, number: bigint): Promise<UsageReceipt | null> {
    return tx.manager.findOneBy(UsageReceiptRow, { tenantId, leadId, number });
  }

  /** How many events were new on each of these days in London, by the source that sent them; a person's apart. */
  async bySourceAndDay(tx: Tx, days: Period): Promise<(UsageOwner & ReceivedDay)[]> {
    const rows = await ownRows(tx, tx.manager.createQueryBuilder(UsageReceiptRow, 'r'))
      .select('r.tenantId', 'tenantId')
      .addSelect('r.leadId', 'leadId')
      .addSelect('r.source', 'source')
      .addSelect(`(r.receivedAt at time zone 'Europe/London')::date`, 'day')
      .addSelect('sum(r.accepted + r.quarantined)', 'events')
      .andWhere('r.keyId is not null and r.source is not null')
      .andWhere('r.receivedAt >= :from and r.receivedAt < :to', {
        from: startOfDay(days.start),
        to: startOfDay(days.end),
      })
      .groupBy('1, 2, 3, 4')
      .getRawMany<{ tenantId: string; leadId: string; source: string; day: string; events: string }>();
    return rows.map(({ day, events, ...row }) => ({ ...row, day: localDate(day), events: BigInt(events) }));
  }

  /** Newest first; after: instant, member, lead and number. */
  async page(tx: Tx, page: UsagePage): Promise<UsageReceipt[]> {
    const query = ownRows(tx, tx.manager.createQueryBuilder(UsageReceiptRow, 'r'));
    if (page.after !== null) {
      const [at, tenantId, leadId, number] = page.after;
      query.andWhere('(r.receivedAt, r.tenantId, r.leadId, r.number) < (:at, :tenantId, :leadId, :number)', {
        at,
        tenantId,
        leadId,
        number,
      });
    }
    return query
      .orderBy('r.receivedAt', 'DESC')
      .addOrderBy('r.tenantId', 'DESC')
      .addOrderBy('r.leadId', 'DESC')
      .addOrderBy('r.number', 'DESC')
      .limit(page.limit)
      .getMany();
  }
}
