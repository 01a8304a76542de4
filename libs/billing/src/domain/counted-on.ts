/** An issued document that counted a usage record for the first time. */
export interface CountedOn {
  readonly kind: 'INVOICE' | 'CREDIT_NOTE';
  readonly documentId: string;
  readonly number: string;
  /** The invoice's line; null for a credit note, which credits lines of invoices. */
  readonly lineId: string | null;
}
