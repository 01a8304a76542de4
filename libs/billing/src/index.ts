export { BillingModule } from './billing.module.js';
export {
  ApproveCreditNote,
  ApproveInvoice,
  type ApproveCreditNoteCommand,
  type ApproveInvoiceCommand,
} from './application/approve-document.js';
export {
  ChooseInvoiceGrouping,
  ReadInvoiceGroupings,
  type ChosenGrouping,
} from './application/choose-invoice-grouping.js';
export { InvoiceDataPack } from './application/data-pack.js';
export { ApproveDiscount, DeclineDiscount } from './application/decide-discount.js';
export { DecideDispute } from './application/decide-dispute.js';
export { DraftInvoices } from './application/draft-invoices.js';
export { EscalateDispute } from './application/escalate-dispute.js';
export { ExplainBill, type ExplainedBridge } from './application/explain-bill.js';
export { FindIssuedInvoice, type IssuedInvoice } from './application/find-issued-invoice.js';
export { IssueCreditNote, type IssueCreditNoteCommand } from './application/issue-credit-note.js';
export { IssueInvoice, type IssueInvoiceCommand } from './application/issue-invoice.js';
export { PrepareBillingRun, type PrepareBillingRunCommand } from './application/prepare-billing-run.js';
export { PreviewBill, type BillPreview } from './application/preview-bill.js';
export { ProposeDiscount, type ProposeDiscountCommand } from './application/propose-discount.js';
export { RaiseConcession, type RaiseConcessionCommand } from './application/raise-concession.js';
export { RaiseDispute, type RaiseDisputeCommand } from './application/raise-dispute.js';
export { RecordCostSplit, type RecordCostSplitCommand } from './application/record-cost-split.js';
export { ReadCostSplits } from './application/read-cost-splits.js';
export { ReadOrderCharges } from './application/read-order-charges.js';
export { RetryParked } from './application/retry-parked.js';
export { ReadSmallestInvoice, SetSmallestInvoice } from './application/set-smallest-invoice.js';
export { StopBillingRun } from './application/stop-billing-run.js';
export {
  isMemberAfter,
  ReadAccountBalances,
  type AccountBalance,
} from './application/read-account-balances.js';
export { ReadLateUsage } from './application/read-late-usage.js';
export { ApproveLateUsage, type ApproveLateUsageCommand } from './application/approve-late-usage.js';
export { SetLateUsageLimit } from './application/set-late-usage-limit.js';
export { ReadDiscounts } from './application/read-discounts.js';
export { ReadDisputes } from './application/read-disputes.js';
export { ReadInvoiced } from './application/read-invoiced.js';
export { ReadCountedOn } from './application/read-counted-on.js';
export { type CountedOn } from './domain/counted-on.js';
export { ReadCreditNotes, ReadInvoices, ReadRuns, type InvoicesWanted } from './application/read-billing.js';
export {
  ApproveRun,
  IssueRun,
  RunDocuments,
  type RunFailure,
  type RunOutcome,
} from './application/run-documents.js';
export { StartDisputeReview } from './application/start-dispute-review.js';
export { VoidInvoice, type VoidInvoiceCommand } from './application/void-invoice.js';
export { WithdrawDispute } from './application/withdraw-dispute.js';
export { bridgeKinds, type BridgeKind } from './domain/bridge.js';
export { type CostShare, type CostShareOfLine, type CostSplit } from './domain/cost-split.js';
export { type DebtByAge } from './domain/debt-by-age.js';
export {
  disputeDecisions,
  disputeKinds,
  disputeOutcomes,
  disputeStates,
  isOpenDispute,
  type Dispute,
  type DisputeDecision,
  type DisputeKind,
  type DisputeOutcome,
  type DisputeState,
  type DisputeStep,
} from './domain/dispute.js';
export {
  creditNoteKinds,
  creditNoteStates,
  type Arithmetic,
  type Buyer,
  type CreditNote,
  type CreditNoteKind,
  type CreditNoteLine,
  type CreditNoteState,
  type Invoice,
  type InvoiceLine,
  type InvoiceState,
  type InvoiceWarning,
  type PurchaseOrderOfInvoice,
  type Seller,
  type Working,
} from './domain/document.js';
export { discountStates, type Discount, type DiscountState } from './domain/discount.js';
export { type CreditNoteContent, type InvoiceContent } from './domain/draft.js';
export { type DecisionTerms } from './domain/move-dispute.js';
export { disputedOf, invoiceStatuses, invoiceStatusOn, type InvoiceStatus } from './domain/invoice-status.js';
export { invoiceGroupings, type InvoiceGrouping } from './domain/invoice-shape.js';
export {
  runStates,
  runTenantStates,
  type BillingRun,
  type RunState,
  type RunTenant,
  type RunTenantState,
} from './domain/run.js';
export { sumOfTotals } from './domain/vat.js';
export { type Member } from './persistence/billed.repository.js';
export { type CreditNoteFilter } from './persistence/credit-note.repository.js';
export type { LateUsageSeen } from './persistence/late-usage.repository.js';
export { type DiscountFilter } from './persistence/discount.repository.js';
export { type DisputeFilter } from './persistence/dispute.repository.js';
export { type InvoiceTotals } from './persistence/invoice.repository.js';
export { type BillingPage } from './persistence/page.js';
