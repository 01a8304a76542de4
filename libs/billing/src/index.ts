export { BillingModule } from './billing.module.js';
export {
  ApproveCreditNote,
  ApproveInvoice,
  type ApproveCreditNoteCommand,
  type ApproveInvoiceCommand,
} from './application/approve-document.js';
export { InvoiceDataPack } from './application/data-pack.js';
export { DraftInvoice } from './application/draft-invoice.js';
export { FindIssuedInvoice, type IssuedInvoice } from './application/find-issued-invoice.js';
export { IssueCreditNote, type IssueCreditNoteCommand } from './application/issue-credit-note.js';
export { IssueInvoice, type IssueInvoiceCommand } from './application/issue-invoice.js';
export { PrepareBillingRun, type PrepareBillingRunCommand } from './application/prepare-billing-run.js';
export { PreviewBill, type BillPreview } from './application/preview-bill.js';
export { RaiseConcession, type RaiseConcessionCommand } from './application/raise-concession.js';
export {
  isMemberAfter,
  ReadAccountBalances,
  type AccountBalance,
} from './application/read-account-balances.js';
export { ReadInvoiced } from './application/read-invoiced.js';
export { ReadCreditNotes, ReadInvoices, ReadRuns, type InvoicesWanted } from './application/read-billing.js';
export {
  ApproveRun,
  IssueRun,
  RunDocuments,
  type RunFailure,
  type RunOutcome,
} from './application/run-documents.js';
export { type DebtByAge } from './domain/debt-by-age.js';
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
  type PurchaseOrderOfInvoice,
  type Seller,
  type Working,
} from './domain/document.js';
export { type CreditNoteContent, type InvoiceContent } from './domain/draft.js';
export { invoiceStatuses, invoiceStatusOn, type InvoiceStatus } from './domain/invoice-status.js';
export {
  runStates,
  runTenantStates,
  type BillingRun,
  type RunState,
  type RunTenant,
  type RunTenantState,
} from './domain/run.js';
export { type Member } from './persistence/billed.repository.js';
export { type CreditNoteFilter } from './persistence/credit-note.repository.js';
export { type InvoiceTotals } from './persistence/invoice.repository.js';
export { type BillingPage } from './persistence/page.js';
