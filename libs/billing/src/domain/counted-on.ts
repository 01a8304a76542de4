import type { LocalDate } from '#libs/kernel';

/** What of a usage record says who counted it. */
export interface Countable {
  readonly tenantId: string;
  readonly leadId: string;
  readonly callOffId: string;
  readonly meterId: string;
  /** The day that it counts on. */
  readonly day: LocalDate;
  readonly receiptNumber: bigint;
}

/** An issued document that counted a usage record for the first time. */
export interface CountedOn {
  readonly kind: 'INVOICE' | 'CREDIT_NOTE';
  readonly documentId: string;
  readonly number: string;
  /** The invoice's line; null for a credit note, which credits lines of invoices. */
  readonly lineId: string | null;
}
