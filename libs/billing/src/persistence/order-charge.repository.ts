import { Injectable } from '@nestjs/common';
import { localDate, type LocalDate, type Pence } from '#libs/kernel';
import { rowsOfMember, type Tx } from '#libs/platform';
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
    const rows = await tx.manager.query<ChargedRow[]>(
      `${CHARGED} where o.purchase_order_id = any ($1) ${BY_ORDER}`,
      [[...orderIds]],
    );
    return new Map(rows.map(({ id, charged }) => [id, BigInt(charged)]));
  }

  /** The same for every order of a member. */
  async chargedOf(tx: Tx, member: Member): Promise<ReadonlyMap<string, Pence>> {
    const rows = await rowsOfMember(
      tx,
      'charged to orders',
      member,
      (tenantIds, leadId) =>
        tx.manager.query<ChargedRow[]>(
          `${CHARGED} where o.tenant_id = any ($1) and o.lead_id = $2 ${BY_ORDER}`,
          [tenantIds, leadId],
        ),
      (row) => row.tenant_id,
    );
    return new Map(rows.map(({ id, charged }) => [id, BigInt(charged)]));
  }

  async approvedLines(tx: Tx, member: Member): Promise<ApprovedLine[]> {
    const rows = await rowsOfMember(
      tx,
      'approved lines',
      member,
      (tenantIds, leadId) =>
        tx.manager.query<ApprovedRow[]>(
          `select l.tenant_id, l.call_off_id, (l.period_end - 1)::date as last_day, i.for_order, l.net_pence::text as net
           from invoice_line l join invoice i on (i.tenant_id, i.lead_id, i.id) = (l.tenant_id, l.lead_id, l.invoice_id)
           where l.tenant_id = any ($1) and l.lead_id = $2 and i.state = 'APPROVED'`,
          [tenantIds, leadId],
        ),
      (row) => row.tenant_id,
    );
    return rows.map((row) => ({
      callOffId: row.call_off_id,
      lastDay: localDate(row.last_day),
      forOrder: row.for_order,
      net: BigInt(row.net),
    }));
  }
}

interface ChargedRow {
  readonly tenant_id: string;
  readonly id: string;
  readonly charged: string;
}

interface ApprovedRow {
  readonly tenant_id: string;
  readonly call_off_id: string;
  readonly last_day: string;
  readonly for_order: string | null;
  readonly net: string;
}

const CHARGED = `
  select o.tenant_id, o.purchase_order_id as id, sum(l.net_pence - coalesce((
           select sum(c.net_pence) from credit_note_line c
           join credit_note n on (n.tenant_id, n.lead_id, n.id) = (c.tenant_id, c.lead_id, c.credit_note_id)
           where c.tenant_id = l.tenant_id and c.lead_id = l.lead_id and c.invoice_line_id = l.id
             and n.state = 'ISSUED'), 0))::text as charged
  from order_charge o
  join invoice_line l on (l.tenant_id, l.lead_id, l.id) = (o.tenant_id, o.lead_id, o.invoice_line_id)
  join invoice i on (i.tenant_id, i.lead_id, i.id) = (l.tenant_id, l.lead_id, l.invoice_id) and i.state = 'ISSUED'`;
const BY_ORDER = 'group by o.tenant_id, o.purchase_order_id';
