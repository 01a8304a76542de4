import { registerEnumType } from '@nestjs/graphql';
import {
  creditNoteKinds,
  creditNoteStates,
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
    OVERDUE: { description: 'Something is outstanding after the day on which it was due.' },
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
  },
});

export const documentActions = ['APPROVE', 'ISSUE', 'CREDIT'] as const;
export type DocumentAction = (typeof documentActions)[number];
export const DocumentActionEnum = enumOf(documentActions);
registerEnumType(DocumentActionEnum, {
  name: 'DocumentAction',
  description: 'What you may do with a document now. More may be added.',
  valuesMap: {
    APPROVE: { description: 'Approve it.' },
    ISSUE: { description: 'Issue it.' },
    CREDIT: { description: 'Raise a credit note against it.' },
  },
});
