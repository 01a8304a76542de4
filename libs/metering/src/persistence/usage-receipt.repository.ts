import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { UsageOwner, UsageReceipt } from '../domain/usage.js';
import { UsageReceiptRow } from './entities.js';
import { ownRows } from './own-rows.js';
import type { UsagePage } from './page.js';

/** What each batch came to. Written once. */
@Injectable()
export class UsageReceiptRepository {
  async insert(tx: Tx, receipt: UsageReceipt): Promise<void> {
    await tx.manager.insert(UsageReceiptRow, { ...receipt });
  }

  async find(tx: Tx, { tenantId, leadId }: UsageOwner, number: bigint): Promise<UsageReceipt | null> {
    return tx.manager.findOneBy(UsageReceiptRow, { tenantId, leadId, number });
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
