import { Module } from '@nestjs/common';
import { CalloffsModule } from '#libs/calloffs';
import { CatalogueModule } from '#libs/catalogue';
import { DirectoryModule } from '#libs/directory';
import { LedgerModule } from '#libs/ledger';
import { MeteringModule } from '#libs/metering';
import type { EntityClass } from '#libs/platform';
import { ApproveCreditNote, ApproveInvoice } from './application/approve-document.js';
import { ApproveLateUsage } from './application/approve-late-usage.js';
import { InvoiceDataPack } from './application/data-pack.js';
import { ApproveDiscount, DeclineDiscount } from './application/decide-discount.js';
import { DecideDispute } from './application/decide-dispute.js';
import { ChooseInvoiceGrouping, ReadInvoiceGroupings } from './application/choose-invoice-grouping.js';
import { DraftInvoices } from './application/draft-invoices.js';
import { DraftLot } from './application/draft-lot.js';
import { EscalateDispute } from './application/escalate-dispute.js';
import { ExplainBill } from './application/explain-bill.js';
import { FindIssuedInvoice } from './application/find-issued-invoice.js';
import { GatherBill } from './application/gather-bill.js';
import { HoldMember } from './application/hold-member.js';
import { IssueCreditNote } from './application/issue-credit-note.js';
import { IssueInvoice } from './application/issue-invoice.js';
import { LineToDispute } from './application/line-to-dispute.js';
import { MoveDispute } from './application/move-dispute.js';
import { NoteLateUsage } from './application/note-late-usage.js';
import { ParkedMembers } from './application/parked-members.js';
import { PrepareBillingRun } from './application/prepare-billing-run.js';
import { PreviewBill } from './application/preview-bill.js';
import { ReadPrintedDetails } from './application/printed-details.js';
import { ProposeDiscount } from './application/propose-discount.js';
import { RecordCostSplit } from './application/record-cost-split.js';
import { ReadCostSplits } from './application/read-cost-splits.js';
import { ReadInvoiceShape } from './application/read-invoice-shape.js';
import { ReadLateUsage } from './application/read-late-usage.js';
import { ReadOrderCharges } from './application/read-order-charges.js';
import { RetryParked } from './application/retry-parked.js';
import { SetLateUsageLimit } from './application/set-late-usage-limit.js';
import { ReadSmallestInvoice, SetSmallestInvoice } from './application/set-smallest-invoice.js';
import { StopBillingRun } from './application/stop-billing-run.js';
import { RaiseConcession } from './application/raise-concession.js';
import { RaiseDispute } from './application/raise-dispute.js';
import { ReadAccountBalances } from './application/read-account-balances.js';
import { ReadInvoiced } from './application/read-invoiced.js';
import { ReadCreditNotes, ReadInvoices, ReadRuns } from './application/read-billing.js';
import { ReadAgreed } from './application/read-agreed.js';
import { ReadCountedOn } from './application/read-counted-on.js';
import { ReadDiscounts } from './application/read-discounts.js';
import { ReadDisputes } from './application/read-disputes.js';
import { ApproveRun, IssueRun, RunDocuments } from './application/run-documents.js';
import { StartDisputeReview } from './application/start-dispute-review.js';
import { ReadSinceIssue, VoidInvoice } from './application/void-invoice.js';
import { WithdrawDispute } from './application/withdraw-dispute.js';
import { WorkOutBills } from './application/work-out-bills.js';
import { TellOfDrafts } from './application/tell-of-drafts.js';
import { WriteDrafts } from './application/write-drafts.js';
import { BilledRepository } from './persistence/billed.repository.js';
import { CostSplitRepository } from './persistence/cost-split.repository.js';
import { CreditNoteRepository } from './persistence/credit-note.repository.js';
import { DiscountRepository } from './persistence/discount.repository.js';
import { DisputeRow, DisputeStepRow } from './persistence/dispute.entities.js';
import { DisputeRepository } from './persistence/dispute.repository.js';
import { CountedOnRepository } from './persistence/counted-on.repository.js';
import { DraftRepository } from './persistence/draft.repository.js';
import {
  BillingRunRow,
  BillingRunTenantRow,
  CreditNoteLineRow,
  CreditNoteRow,
  DiscountRow,
  InvoiceLineRow,
  InvoiceRow,
} from './persistence/entities.js';
import { InvoiceRepository } from './persistence/invoice.repository.js';
import { IssuedInvoiceRepository } from './persistence/issued-invoice.repository.js';
import { LateUsageRepository } from './persistence/late-usage.repository.js';
import { OrderChargeRepository } from './persistence/order-charge.repository.js';
import { RunRepository } from './persistence/run.repository.js';
import {
  BillingSettingRow,
  CostSplitRow,
  InvoiceGroupingRow,
  LateUsageRow,
  OrderChargeRow,
} from './persistence/shape.entities.js';
import { ShapeRepository } from './persistence/shape.repository.js';

const repositories = [
  BilledRepository,
  CostSplitRepository,
  CountedOnRepository,
  CreditNoteRepository,
  DiscountRepository,
  DisputeRepository,
  DraftRepository,
  InvoiceRepository,
  IssuedInvoiceRepository,
  LateUsageRepository,
  OrderChargeRepository,
  RunRepository,
  ShapeRepository,
];
const parts = [
  DraftLot,
  HoldMember,
  TellOfDrafts,
  GatherBill,
  LineToDispute,
  MoveDispute,
  NoteLateUsage,
  ParkedMembers,
  ReadAgreed,
  ReadInvoiceShape,
  ReadPrintedDetails,
  ReadSinceIssue,
  WorkOutBills,
  WriteDrafts,
];
const actions = [
  PrepareBillingRun,
  StopBillingRun,
  RetryParked,
  PreviewBill,
  DraftInvoices,
  ApproveInvoice,
  ApproveCreditNote,
  ApproveRun,
  IssueInvoice,
  IssueCreditNote,
  IssueRun,
  VoidInvoice,
  RaiseConcession,
  ProposeDiscount,
  ApproveDiscount,
  DeclineDiscount,
  ReadDiscounts,
  RaiseDispute,
  StartDisputeReview,
  DecideDispute,
  WithdrawDispute,
  EscalateDispute,
  ExplainBill,
  RunDocuments,
  FindIssuedInvoice,
  ReadAccountBalances,
  ReadCountedOn,
  ReadInvoiced,
  ReadInvoices,
  ReadCreditNotes,
  ReadDisputes,
  ReadRuns,
  InvoiceDataPack,
  ChooseInvoiceGrouping,
  ReadInvoiceGroupings,
  SetSmallestInvoice,
  ReadSmallestInvoice,
  SetLateUsageLimit,
  ReadLateUsage,
  ApproveLateUsage,
  RecordCostSplit,
  ReadCostSplits,
  ReadOrderCharges,
];

/** What members owe: previews, runs, invoices, credit notes and disputes. */
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
    DiscountRow,
    DisputeRow,
    DisputeStepRow,
    InvoiceGroupingRow,
    BillingSettingRow,
    OrderChargeRow,
    LateUsageRow,
    CostSplitRow,
  ];
}
