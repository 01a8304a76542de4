import { AccountBalancesResolver } from './account-balances.resolver.js';
import { AnswerDisputes } from './answer-disputes.js';
import { BillingPreviewResolver } from './billing-preview.resolver.js';
import { BillingRunApproveResolver } from './billing-run-approve.js';
import { BillingRunIssueResolver } from './billing-run-issue.js';
import { BillingRunPrepareResolver } from './billing-run-prepare.js';
import { BillingRunRetryResolver } from './billing-run-retry.js';
import { BillingRunStopResolver } from './billing-run-stop.js';
import { BillingRunResolver } from './billing-run.resolver.js';
import { CostSplitRecordResolver } from './cost-split-record.js';
import { CostSplitsResolver } from './cost-splits.resolver.js';
import { CreditNoteApproveResolver } from './credit-note-approve.js';
import { CreditNoteIssueResolver } from './credit-note-issue.js';
import { CreditNoteRaiseResolver } from './credit-note-raise.js';
import { CreditNoteResolver } from './credit-note.resolver.js';
import { DiscountApproveResolver } from './discount-approve.js';
import { DiscountDeclineResolver } from './discount-decline.js';
import { DiscountProposeResolver } from './discount-propose.js';
import { DiscountsResolver } from './discounts.resolver.js';
import { DisputeDecideResolver } from './dispute-decide.js';
import { DisputeEscalateResolver } from './dispute-escalate.js';
import { DisputeRaiseResolver } from './dispute-raise.js';
import { DisputeReviewStartResolver } from './dispute-review-start.js';
import { DisputeWithdrawResolver } from './dispute-withdraw.js';
import { DisputeResolver } from './dispute.resolver.js';
import { InvoiceApproveResolver } from './invoice-approve.js';
import { InvoiceBridgeResolver } from './invoice-bridge.resolver.js';
import { InvoiceGroupingChooseResolver } from './invoice-grouping-choose.js';
import { InvoiceGroupingsResolver } from './invoice-groupings.resolver.js';
import { InvoiceIssueResolver } from './invoice-issue.js';
import { InvoiceLineRecordsResolver } from './invoice-line-records.resolver.js';
import { InvoiceVoidResolver } from './invoice-void.js';
import { InvoiceController } from './invoice.controller.js';
import { InvoiceResolver } from './invoice.resolver.js';
import { InvoiceSourcesResolver } from './invoice-sources.resolver.js';
import { InvoicesResolver } from './invoices.resolver.js';
import { SmallestInvoiceSetResolver } from './smallest-invoice-set.js';
import { SmallestInvoiceResolver } from './smallest-invoice.resolver.js';
import { StatementResolver } from './statement.resolver.js';

export const billingResolvers = [
  BillingPreviewResolver,
  BillingRunResolver,
  BillingRunPrepareResolver,
  BillingRunApproveResolver,
  BillingRunIssueResolver,
  BillingRunStopResolver,
  BillingRunRetryResolver,
  InvoiceResolver,
  InvoiceSourcesResolver,
  InvoicesResolver,
  InvoiceLineRecordsResolver,
  InvoiceApproveResolver,
  InvoiceIssueResolver,
  InvoiceVoidResolver,
  InvoiceBridgeResolver,
  AnswerDisputes,
  DisputeResolver,
  DisputeRaiseResolver,
  DisputeReviewStartResolver,
  DisputeDecideResolver,
  DisputeWithdrawResolver,
  DisputeEscalateResolver,
  CreditNoteResolver,
  CreditNoteRaiseResolver,
  CreditNoteApproveResolver,
  CreditNoteIssueResolver,
  DiscountsResolver,
  DiscountProposeResolver,
  DiscountApproveResolver,
  DiscountDeclineResolver,
  StatementResolver,
  AccountBalancesResolver,
  InvoiceGroupingsResolver,
  InvoiceGroupingChooseResolver,
  SmallestInvoiceResolver,
  SmallestInvoiceSetResolver,
  CostSplitsResolver,
  CostSplitRecordResolver,
];

export const billingControllers = [InvoiceController];
