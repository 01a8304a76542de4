import type { SelectQueryBuilder } from 'typeorm';
import type { LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { InvoiceStatus } from '../domain/invoice-status.js';
import type { InvoiceRow } from './entities.js';
import { readsAsLead } from './page.js';

/** Which invoices of those that the reader may see. */
export interface InvoiceFilter {
  readonly tenantId?: string;
  readonly leadId?: string;
  readonly runId?: string;
  /** As people call them, which is what the ledger says of those that are issued. */
  readonly statuses?: readonly InvoiceStatus[];
  /** The first day of the run's month. */
  readonly month?: LocalDate;
  readonly search?: InvoiceSearch;
}

/** Invoices whose number has the text, in whatever case, or whose other party is one of these. */
export interface InvoiceSearch {
  readonly text: string;
  readonly partyIds: readonly string[];
}

/** The column of whoever stands opposite the reader: a lead authority's member, or a member's lead authority. */
export const otherParty = (tx: Tx): 'tenantId' | 'leadId' => (readsAsLead(tx) ? 'tenantId' : 'leadId');

/** `invoiceStatusOn` as SQL; a test holds the two together. */
const STATUS = `case
  when invoice.state <> 'ISSUED' then invoice.state
  when coalesce(balance.credited_pence, 0) >= coalesce(balance.invoiced_pence, 0) then 'CREDITED'
  when balance.outstanding_pence <= 0 then 'PAID'
  when disputed.disputed_pence >= balance.outstanding_pence then 'DISPUTED'
  when invoice.dueOn < :today then 'OVERDUE'
  when disputed.disputed_pence > 0 then 'PART_DISPUTED'
  when balance.paid_pence > 0 then 'PART_PAID'
  else 'ISSUED' end`;

/** Joins what the ledger says of each invoice, by the name of `balance`, and what disputes do, as `disputed`. */
export const joinBalance = (query: SelectQueryBuilder<InvoiceRow>): SelectQueryBuilder<InvoiceRow> => {
  for (const [view, alias] of [
    ['invoice_balance', 'balance'],
    ['invoice_disputed', 'disputed'],
  ] as const)
    query.leftJoin(
      view,
      alias,
      `${alias}.tenant_id = invoice.tenantId and ${alias}.lead_id = invoice.leadId and ${alias}.invoice_id = invoice.id`,
    );
  return query;
};

/** Leaves what the filter names. `balance` must be joined when it names statuses. */
export const applyInvoiceFilter = (
  tx: Tx,
  query: SelectQueryBuilder<InvoiceRow>,
  { tenantId, leadId, runId, statuses, month, search }: InvoiceFilter,
): SelectQueryBuilder<InvoiceRow> => {
  if (tenantId !== undefined) query.andWhere('invoice.tenantId = :tenantId', { tenantId });
  if (leadId !== undefined) query.andWhere('invoice.leadId = :leadId', { leadId });
  if (runId !== undefined) query.andWhere('invoice.runId = :runId', { runId });
  if (month !== undefined) query.andWhere('invoice.periodStart = :month', { month });
  if (statuses !== undefined)
    query.andWhere(`${STATUS} = any (:statuses)`, { statuses: [...statuses], today: tx.today });
  if (search !== undefined)
    query.andWhere(
      `(strpos(lower(invoice.number), :sought) > 0 or invoice.${otherParty(tx)} = any (:partyIds))`,
      { sought: search.text.toLowerCase(), partyIds: [...search.partyIds] },
    );
  return query;
};
