import { Injectable } from '@nestjs/common';
import { localDate, type LocalDate, type Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Member } from './billed.repository.js';
import { OrderChargeRow } from './shape.entities.js';

/** An approved line that is not issued, and so not yet charged to an order for good. */
export interface ApprovedLine {
  readonly callOffId: string;
  readonly lastDay: LocalDate;
  readonly forOrder: string | null;
  readonly net: Pence;
}

/** What lines take from purchase orders. */
@Injectable()
export class OrderChargeRepository {
  async insert(
    tx: Tx,
    { tenantId, leadId }: Member,
    charges: readonly Pick<OrderChargeRow, 'invoiceLineId' | 'purchaseOrderId'>[],
  ): Promise<void> {
    for (const charge of charges) await tx.manager.insert(OrderChargeRow, { tenantId, leadId, ...charge });
  }

  /** What issued lines come to for each of these orders, less what issued credit notes took off them; in pence. */
  async charged(tx: Tx, orderIds: readonly string[]): Promise<ReadonlyMap<string, Pence>> {
    if (orderIds.length === 0) return new Map();
    const rows = await tx.manager.query<{ id: string; charged: string }[]>(
      `select o.purchase_order_id as id, sum(l.net_pence - coalesce((
           select sum(c.net_pence) from credit_note_line c
           join credit_note n on (n.tenant_id, n.lead_id, n.id) = (c.tenant_id, c.lead_id, c.credit_note_id)
           where c.tenant_id = l.tenant_id and c.lead_id = l.lead_id and c.invoice_line_id = l.id
             and n.state = 'ISSUED'), 0))::text as charged
       from order_charge o
       join invoice_line l on (l.tenant_id, l.lead_id, l.id) = (o.tenant_id, o.lead_id, o.invoice_line_id)
       join invoice i on (i.tenant_id, i.lead_id, i.id) = (l.tenant_id, l.lead_id, l.invoice_id)
       where o.purchase_order_id = any ($1) and i.state = 'ISSUED'
       group by o.purchase_order_id`,
      [[...orderIds]],
    );
    return new Map(rows.map(({ id, charged }) => [id, BigInt(charged)]));
  }

  async approvedLines(tx: Tx, { tenantId, leadId }: Member): Promise<ApprovedLine[]> {
    const rows = await tx.manager.query<
      { call_off_id: string; last_day: string; for_order: string | null; net: string }[]
    >(
      `select l.call_off_id, (l.period_end - 1)::date as last_day, i.for_order, l.net_pence::text as net
       from invoice_line l join invoice i on (i.tenant_id, i.lead_id, i.id) = (l.tenant_id, l.lead_id, l.invoice_id)
       where l.tenant_id = $1 and l.lead_id = $2 and i.state = 'APPROVED'`,
      [tenantId, leadId],
    );
    return rows.map((row) => ({
      callOffId: row.call_off_id,
      lastDay: localDate(row.last_day),
      forOrder: row.for_order,
      net: BigInt(row.net),
    }));
  }
}
