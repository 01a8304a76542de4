import { Injectable } from '@nestjs/common';
import { exact, localDate, type LocalDate } from '#libs/kernel';
import { rowsOfMember, type Tx } from '#libs/platform';
import type { InvoiceLeft, IssuedLine, Position } from '../domain/billed.js';
import { groupsAfter } from '../domain/vat.js';
import { type VatGroup } from '#libs/pricing';
import type { VatGroupJson } from './entities.js';
import { vatFromJson } from './mapping.js';

export interface Member {
  readonly tenantId: string;
  readonly leadId: string;
}

interface PositionRow {
  readonly tenant_id: string;
  readonly call_off_id: string;
  readonly meter_id: string;
  readonly month: string;
  readonly price_version_id: string;
  readonly net: string;
  readonly counted_to: string;
  readonly revision: number;
}

/** Credit notes to count: a run that drafts leaves drafts of runs out, for it works them out afresh. */
export interface CreditsCounted {
  readonly runsDrafts: boolean;
}
const counted = ({ runsDrafts }: CreditsCounted): string =>
  runsDrafts ? 'true' : `not (n.state = 'DRAFT' and n.kind = 'RECALCULATION')`;
const WITHOUT_DRAFTS: CreditsCounted = { runsDrafts: false };

/** Reads what was billed already. */
@Injectable()
export class BilledRepository {
  /**
   * By charge: approved and issued lines, less approved and issued recalculation credits. A charge that only a voided
   * line billed is billed nothing, from no revision of its call-off, so that the next run looks at its month again.
   */
  async positions(tx: Tx, member: Member): Promise<Position[]> {
    const rows = await rowsOfMember(
      tx,
      'positions',
      member,
      (tenantIds, leadId) => this.positionRows(tx, tenantIds, leadId),
      (row) => row.tenant_id,
    );
    return rows.map((row) => ({
      key: {
        callOffId: row.call_off_id,
        meterId: row.meter_id,
        month: localDate(row.month),
        priceVersionId: row.price_version_id,
      },
      net: BigInt(row.net),
      countedTo: BigInt(row.counted_to),
      callOffRevision: row.revision,
    }));
  }

  private positionRows(tx: Tx, tenantIds: readonly string[], leadId: string): Promise<PositionRow[]> {
    return tx.manager.query<PositionRow[]>(
      `with billed as (
         select l.tenant_id, l.call_off_id, l.meter_id, l.period_start, l.price_version_id,
                l.net_pence, l.receipt_up_to, l.call_off_revision
         from invoice_line l join invoice i on (i.tenant_id, i.lead_id, i.id) = (l.tenant_id, l.lead_id, l.invoice_id)
         where l.tenant_id = any ($1) and l.lead_id = $2 and i.state in ('APPROVED', 'ISSUED')
         union all
         select l.tenant_id, l.call_off_id, l.meter_id, l.period_start, l.price_version_id, 0, 0, 0
         from invoice_line l join invoice i on (i.tenant_id, i.lead_id, i.id) = (l.tenant_id, l.lead_id, l.invoice_id)
         where l.tenant_id = any ($1) and l.lead_id = $2 and i.state = 'VOID'
         union all
         select l.tenant_id, l.call_off_id, l.meter_id, l.period_start, l.price_version_id,
                -c.net_pence, c.receipt_up_to, c.call_off_revision
         from credit_note_line c
         join credit_note n on (n.tenant_id, n.lead_id, n.id) = (c.tenant_id, c.lead_id, c.credit_note_id)
         join invoice_line l on (l.tenant_id, l.lead_id, l.id) = (c.tenant_id, c.lead_id, c.invoice_line_id)
         where c.tenant_id = any ($1) and c.lead_id = $2 and n.kind = 'RECALCULATION' and n.state in ('APPROVED', 'ISSUED')
       )
       select tenant_id, call_off_id, meter_id, date_trunc('month', period_start::timestamp)::date as month, price_version_id,
              sum(net_pence)::text as net, max(receipt_up_to)::text as counted_to, max(call_off_revision) as revision
       from billed group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`,
      [tenantIds, leadId],
    );
  }

  /** Whether a document that counts was worked out from what an invoice billed: the cut-offs of a charge go on from it. */
  async isBuiltOn(tx: Tx, { tenantId, leadId }: Member, invoiceId: string): Promise<boolean> {
    const rows = await tx.manager.query<{ built_on: boolean }[]>(
      `with others as (
         select l.call_off_id, l.meter_id, l.period_start, l.price_version_id, l.receipt_after, l.receipt_up_to
         from invoice_line l join invoice i on (i.tenant_id, i.lead_id, i.id) = (l.tenant_id, l.lead_id, l.invoice_id)
         where l.tenant_id = $1 and l.lead_id = $2 and l.invoice_id <> $3 and i.state <> 'VOID'
         union all
         select l.call_off_id, l.meter_id, l.period_start, l.price_version_id, c.receipt_after, c.receipt_up_to
         from credit_note_line c
         join invoice_line l on (l.tenant_id, l.lead_id, l.id) = (c.tenant_id, c.lead_id, c.invoice_line_id)
         where c.tenant_id = $1 and c.lead_id = $2 and c.receipt_after is not null
       )
       select exists (
         select from invoice_line l join others o
           on o.call_off_id = l.call_off_id and o.meter_id = l.meter_id and o.price_version_id = l.price_version_id
          and date_trunc('month', o.period_start::timestamp) = date_trunc('month', l.period_start::timestamp)
         where l.tenant_id = $1 and l.lead_id = $2 and l.invoice_id = $3 and o.receipt_after >= l.receipt_up_to
           and (o.receipt_up_to > o.receipt_after or l.receipt_up_to > l.receipt_after)) as built_on`,
      [tenantId, leadId, invoiceId],
    );
    return rows[0]?.built_on ?? false;
  }

  /** Issued invoices that billed one of these months, with what run's credits have not taken yet. */
  async issuedInvoices(tx: Tx, member: Member, months: readonly LocalDate[]): Promise<InvoiceLeft[]> {
    const issued = await rowsOfMember(
      tx,
      `invoices issued for ${months.join()}`,
      member,
      (tenantIds, leadId) =>
        tx.manager.query<{ tenant_id: string; id: string; number: string; vat_summary: VatGroupJson[] }[]>(
          `select i.tenant_id, i.id, i.number, i.vat_summary from invoice i
           where i.tenant_id = any ($1) and i.lead_id = $2 and i.state = 'ISSUED' and exists (
             select from invoice_line l where l.tenant_id = i.tenant_id and l.lead_id = i.lead_id and l.invoice_id = i.id
               and date_trunc('month', l.period_start::timestamp)::date = any ($3::date[]))
           order by i.id`,
          [tenantIds, leadId, [...months]],
        ),
      (row) => row.tenant_id,
    );
    const invoices = issued.map(({ id, vat_summary }) => ({ id, groups: vatFromJson(vat_summary) }));
    const left = await this.vatLeft(tx, member, invoices, WITHOUT_DRAFTS);
    return issued.map(({ id, number }) => ({ invoiceId: id, number, groups: left.get(id) ?? [] }));
  }

  /** Keeps issued invoices from being credited or voided by anyone else; the unit of work writes for their member. */
  async lockIssued(tx: Tx, { tenantId, leadId }: Member, invoiceIds: readonly string[]): Promise<void> {
    await tx.manager.query(
      `select from invoice where tenant_id = $1 and lead_id = $2 and id = any ($3) order by id for no key update`,
      [tenantId, leadId, [...invoiceIds]],
    );
  }

  /** What credit notes have left of each invoice's VAT groups. */
  async vatLeft(
    tx: Tx,
    { tenantId, leadId }: Member,
    invoices: readonly { readonly id: string; readonly groups: readonly VatGroup[] }[],
    credits: CreditsCounted,
  ): Promise<ReadonlyMap<string, readonly VatGroup[]>> {
    if (invoices.length === 0) return new Map();
    const rows = await tx.manager.query<{ invoice_id: string; vat_summary: VatGroupJson[] }[]>(
      `select n.invoice_id, n.vat_summary from credit_note n
       where n.tenant_id = $1 and n.lead_id = $2 and n.invoice_id = any ($3) and ${counted(credits)}`,
      [tenantId, leadId, invoices.map(({ id }) => id)],
    );
    const left = new Map(invoices.map(({ id, groups }) => [id, groups]));
    for (const { invoice_id, vat_summary } of rows)
      left.set(invoice_id, groupsAfter(left.get(invoice_id) ?? [], vatFromJson(vat_summary)));
    return left;
  }

  /** Their lines, newest first, with what no credit note of any kind has taken yet. */
  async issuedLines(
    tx: Tx,
    { tenantId, leadId }: Member,
    invoiceIds: readonly string[],
    credits: CreditsCounted = WITHOUT_DRAFTS,
  ): Promise<IssuedLine[]> {
    if (invoiceIds.length === 0) return [];
    const rows = await tx.manager.query<
      {
        id: string;
        invoice_id: string;
        call_off_id: string;
        meter_id: string;
        month: string;
        price_version_id: string;
        vat_treatment: string;
        vat_rate: string;
        left_pence: string;
      }[]
    >(
      `select l.id, l.invoice_id, l.call_off_id, l.meter_id, l.price_version_id, l.vat_treatment, l.vat_rate,
              date_trunc('month', l.period_start::timestamp)::date as month,
              (l.net_pence - coalesce((
                select sum(c.net_pence) from credit_note_line c
                join credit_note n on (n.tenant_id, n.lead_id, n.id) = (c.tenant_id, c.lead_id, c.credit_note_id)
                where c.tenant_id = l.tenant_id and c.lead_id = l.lead_id and c.invoice_line_id = l.id
                  and ${counted(credits)}), 0))::text as left_pence
       from invoice_line l join invoice i on (i.tenant_id, i.lead_id, i.id) = (l.tenant_id, l.lead_id, l.invoice_id)
       where l.tenant_id = $1 and l.lead_id = $2 and l.invoice_id = any ($3)
       order by i.issued_at desc, i.number desc, l.line_number desc`,
      [tenantId, leadId, [...invoiceIds]],
    );
    return rows.map((row) => ({
      key: {
        callOffId: row.call_off_id,
        meterId: row.meter_id,
        month: localDate(row.month),
        priceVersionId: row.price_version_id,
      },
      invoiceId: row.invoice_id,
      lineId: row.id,
      vatTreatment: row.vat_treatment,
      vatRate: exact(row.vat_rate),
      left: BigInt(row.left_pence),
    }));
  }
}
