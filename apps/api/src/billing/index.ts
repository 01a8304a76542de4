import { AccountBalancesResolver } from './account-balances.resolver.js';
import { BillingPreviewResolver } from './billing-preview.resolver.js';
import { BillingRunApproveResolver } from './billing-run-approve.js';
import { BillingRunIssueResolver } from './billing-run-issue.js';
import { BillingRunPrepareResolver } from './billing-run-prepare.js';
import { BillingRunResolver } from './billing-run.resolver.js';
import { CreditNoteApproveResolver } from './credit-note-approve.js';
import { CreditNoteIssueResolver } from './credit-note-issue.js';
import { CreditNoteRaiseResolver } from './credit-note-raise.js';
import { CreditNoteResolver } from './credit-note.resolver.js';
import { DiscountApproveResolver } from './discount-approve.js';
import { DiscountDeclineResolver } from './discount-decline.js';
import { DiscountProposeResolver } from './discount-propose.js';
import { DiscountsResolver } from './discounts.resolver.js';
import { InvoiceApproveResolver } from './invoice-approve.js';
import { InvoiceIssueResolver } from './invoice-issue.js';
import { InvoiceLineRecordsResolver } from './invoice-line-records.resolver.js';
import { InvoiceController } from './invoice.controller.js';
import { InvoiceResolver } from './invoice.resolver.js';
import { InvoiceSourcesResolver } from './invoice-sources.resolver.js';
import { InvoicesResolver } from './invoices.resolver.js';
import { StatementResolver } from './statement.resolver.js';

export const billingResolvers = [
  BillingPreviewResolver,
  BillingRunResolver,
  BillingRunPrepareResolver,
  BillingRunApproveResolver,
  BillingRunIssueResolver,
  InvoiceResolver,
  InvoiceSourcesResolver,
  InvoicesResolver,
  InvoiceLineRecordsResolver,
  InvoiceApproveResolver,
  InvoiceIssueResolver,
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
];

export const billingControllers = [InvoiceController];
