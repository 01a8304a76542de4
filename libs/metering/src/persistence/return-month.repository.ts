import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { ExcuseKind, ReturnExcuse } from '../domain/usage-return.js';
import type { UsageOwner } from '../domain/usage.js';
import { UsageClosedMonthRow, UsageReturnExcuseRow } from './entities.js';
import { ownRows } from './own-rows.js';

/** What else is known of a month and its returns: what need not be waited for, and what is closed. */
@Injectable()
export class ReturnMonthRepository {
  /** By call-off, of whoever acts. */
  async excuses(tx: Tx, month: LocalDate): Promise<ReadonlyMap<string, ReturnExcuse>> {
    const rows = await ownRows(tx, tx.manager.createQueryBuilder(UsageReturnExcuseRow, 'x'))
      .andWhere('x.month = :month', { month })
      .getMany();
    return new Map(
      rows.map(({ callOffId, kind, reason, excusedBy, excusedAt }) => [
        callOffId,
        { kind, reason, excusedBy, excusedAt },
      ]),
    );
  }

  async excuse(
    tx: Tx,
    { tenantId, leadId }: UsageOwner,
    of: { readonly callOffId: string; readonly month: LocalDate },
    why: { readonly kind: ExcuseKind; readonly reason: string },
  ): Promise<void> {
    const by = { excusedBy: tx.personId, excusedAt: tx.now };
    await tx.manager.insert(UsageReturnExcuseRow, { tenantId, leadId, ...of, ...why, ...by });
  }

  /** Which members of whoever acts have had their bill of the month, as `closedKey` names them. */
  async closed(tx: Tx, month: LocalDate): Promise<ReadonlySet<string>> {
    const rows = await ownRows(tx, tx.manager.createQueryBuilder(UsageClosedMonthRow, 'c'))
      .andWhere('c.month = :month', { month })
      .getMany();
    return new Set(rows.map(closedKey));
  }

  async close(tx: Tx, { tenantId, leadId }: UsageOwner, month: LocalDate): Promise<void> {
    await tx.manager.query(
      `insert into usage_closed_month (tenant_id, lead_id, month, closed_at) values ($1, $2, $3, $4)
       on conflict (tenant_id, lead_id, month) do nothing`,
      [tenantId, leadId, month, tx.now],
    );
  }
}

export const closedKey = ({ tenantId, leadId }: UsageOwner): string => `${tenantId}/${leadId}`;
