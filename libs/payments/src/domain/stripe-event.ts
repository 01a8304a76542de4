/** What an event of Stripe's is about, which is then read from Stripe; null when it concerns nothing of ours. */
export type EventSubject = 'INVOICE' | 'PAYMENT_INTENT' | 'DISPUTE' | 'SETUP_SESSION' | 'CASH_BALANCE' | null;

const subjects: readonly (readonly [string, EventSubject])[] = [
  ['invoice.', 'INVOICE'],
  ['payment_intent.', 'PAYMENT_INTENT'],
  ['charge.dispute.', 'DISPUTE'],
  ['checkout.session.', 'SETUP_SESSION'],
  ['customer_cash_balance_transaction.', 'CASH_BALANCE'],
];

export const subjectOf = (type: string): EventSubject =>
  subjects.find(([start]) => type.startsWith(start))?.[1] ?? null;

/** What Stripe told, by its ids alone. */
export interface StripeEvent {
  readonly eventId: string;
  readonly type: string;
  readonly objectId: string | null;
  readonly toldAt: Date;
}
