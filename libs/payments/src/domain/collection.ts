import type { LocalDate, Pence } from '#libs/kernel';
import type { MandateState, StripeMethod, TransferAccount } from './payment-method.js';
import type { MirrorState, PaymentAttempt } from './stripe-invoice.js';

/** How Stripe collects one invoice, as both sides see it. */
export interface Collection {
  readonly method: StripeMethod;
  readonly state: MirrorState;
  /** What Stripe was given to collect; null until it is. */
  readonly amount: Pence | null;
  /** Why Stripe did not take it; null unless REFUSED. */
  readonly refusal: string | null;
  /** Where a bank transfer goes; null for a debit, and until Stripe has said it. */
  readonly payTo: TransferAccount | null;
  readonly mandate: MandateState;
  /** From which day on a debit is asked for, once the mandate is there; null where none follows of itself. */
  readonly nextDebitOn: LocalDate | null;
  /** The debits that were asked for, the oldest first. */
  readonly debits: readonly PaymentAttempt[];
}
