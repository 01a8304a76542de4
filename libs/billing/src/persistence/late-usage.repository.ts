import { Injectable } from '@nestjs/common';
import { localDate, type Pence } from '#libs/kernel';
import { In } from 'typeorm';
import { newId, rowsOfMember, type Tx } from '#libs/platform';
import { USUAL_LATE_LIMIT, type LateUsage } from '../domain/late-usage.js';
import type { Member } from './billed.repository.js';
import { ownRows, takeNewest, type BillingPage } from './page.js';
import { LateUsageRow } from './shape.entities.js';
import { settingOf } from './shape.repository.js';

/** Late use that waits or waited, with what somebody approved of it. */
export interface LateUsageSeen extends LateUsage, Member {
  readonly id: string;
  readonly isWaiting: boolean;
  readonly foundAt: Date;
  /** 0 until it is approved for the first time. */
  readonly approvedUpTo: bigint;
  readonly approvedNet: Pence | null;
  readonly reason: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
}

@Injectable()
export class LateUsageRepository {
  async limit(tx: Tx, leadId: string): Promise<Pence> {
    return (await settingOf(tx, leadId))?.lateUsageLimitPence ?? USUAL_LATE_LIMIT;
  }

  async setLimit(tx: Tx, limit: Pence): Promise<void> {
    await tx.manager.query(
      `insert into billing_setting as s (lead_id, smallest_invoice_pence, late_usage_limit_pence, changed_at, changed_by)
       values ($1, 0, $2, $3, $4)
       on conflict (lead_id) do update
         set late_usage_limit_pence = excluded.late_usage_limit_pence, changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
      [tx.leadId, limit, tx.now, tx.personId],
    );
  }

  /** By call-off and month. */
  async ofMember(tx: Tx, member: Member): Promise<LateUsageSeen[]> {
    const rows = await rowsOfMember(
      tx,
      'late usage',
      member,
      (tenantIds, leadId) =>
        tx.manager.find(LateUsageRow, {
          where: { tenantId: In([...tenantIds]), leadId },
          order: { callOffId: 'asc', month: 'asc' },
        }),
      ({ tenantId }) => tenantId,
    );
    return rows.map(toSeen);
  }

  /** Notes that it waits; the unit of work writes for its member. */
  async wait(tx: Tx, { tenantId, leadId }: Member, late: LateUsage): Promise<void> {
    await tx.manager.query(
      `insert into late_usage as l (tenant_id, lead_id, id, call_off_id, month, is_waiting, net_pence, receipt_up_to, found_at)
       values ($1, $2, $3, $4, $5, true, $6, $7, $8)
       on conflict on constraint late_usage_of_month do update
         set is_waiting = true, net_pence = excluded.net_pence, receipt_up_to = excluded.receipt_up_to, found_at = excluded.found_at`,
      [tenantId, leadId, newId(), late.callOffId, late.month, late.net, late.receiptUpTo, tx.now],
    );
  }

  /** It waits no more: it was approved, taken back, or has come to less. */
  async settle(tx: Tx, { tenantId, leadId, id }: LateUsageSeen): Promise<void> {
    await tx.manager.update(LateUsageRow, { tenantId, leadId, id }, { isWaiting: false });
  }

  async find(tx: Tx, id: string): Promise<LateUsageSeen | null> {
    const row = await this.visible(tx).andWhere('late.id = :id', { id }).getOne();
    return row && toSeen(row);
  }

  /** Newest first; what waits only, when it is asked for. */
  async page(
    tx: Tx,
    { waiting }: { readonly waiting: boolean },
    page: BillingPage,
  ): Promise<LateUsageSeen[]> {
    const query = this.visible(tx);
    if (waiting) query.andWhere('late.isWaiting');
    return (await takeNewest(query, 'foundAt', page)).map(toSeen);
  }

  /** Locked until the transaction ends; the unit of work writes for its member. */
  async lock(tx: Tx, { tenantId, leadId }: Member, id: string): Promise<LateUsageSeen | null> {
    const row = await tx.manager.findOne(LateUsageRow, {
      where: { tenantId, leadId, id },
      lock: { mode: 'for_no_key_update' },
    });
    return row && toSeen(row);
  }

  async approve(
    tx: Tx,
    { tenantId, leadId, id, net, receiptUpTo }: LateUsageSeen,
    reason: string,
  ): Promise<void> {
    await tx.manager.update(
      LateUsageRow,
      { tenantId, leadId, id },
      {
        isWaiting: false,
        approvedUpTo: receiptUpTo,
        approvedPence: net,
        reason,
        approvedBy: tx.personId,
        approvedAt: tx.now,
      },
    );
  }

  private visible(tx: Tx) {
    return ownRows(tx, tx.manager.createQueryBuilder(LateUsageRow, 'late'));
  }
}

const toSeen = ({ month, netPence, approvedPence, ...row }: LateUsageRow): LateUsageSeen => ({
  ...row,
  month: localDate(month),
  net: netPence,
  approvedNet: approvedPence,
});
