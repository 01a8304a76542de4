import { AllocationResolver } from './allocation.resolver.js';
import { BankStatementImportResolver } from './bank-statement-import.js';
import { CollectionResolver } from './collection.resolver.js';
import { PaymentMethodChooseResolver } from './payment-method-choose.js';
import { PaymentMethodResolver } from './payment-method.resolver.js';
import { ReceiptAllocateResolver } from './receipt-allocate.js';
import { ReceiptRecordResolver } from './receipt-record.js';
import { ReceiptResolver } from './receipt.resolver.js';
import { StripeReconciliationResolver } from './stripe-reconciliation.resolver.js';
import { StripeWebhookController } from './stripe-webhook.controller.js';

export const paymentsResolvers = [
  AllocationResolver,
  ReceiptResolver,
  ReceiptRecordResolver,
  ReceiptAllocateResolver,
  BankStatementImportResolver,
  PaymentMethodResolver,
  PaymentMethodChooseResolver,
  CollectionResolver,
  StripeReconciliationResolver,
];

export const paymentsControllers = [StripeWebhookController];
