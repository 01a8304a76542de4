import { Module } from '@nestjs/common';
import { CalloffsModule } from '#libs/calloffs';
import { CatalogueModule } from '#libs/catalogue';
import { DirectoryModule } from '#libs/directory';
import { LedgerModule } from '#libs/ledger';
import { MeteringModule } from '#libs/metering';
import type { EntityClass } from '#libs/platform';
import { ApproveCreditNote, ApproveInvoice } from './application/approve-document.js';
import { InvoiceDataPack } from './application/data-pack.js';
import { DraftBill } from './application/draft-bill.js';
import { DraftInvoice } from './application/draft-invoice.js';
import { FindIssuedInvoice } from './application/find-issued-invoice.js';
import { GatherBill } from './application/gather-bill.js';
import { IssueCreditNote } from './application/issue-credit-note.js';
import { IssueInvoice } from './application/issue-invoice.js';
import { ParkedMembers } from './application/parked-members.js';
import { PrepareBillingRun } from './application/prepare-billing-run.js';
import { PreviewBill } from './application/preview-bill.js';
import { ReadPrintedDetails } from './application/printed-details.js';
import { RaiseConcession } from './application/raise-concession.js';
import { ReadAccountBalances } from './application/read-account-balances.js';
import { ReadInvoiced } from './application/read-invoiced.js';
import { ReadCreditNotes, ReadInvoices, ReadRuns } from './application/read-billing.js';
import { ApproveRun, IssueRun, RunDocuments } from './application/run-documents.js';
import { WriteDrafts } from './application/write-drafts.js';
import { BilledRepository } from './persistence/billed.repository.js';
import { CreditNoteRepository } from './persistence/credit-note.repository.js';
import { DraftRepository } from './persistence/draft.repository.js';
import {
  BillingRunRow,
  BillingRunTenantRow,
  CreditNoteLineRow,
  CreditNoteRow,
  InvoiceLineRow,
  InvoiceRow,
} from './persistence/entities.js';
import { InvoiceRepository } from './persistence/invoice.repository.js';
import { IssuedInvoiceRepository } from './persistence/issued-invoice.repository.js';
import { RunRepository } from './persistence/run.repository.js';

const repositories = [
  BilledRepository,
  CreditNoteRepository,
  DraftRepository,
  InvoiceRepository,
  IssuedInvoiceRepository,
  RunRepository,
];
const parts = [DraftBill, GatherBill, ParkedMembers, ReadPrintedDetails, WriteDrafts];
const actions = [
  PrepareBillingRun,
  PreviewBill,
  DraftInvoice,
  ApproveInvoice,
  ApproveCreditNote,
  ApproveRun,
  IssueInvoice,
  IssueCreditNote,
  IssueRun,
  RaiseConcession,
  RunDocuments,
  FindIssuedInvoice,
  ReadAccountBalances,
  ReadInvoiced,
  ReadInvoices,
  ReadCreditNotes,
  ReadRuns,
  InvoiceDataPack,
];

/** What members owe: previews, runs, invoices and credit notes. */
@Module({
  imports: [CalloffsModule, CatalogueModule, DirectoryModule, LedgerModule, MeteringModule],
  providers: [...repositories, ...parts, ...actions],
  exports: actions,
})
export class BillingModule {
  static readonly entities: readonly EntityClass[] = [
    BillingRunRow,
    BillingRunTenantRow,
    InvoiceRow,
    InvoiceLineRow,
    CreditNoteRow,
    CreditNoteLineRow,
  ];
}
