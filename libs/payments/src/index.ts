export { PaymentsModule } from './payments.module.js';
export { RecordReceipt } from './application/record-receipt.js';
export { ImportBankStatement } from './application/import-bank-statement.js';
export { AllocateReceipt } from './application/allocate-receipt.js';
export { ReadReceipts } from './application/read-receipts.js';
export { ApplyStripeEvent } from './application/apply-stripe-event.js';
export { ChoosePaymentMethod, type ChoosePaymentMethodCommand } from './application/choose-payment-method.js';
export { LookAfterMember } from './application/look-after-member.js';
export { LookAfterStripe } from './application/look-after-stripe.js';
export { ReadCollection } from './application/read-collection.js';
export { ReadPaymentMethod, type ChosenMethod } from './application/read-payment-method.js';
export { ReadReconciliation, type Reconciliation } from './application/read-reconciliation.js';
export { ReceiveStripeEvent } from './application/receive-stripe-event.js';
export { ReconcileStripe } from './application/reconcile-stripe.js';
export {
  mandateStates,
  paymentMethods,
  type MandateState,
  type PaymentMethod,
} from './domain/payment-method.js';
export { type Collection } from './domain/collection.js';
export { type Allocation, type MatchedBy, type Receipt } from './domain/receipt.js';
export {
  attemptStates,
  mirrorStates,
  type AttemptState,
  type MirrorState,
  type PaymentAttempt,
} from './domain/stripe-invoice.js';
export { differenceKinds, type Difference, type DifferenceKind } from './domain/reconcile.js';
