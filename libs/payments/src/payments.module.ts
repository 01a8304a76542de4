import { Module } from '@nestjs/common';
import { BillingModule } from '#libs/billing';
import { CalloffsModule } from '#libs/calloffs';
import { DirectoryModule } from '#libs/directory';
import { LedgerModule } from '#libs/ledger';
import type { EntityClass } from '#libs/platform';
import { AllocateMoney } from './application/allocate-money.js';
import { AllocateReceipt } from './application/allocate-receipt.js';
import { ApplyStripeEvent } from './application/apply-stripe-event.js';
import { AskForMandate } from './application/ask-for-mandate.js';
import { AskStripe } from './application/ask-stripe.js';
import { ChoosePaymentMethod } from './application/choose-payment-method.js';
import { CollectByDebit } from './application/collect-by-debit.js';
import { ImportBankStatement } from './application/import-bank-statement.js';
import { LookAfterMember, StepsOfMember } from './application/look-after-member.js';
import { LookAfterStripe } from './application/look-after-stripe.js';
import { LookAgain } from './application/look-again.js';
import { MakeStripeCustomer } from './application/make-stripe-customer.js';
import { MatchReceipt } from './application/match-receipt.js';
import { MirrorInvoice } from './application/mirror-invoice.js';
import { PauseStripe } from './application/pause-stripe.js';
import { ReadCollection } from './application/read-collection.js';
import { ReadCollected } from './application/read-collected.js';
import { ReadPaymentMethod } from './application/read-payment-method.js';
import { ReadReceipts } from './application/read-receipts.js';
import { ReadReconciliation } from './application/read-reconciliation.js';
import { ReceiveStripeEvent } from './application/receive-stripe-event.js';
import { ReceiveStripePayment } from './application/receive-stripe-payment.js';
import { ReconcileStripe, StepsOfReconciling } from './application/reconcile-stripe.js';
import { RecordReceipt } from './application/record-receipt.js';
import { ReverseReceipt } from './application/reverse-receipt.js';
import { TakeStripeMoney } from './application/take-stripe-money.js';
import { TellOfDebit } from './application/tell-of-debit.js';
import { StepsOfMirror, TendMirror } from './application/tend-mirror.js';
import {
  AllocationReversalRow,
  BankStatementRow,
  ReceiptAllocationRow,
  ReceiptRow,
} from './persistence/entities.js';
import { ReceiptRepository } from './persistence/receipt.repository.js';
import { StripeCallRepository } from './persistence/stripe-call.repository.js';
import { StripeInboxRepository } from './persistence/stripe-inbox.repository.js';
import { StripeInvoiceRepository } from './persistence/stripe-invoice.repository.js';
import { StripePayerRepository } from './persistence/stripe-payer.repository.js';
import { StripeReconciliationRepository } from './persistence/stripe-reconciliation.repository.js';
import {
  PaymentAttemptRow,
  PaymentChoiceRow,
  StripeCallRow,
  StripeCustomerRow,
  StripeDifferenceRow,
  StripeInvoiceRow,
  StripePaymentRow,
  StripeReconciliationRow,
} from './persistence/stripe.entities.js';
import { StripeGateway } from './stripe/stripe-gateway.js';

const actions = [
  RecordReceipt,
  ImportBankStatement,
  AllocateReceipt,
  ReadReceipts,
  ChoosePaymentMethod,
  ReadPaymentMethod,
  ReadCollection,
  ReceiveStripeEvent,
  ReadReconciliation,
  LookAfterStripe,
  LookAfterMember,
  ApplyStripeEvent,
  ReconcileStripe,
];
const repositories = [
  ReceiptRepository,
  StripeCallRepository,
  StripeInboxRepository,
  StripeInvoiceRepository,
  StripePayerRepository,
  StripeReconciliationRepository,
];
const steps = [
  AllocateMoney,
  MatchReceipt,
  ReverseReceipt,
  AskForMandate,
  AskStripe,
  CollectByDebit,
  LookAgain,
  MakeStripeCustomer,
  MirrorInvoice,
  PauseStripe,
  ReadCollected,
  ReceiveStripePayment,
  StepsOfMember,
  StepsOfMirror,
  StepsOfReconciling,
  TakeStripeMoney,
  TellOfDebit,
  TendMirror,
];

/** Money that comes in, and whose it is; and Stripe as one way to collect it. */
@Module({
  imports: [DirectoryModule, LedgerModule, CalloffsModule, BillingModule],
  providers: [StripeGateway, ...repositories, ...steps, ...actions],
  exports: actions,
})
export class PaymentsModule {
  static readonly entities: readonly EntityClass[] = [
    BankStatementRow,
    ReceiptRow,
    ReceiptAllocationRow,
    AllocationReversalRow,
    PaymentChoiceRow,
    StripeCustomerRow,
    StripeInvoiceRow,
    StripePaymentRow,
    PaymentAttemptRow,
    StripeCallRow,
    StripeReconciliationRow,
    StripeDifferenceRow,
  ];
}
