import { registerEnumType } from '@nestjs/graphql';
import {
  bridgeKinds,
  creditNoteKinds,
  creditNoteStates,
  discountStates,
  disputeDecisions,
  disputeKinds,
  disputeOutcomes,
  disputeStates,
  invoiceGroupings,
  invoiceStatuses,
  runStates,
  runTenantStates,
} from '#libs/billing';
import { accounts, entryKinds } from '#libs/ledger';

/** The values of a list as an enum object, which is how GraphQL takes them. */
const enumOf = <T extends string>(values: readonly T[]): { readonly [K in T]: K } =>
  Object.fromEntries(values.map((value) => [value, value])) as { readonly [K in T]: K };

export const InvoiceStateEnum = enumOf(invoiceStatuses);
registerEnumType(InvoiceStateEnum, {
  name: 'InvoiceState',
  description:
    'Where an invoice stands; from its issue on it follows from the ledger and the date. More may be added.',
  valuesMap: {
    DRAFT: { description: 'Worked out by a run, and brought up to date when the run is prepared again.' },
    APPROVED: { description: 'Approved by someone who did not prepare it; it changes no more.' },
    ISSUED: { description: 'Numbered, posted and sent; nothing is paid yet.' },
    PART_PAID: { description: 'A part is paid, and it is not late.' },
    PART_DISPUTED: { description: 'A part is disputed; the rest is payable, and is not late.' },
    DISPUTED: {
      description: 'All that is outstanding is disputed; nothing is asked for until it is decided.',
    },
    OVERDUE: {
      description: 'Something that is not disputed is outstanding after the day on which it was due.',
    },
    PAID: { description: 'Nothing is outstanding.' },
    CREDITED: { description: 'All of it was credited.' },
    VOID: { description: 'It counts no more; its number stays.' },
  },
});

export const CreditNoteStateEnum = enumOf(creditNoteStates);
registerEnumType(CreditNoteStateEnum, {
  name: 'CreditNoteState',
  description: 'Where a credit note stands. More may be added.',
  valuesMap: {
    DRAFT: { description: 'Prepared and not approved.' },
    APPROVED: { description: 'Approved by someone who did not prepare it.' },
    ISSUED: { description: 'Numbered, posted and sent.' },
  },
});

export const CreditNoteKindEnum = enumOf(creditNoteKinds);
registerEnumType(CreditNoteKindEnum, {
  name: 'CreditNoteKind',
  description: 'Why a credit note is given. More may be added.',
  valuesMap: {
    RECALCULATION: { description: 'What was used comes to less than was billed; a run drafts it.' },
    CONCESSION: { description: 'Given for a reason of its own; it never enters what a run works out.' },
  },
});

export const BillingRunStateEnum = enumOf(runStates);
registerEnumType(BillingRunStateEnum, {
  name: 'BillingRunState',
  description: 'Where a run stands. More may be added.',
  valuesMap: {
    PREPARING: { description: 'Drafts are being worked out, member by member.' },
    PREPARED: { description: 'Every member is done or parked.' },
    STOPPED: {
      description: 'It was stopped. Members that wait are not worked out until it is prepared again.',
    },
  },
});

export const BillingRunMemberStateEnum = enumOf(runTenantStates);
registerEnumType(BillingRunMemberStateEnum, {
  name: 'BillingRunMemberState',
  description: 'How far a run is with one member. More may be added.',
  valuesMap: {
    WAITING: { description: 'Its draft is still to be worked out.' },
    DONE: { description: 'Its drafts say what is owed; it has none when nothing is.' },
    PARKED: { description: 'Its bill needs a person first, for the reason given.' },
  },
});

export const InvoiceGroupingEnum = enumOf(invoiceGroupings);
registerEnumType(InvoiceGroupingEnum, {
  name: 'InvoiceGroupingKind',
  description: 'How many invoices a month a member gets. More may be added.',
  valuesMap: {
    CONSOLIDATED: { description: 'One invoice a month.' },
    PER_ORDER: { description: 'One for each purchase order, and one for what has none.' },
  },
});

export const LedgerAccountEnum = enumOf(accounts);
registerEnumType(LedgerAccountEnum, {
  name: 'LedgerAccount',
  description: 'An account of the ledger. More may be added.',
  valuesMap: {
    RECEIVABLE: { description: 'What members owe on invoices.' },
    INCOME: { description: 'What was charged, without VAT.' },
    VAT_OUTPUT: { description: 'VAT that was charged.' },
    BANK: { description: "The lead authority's bank account." },
    ON_ACCOUNT: { description: 'Money of a member that is not set against an invoice yet.' },
    SUSPENSE: { description: 'Money that came in and is not known to be whose yet.' },
  },
});

export const JournalEntryKindEnum = enumOf(entryKinds);
registerEnumType(JournalEntryKindEnum, {
  name: 'JournalEntryKind',
  description: 'The kind of document that an entry of the ledger posts. More may be added.',
  valuesMap: {
    INVOICE: { description: 'An issued invoice.' },
    CREDIT_NOTE: { description: 'An issued credit note.' },
    RECEIPT: { description: 'Money that came in.' },
    ALLOCATION: { description: 'Money that was set against an invoice, or held on account.' },
    REVERSAL: { description: 'Money of an allocation that was taken back again.' },
    VOID: { description: 'An invoice that was voided; it undoes what the invoice posted.' },
  },
});

export const documentActions = ['APPROVE', 'ISSUE', 'CREDIT', 'VOID', 'DISPUTE'] as const;
export type DocumentAction = (typeof documentActions)[number];
export const DocumentActionEnum = enumOf(documentActions);
registerEnumType(DocumentActionEnum, {
  name: 'DocumentAction',
  description: 'What you may do with a document now. More may be added.',
  valuesMap: {
    APPROVE: { description: 'Approve it.' },
    ISSUE: { description: 'Issue it.' },
    CREDIT: { description: 'Raise a credit note against it.' },
    VOID: { description: 'Void it, as long as nothing has come of it.' },
    DISPUTE: { description: 'Dispute a line of it, or report an error.' },
  },
});

export const DisputeKindEnum = enumOf(disputeKinds);
registerEnumType(DisputeKindEnum, {
  name: 'DisputeKind',
  description: 'What a member says of a line. More may be added.',
  valuesMap: {
    DISPUTE: {
      description: 'It disputes it in time: what is disputed is not asked for until it is decided.',
    },
    ERROR_REPORT: { description: 'It reports an error, at any time; the invoice stays payable meanwhile.' },
  },
});

export const DisputeStateEnum = enumOf(disputeStates);
registerEnumType(DisputeStateEnum, {
  name: 'DisputeState',
  description: 'Where a dispute stands. More may be added.',
  valuesMap: {
    OPEN: { description: 'Raised; the lead authority has not begun to look at it.' },
    UNDER_REVIEW: { description: 'The lead authority looks at it.' },
    UPHELD: { description: 'All of it was upheld.' },
    PART_UPHELD: { description: 'A part of it was upheld.' },
    REJECTED: { description: 'It was rejected, with a reason.' },
    WITHDRAWN: { description: 'The member took it back.' },
    ESCALATED: { description: 'The member does not accept the decision; somebody else decides.' },
  },
});

export const DisputeDecisionEnum = enumOf(disputeDecisions);
registerEnumType(DisputeDecisionEnum, {
  name: 'DisputeDecision',
  description: 'How a dispute is decided. More may be added.',
  valuesMap: {
    UPHELD: { description: 'The member is right about all that is in dispute.' },
    PART_UPHELD: { description: 'It is right about a part, which is named.' },
    REJECTED: { description: 'It is not right.' },
  },
});

export const DisputeOutcomeEnum = enumOf(disputeOutcomes);
registerEnumType(DisputeOutcomeEnum, {
  name: 'DisputeOutcome',
  description: 'How what was upheld is given back. More may be added.',
  valuesMap: {
    CORRECTION: { description: 'Use or price is corrected, and the next run credits the difference.' },
    CONCESSION: { description: 'By a credit note of its own.' },
  },
});

export const disputeActions = ['REVIEW', 'DECIDE', 'WITHDRAW', 'ESCALATE'] as const;
export type DisputeAction = (typeof disputeActions)[number];
export const DisputeActionEnum = enumOf(disputeActions);
registerEnumType(DisputeActionEnum, {
  name: 'DisputeAction',
  description: 'What you may do with a dispute now. More may be added.',
  valuesMap: {
    REVIEW: { description: 'Begin to review it.' },
    DECIDE: { description: 'Decide it.' },
    WITHDRAW: { description: 'Take it back.' },
    ESCALATE: { description: 'Have somebody else decide it.' },
  },
});

export const BridgeKindEnum = enumOf(bridgeKinds);
registerEnumType(BridgeKindEnum, {
  name: 'BridgeKind',
  description: 'Why a bill differs from the one before. More may be added.',
  valuesMap: {
    VOLUME: { description: 'More or less was used, at the price of the bill before.' },
    PERIOD: { description: 'It is for more or fewer days of its month, or for a month that is over.' },
    PRICE: { description: 'The price changed: all that more or less use and days do not explain.' },
    NEW_SERVICE: { description: 'The bill before had nothing of this for its own month.' },
    ENDED_SERVICE: { description: 'This bill has nothing of it for its own month.' },
    EARLIER_MONTHS: {
      description: 'What came late, changed or is due for other months than the one compared.',
    },
    EARLIER_MONTHS_GONE: {
      description: 'What the bill before had for other months, which is not repeated.',
    },
    CREDITS: { description: 'Credit notes that came with this bill.' },
    CREDITS_GONE: { description: 'Credit notes that came with the bill before, which are not repeated.' },
  },
});

export const DiscountStateEnum = enumOf(discountStates);
registerEnumType(DiscountStateEnum, {
  name: 'DiscountState',
  description: 'Where a discount stands. More may be added.',
  valuesMap: {
    PROPOSED: { description: 'It waits for someone else to approve it; no bill counts it.' },
    APPROVED: { description: 'The bills of its months count it.' },
    DECLINED: { description: 'It was declined, or taken back.' },
  },
});

export const discountActions = ['APPROVE', 'DECLINE'] as const;
export type DiscountAction = (typeof discountActions)[number];
export const DiscountActionEnum = enumOf(discountActions);
registerEnumType(DiscountActionEnum, {
  name: 'DiscountAction',
  description: 'What you may do with a discount now. More may be added.',
  valuesMap: { APPROVE: { description: 'Approve it.' }, DECLINE: { description: 'Decline it.' } },
});
