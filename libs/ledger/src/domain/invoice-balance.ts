import type { Pence } from '#libs/kernel';
import type { EntryKind } from './entry.js';

/** What the ledger says of one invoice. `invoiced − credited − paid = outstanding`; below 0 the member is in credit. */
export interface InvoiceBalance {
  readonly invoiced: Pence;
  readonly credited: Pence;
  readonly paid: Pence;
  readonly outstanding: Pence;
}

export const nothingPosted: InvoiceBalance = { invoiced: 0n, credited: 0n, paid: 0n, outstanding: 0n };

/** Adds up an invoice's RECEIVABLE postings by the kind of document that made them. */
export const invoiceBalanceOf = (postings: readonly { kind: EntryKind; amount: Pence }[]): InvoiceBalance => {
  const sumOf = (kind: EntryKind): Pence =>
    postings.reduce((sum, posting) => (posting.kind === kind ? sum + posting.amount : sum), 0n);
  const invoiced = sumOf('INVOICE') + sumOf('VOID');
  const credited = -sumOf('CREDIT_NOTE');
  const paid = -sumOf('ALLOCATION') - sumOf('REVERSAL');
  return { invoiced, credited, paid, outstanding: invoiced - credited - paid };
};
