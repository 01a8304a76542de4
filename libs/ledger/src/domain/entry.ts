import type { LocalDate, Pence } from '#libs/kernel';

export const accounts = ['RECEIVABLE', 'INCOME', 'VAT_OUTPUT', 'BANK', 'ON_ACCOUNT', 'SUSPENSE'] as const;
/**
 * RECEIVABLE: what members owe. INCOME and VAT_OUTPUT: what was charged. BANK: the lead authority's bank account.
 * SUSPENSE: money that came in and is not yet known to be whose; it clears to what is unallocated.
 * ON_ACCOUNT: a member's money that is not yet set against an invoice.
 */
export type Account = (typeof accounts)[number];

export const entryKinds = ['INVOICE', 'CREDIT_NOTE', 'RECEIPT', 'ALLOCATION', 'REVERSAL', 'VOID'] as const;
/**
 * The kind of document that an entry posts; each document posts once. A REVERSAL undoes an ALLOCATION, a VOID an INVOICE.
 */
export type EntryKind = (typeof entryKinds)[number];

export interface Posting {
  readonly account: Account;
  /** The invoice that a RECEIVABLE posting concerns; null elsewhere. */
  readonly invoiceId: string | null;
  /** Debit above 0, credit below. */
  readonly amount: Pence;
}

export interface Entry {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  readonly kind: EntryKind;
  readonly documentId: string;
  readonly postedAt: Date;
  readonly postedOn: LocalDate;
  readonly memo: string;
  readonly postings: readonly Posting[];
}

/** Throws unless the postings are at least two, none of them 0, and sum to 0. An unbalanced entry is a bug. */
export const assertBalanced = (postings: readonly Posting[]): void => {
  if (postings.length < 2) throw new RangeError('a journal entry has at least two postings');
  if (postings.some(({ amount }) => amount === 0n)) throw new RangeError('a posting of nothing');
  if (postings.some(({ account, invoiceId }) => (account === 'RECEIVABLE') !== (invoiceId !== null)))
    throw new RangeError('a receivable posting names its invoice, and no other does');
  const total = postings.reduce((sum, { amount }) => sum + amount, 0n);
  if (total !== 0n) throw new RangeError(`a journal entry is out of balance by ${total} pence`);
};
