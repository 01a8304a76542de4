/** How pages call the ways to pay, and how far Stripe is with what it collects. */
export const paymentMethods = {
  BACS_TRANSFER: "BACS, to the lead authority's own account",
  STRIPE_BANK_TRANSFER: 'Bank transfer through Stripe',
  STRIPE_BACS_DEBIT: 'BACS Direct Debit through Stripe',
};

/** An invoice at Stripe: how its copy stands there, or the debit that was asked for last. */
export const collectionStages = {
  WANTED: 'Waits to be given to Stripe',
  OPEN: 'Given to Stripe',
  DEBIT_ASKED: 'Debit asked for',
  DEBIT_FAILED: 'Debit not paid',
  PAID: 'Paid',
  REVERSED: 'Taken back by the bank',
  VOID: 'Given up',
  REFUSED: 'Not taken by Stripe',
};
export type CollectionStage = keyof typeof collectionStages;

export const debitStates = {
  WANTED: 'About to be asked for',
  PROCESSING: 'Asked for',
  SUCCEEDED: 'Paid',
  FAILED: 'Not paid',
  REVERSED: 'Taken back by the bank',
};

/** A reason as Stripe gives it, to stand in a sentence: `insufficient_funds` → `insufficient funds`. */
export const reasonOf = (code: string | null): string =>
  code === null || code === '' ? 'no reason was given' : code.replaceAll('_', ' ').replace(/\.$/, '');
