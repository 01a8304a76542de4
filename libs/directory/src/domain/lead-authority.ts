import type { SellerDetails } from './seller-details.js';

/** A lead authority as its invoices name it. */
export interface LeadAuthority {
  readonly leadId: string;
  readonly name: string;
  /** 2 to 6 capital letters that begin its invoice numbers */
  readonly invoicePrefix: string;
  readonly appointedAt: Date;
  /** Null until they have been entered. */
  readonly details: SellerDetails | null;
  /** From the details, or 30 until they have been entered. */
  readonly paymentDays: number;
}

export const USUAL_PAYMENT_DAYS = 30;
