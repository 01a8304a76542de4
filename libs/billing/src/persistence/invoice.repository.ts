import { Injectable } from '@nestjs/common';
import { localDate, type LocalDate, type Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Invoice, InvoiceLine, InvoiceState } from '../domain/document.js';
import type { Member } from './billed.repository.js';
import { InvoiceLineRow, InvoiceRow } from './entities.js';
import { applyInvoiceFilter, joinBalance, otherParty, type InvoiceFilter } from './invoice-filter.js';
import { toInvoice, toInvoiceLine } from './mapping.js';
import { ownRows, readsAsLead, takeNewest, type BillingPage } from './page.js';

/** What some invoices come to, in pence. */
export interface InvoiceTotals {
  readonly count: number;
  readonly net: bigint;
  readonly vat: bigint;
  readonly gross: bigint;
  /** What is still to be paid on those that are issued. */
  readonly outstanding: bigint;
}

/** What a member may see of documents: those that were issued. */
export const ISSUED_STATES: readonly InvoiceState[] = ['ISSUED', 'VOID'];

/** Invoices that the transaction may see: a lead authority's own, or what was issued to a member. */
@Injectable()
export class InvoiceRepository {
  /** What issued lines of these meters come to without VAT, less issued credits on them, by the month billed. */
  async netByMonth(
    tx: Tx,
    meterIds: readonly string[],
  ): Promise<readonly { readonly month: LocalDate; readonly net: Pence }[]> {
    const rows = await tx.manager.query<{ month: string; net: string }[]>(
      `select date_trunc('month', l.period_start::timestamp)::date as month,
              sum(l.net_pence - coalesce(c.net, 0)) as net
       from invoice_line l
       join invoice i on (i.tenant_id, i.lead_id, i.id) = (l.tenant_id, l.lead_id, l.invoice_id) and i.state = 'ISSUED'
       left join lateral (
         select sum(n.net_pence) as net from credit_note_line n
         join credit_note d on (d.tenant_id, d.lead_id, d.id) = (n.tenant_id, n.lead_id, n.credit_note_id)
         where d.state = 'ISSUED' and (n.tenant_id, n.lead_id, n.invoice_line_id) = (l.tenant_id, l.lead_id, l.id)
       ) c on true
       where l.lead_id = $1 and l.meter_id = any ($2::uuid[])
       group by 1 order by 1`,
      [tx.leadId, [...meterIds]],
    );
    return rows.map(({ month, net }) => ({ month: localDate(month), net: BigInt(net) }));
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<Invoice[]> {
    if (ids.length === 0) return [];
    const query = this.visible(tx).andWhere('invoice.id in (:...ids)', { ids: [...ids] });
    return (await query.orderBy('invoice.id').getMany()).map(toInvoice);
  }

  async page(tx: Tx, filter: InvoiceFilter, page: BillingPage): Promise<Invoice[]> {
    const query = filter.statuses === undefined ? this.visible(tx) : joinBalance(this.visible(tx));
    return (await takeNewest(applyInvoiceFilter(tx, query, filter), 'preparedAt', page)).map(toInvoice);
  }

  /** All that the filter leaves, whatever the page; what is void counts, and comes to nothing. */
  async totals(tx: Tx, filter: InvoiceFilter): Promise<InvoiceTotals> {
    const query = applyInvoiceFilter(tx, joinBalance(this.visible(tx)), filter).select(
      'count(*)::int',
      'count',
    );
    const sums = { net: 'invoice.netPence', vat: 'invoice.vatPence', gross: 'invoice.grossPence' };
    for (const [name, column] of Object.entries({ ...sums, outstanding: 'balance.outstanding_pence' }))
      query.addSelect(`coalesce(sum(${column}) filter (where invoice.state <> 'VOID'), 0)::text`, name);
    const row = await query.getRawOne<
      Record<keyof typeof sums | 'outstanding', string> & { count: number }
    >();
    if (row === undefined) throw new Error('a sum has a row');
    const { count, net, vat, gross, outstanding } = row;
    return {
      count,
      net: BigInt(net),
      vat: BigInt(vat),
      gross: BigInt(gross),
      outstanding: BigInt(outstanding),
    };
  }

  /** Whoever stands opposite the reader on the invoices that it may see. */
  async otherParties(tx: Tx): Promise<string[]> {
    const column = otherParty(tx);
    const rows = await this.visible(tx)
      .select(`invoice.${column}`, 'id')
      .distinct(true)
      .getRawMany<{ id: string }>();
    return rows.map(({ id }) => id);
  }

  /** All of a run's in some states, in the order of their ids. */
  async ofRun(tx: Tx, leadId: string, runId: string, state: InvoiceState): Promise<Invoice[]> {
    const rows = await tx.manager.find(InvoiceRow, { where: { leadId, runId, state }, order: { id: 'asc' } });
    return rows.map(toInvoice);
  }

  /** Locked until the transaction ends; the unit of work writes for its member. */
  async lock(tx: Tx, { tenantId, leadId }: Member, id: string): Promise<Invoice | null> {
    const row = await tx.manager.findOne(InvoiceRow, {
      where: { tenantId, leadId, id },
      lock: { mode: 'for_no_key_update' },
    });
    return row && toInvoice(row);
  }

  /** In the order of their numbers. */
  async lines(tx: Tx, invoiceIds: readonly string[]): Promise<InvoiceLine[]> {
    if (invoiceIds.length === 0) return [];
    const query = ownRows(tx, tx.manager.createQueryBuilder(InvoiceLineRow, 'line'));
    const rows = await query
      .andWhere('line.invoiceId in (:...invoiceIds)', { invoiceIds: [...invoiceIds] })
      .orderBy('line.invoiceId')
      .addOrderBy('line.lineNumber')
      .getMany();
    return rows.map(toInvoiceLine);
  }

  async linesByIds(tx: Tx, ids: readonly string[]): Promise<InvoiceLine[]> {
    if (ids.length === 0) return [];
    const query = ownRows(tx, tx.manager.createQueryBuilder(InvoiceLineRow, 'line'));
    return (await query.andWhere('line.id in (:...ids)', { ids: [...ids] }).getMany()).map(toInvoiceLine);
  }

  /** What of a run in each state comes to; what is void is left out. */
  async sumsOfRun(
    tx: Tx,
    leadId: string,
    runId: string,
  ): Promise<{ state: InvoiceState; invoices: number; net: bigint; gross: bigint }[]> {
    const rows = await tx.manager.query<
      { state: InvoiceState; invoices: number; net: string; gross: string }[]
    >(
      `select state, count(*)::int as invoices, sum(net_pence)::text as net, sum(gross_pence)::text as gross
       from invoice where lead_id = $1 and run_id = $2 and state <> 'VOID' group by state order by state`,
      [leadId, runId],
    );
    return rows.map((row) => ({ ...row, net: BigInt(row.net), gross: BigInt(row.gross) }));
  }

  /** When invoices are due; those that are not issued are left out. */
  async dueDates(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, LocalDate>> {
    const query = ownRows(tx, tx.manager.createQueryBuilder(InvoiceRow, 'invoice'))
      .select('invoice.id', 'id')
      .addSelect('invoice.dueOn', 'dueOn')
      .andWhere('invoice.id = any (:ids) and invoice.dueOn is not null', { ids: [...ids] });
    const rows = await query.getRawMany<{ id: string; dueOn: string }>();
    return new Map(rows.map(({ id, dueOn }) => [id, localDate(dueOn)]));
  }

  async approve(tx: Tx, { tenantId, leadId, id }: Invoice): Promise<void> {
    await tx.manager.update(
      InvoiceRow,
      { tenantId, leadId, id, state: 'DRAFT' },
      { state: 'APPROVED', approvedBy: tx.personId, approvedAt: tx.now },
    );
  }

  async issue(tx: Tx, { tenantId, leadId, id }: Invoice, issued: IssuedInvoice): Promise<void> {
    const { auditHead, issuedSha256, ...printed } = issued;
    await tx.manager.update(InvoiceRow, { tenantId, leadId, id, state: 'APPROVED' }, {
      ...printed,
      state: 'ISSUED',
      issuedBy: tx.personId,
      issuedAt: tx.now,
      auditHead: Buffer.from(auditHead, 'hex'),
      issuedSha256: Buffer.from(issuedSha256, 'hex'),
    } as never);
  }

  async void(tx: Tx, { tenantId, leadId, id }: Invoice, reason: string): Promise<void> {
    await tx.manager.update(
      InvoiceRow,
      { tenantId, leadId, id, state: 'ISSUED' },
      { state: 'VOID', voidedBy: tx.personId, voidedAt: tx.now, voidReason: reason },
    );
  }

  /** The member's issued invoice before a moment of a month, by month and then by when it was issued. */
  async issuedBefore(
    tx: Tx,
    { tenantId, leadId }: Member,
    place: {
      readonly month: LocalDate;
      readonly at: Date;
      readonly but: string | null;
      readonly forOrder: string | null;
    },
  ): Promise<Invoice | null> {
    const { month, at, but, forOrder } = place;
    const row = await ownRows(tx, tx.manager.createQueryBuilder(InvoiceRow, 'invoice'))
      .andWhere('invoice.tenantId = :tenantId and invoice.leadId = :leadId', { tenantId, leadId })
      .andWhere('invoice.forOrder is not distinct from :forOrder', { forOrder })
      .andWhere(`invoice.state = 'ISSUED' and invoice.id is distinct from :but`, { but })
      .andWhere('(invoice.periodStart, invoice.issuedAt) < (:month, :at)', { month, at })
      .orderBy('invoice.periodStart', 'DESC')
      .addOrderBy('invoice.issuedAt', 'DESC')
      .addOrderBy('invoice.id', 'DESC')
      .limit(1)
      .getOne();
    return row && toInvoice(row);
  }

  private visible(tx: Tx) {
    const query = ownRows(tx, tx.manager.createQueryBuilder(InvoiceRow, 'invoice'));
    return readsAsLead(tx)
      ? query
      : query.andWhere('invoice.state in (:...issued)', { issued: [...ISSUED_STATES] });
  }
}

export type IssuedInvoice = {
  readonly [K in 'number' | 'issuedOn' | 'dueOn' | 'auditHead' | 'issuedSha256']: string;
} & {
  readonly seller: NonNullable<Invoice['seller']>;
  readonly buyer: NonNullable<Invoice['buyer']>;
  readonly purchaseOrders: NonNullable<Invoice['purchaseOrders']>;
};
