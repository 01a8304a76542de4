import type { Pence } from '#libs/kernel';
import type { PaymentThere } from './stripe-invoice.js';

/** A receipt that was made of a payment of Stripe's. */
export interface PaymentHere {
  readonly stripePaymentId: string;
  readonly receiptId: string;
  readonly amount: Pence;
  /** What of it was more than its invoice owed, and lies on the member's account. */
  readonly onAccount: Pence;
  readonly isReversed: boolean;
}

/** What is still to be done here about an invoice's money at Stripe. Doing it twice does nothing the second time. */
export interface MoneyToDo {
  /** Payments to record. One that was taken back is recorded too: both happened. */
  readonly receive: readonly PaymentThere[];
  /** Payments recorded, or about to be, whose money is gone again. */
  readonly reverse: readonly PaymentThere[];
}

export const moneyToDo = (
  there: readonly PaymentThere[],
  here: readonly Pick<PaymentHere, 'stripePaymentId' | 'isReversed'>[],
): MoneyToDo => {
  const known = new Map(here.map((payment) => [payment.stripePaymentId, payment]));
  return {
    receive: there.filter(({ id }) => !known.has(id)),
    reverse: there.filter(({ id, takenBack }) => takenBack !== null && known.get(id)?.isReversed !== true),
  };
};
