import type { PaymentMethodsQuery } from './operations.generated.js';

type Chosen = PaymentMethodsQuery['paymentMethods'][number];

/** How a way to pay stands, as the page explains it. */
export type Standing =
  | 'BACS'
  /** There is no other way here. */
  | 'BACS_ALONE'
  /** Stripe was chosen, and is switched off meanwhile. */
  | 'STRIPE_OFF'
  | 'ACCOUNT'
  | 'ACCOUNT_TO_COME'
  | 'MANDATE'
  | 'MANDATE_ASKED'
  | 'MANDATE_TO_COME';

export const standingOf = ({ method, isStripeOn, payTo, mandate, mandateUrl }: Chosen): Standing => {
  if (method === 'BACS_TRANSFER') return isStripeOn ? 'BACS' : 'BACS_ALONE';
  if (!isStripeOn) return 'STRIPE_OFF';
  if (method === 'STRIPE_BANK_TRANSFER') return payTo === null ? 'ACCOUNT_TO_COME' : 'ACCOUNT';
  if (mandate === 'ACTIVE') return 'MANDATE';
  return mandateUrl === null ? 'MANDATE_TO_COME' : 'MANDATE_ASKED';
};

/** What changes by itself in a moment, so that it is worth looking again. */
export const isToCome = (standing: Standing): boolean => standing.endsWith('_TO_COME');
