// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Why a bill differs from the one before. More may be added. */
export type BridgeKind =
  /** Credit notes that came with this bill. */
  | 'CREDITS'
  /** Credit notes that came with the bill before, which are not repeated. */
  | 'CREDITS_GONE'
  /** What came late, changed or is due for other months than the one compared. */
  | 'EARLIER_MONTHS'
  /** What the bill before had for other months, which is not repeated. */
  | 'EARLIER_MONTHS_GONE'
  /** This bill has nothing of it for its own month. */
  | 'ENDED_SERVICE'
  /** The bill before had nothing of this for its own month. */
  | 'NEW_SERVICE'
  /** It is for more or fewer days of its month, or for a month that is over. */
  | 'PERIOD'
  /** The price changed: all that more or less use and days do not explain. */
  | 'PRICE'
  /** More or less was used, at the price of the bill before. */
  | 'VOLUME';

/** What makes a charge due. More may be added. */
export type ChargeKind =
  /** The first day of a call-off. */
  | 'ONE_TIME'
  /** Each month of a call-off, by the days of its term. */
  | 'RECURRING'
  /** Use that is metered. */
  | 'USAGE';

/** How far Stripe is with an invoice that it collects. */
export type CollectionState =
  /** Stripe was given it, and waits for the money. */
  | 'OPEN'
  /** Stripe has the money. */
  | 'PAID'
  /** Stripe did not take it. */
  | 'REFUSED'
  /** Stripe had the money, and the payer's bank took it back: it is owed again. */
  | 'REVERSED'
  /** It was settled otherwise, and Stripe collects it no more. */
  | 'VOID'
  /** It waits to be given to Stripe. */
  | 'WANTED';

/** Where a credit note stands. More may be added. */
export type CreditNoteState =
  /** Approved by someone who did not prepare it. */
  | 'APPROVED'
  /** Prepared and not approved. */
  | 'DRAFT'
  /** Numbered, posted and sent. */
  | 'ISSUED';

/** What has become of a direct debit. */
export type DebitState =
  /** It was not paid. */
  | 'FAILED'
  /** It was asked for, and the bank has not said what comes of it. */
  | 'PROCESSING'
  /** It was paid, and the payer's bank took it back. */
  | 'REVERSED'
  /** It was paid. */
  | 'SUCCEEDED'
  /** Stripe is about to be asked for it. */
  | 'WANTED';

/** What a member says of a line. More may be added. */
export type DisputeKind =
  /** It disputes it in time: what is disputed is not asked for until it is decided. */
  | 'DISPUTE'
  /** It reports an error, at any time; the invoice stays payable meanwhile. */
  | 'ERROR_REPORT';

/** Where a dispute stands. More may be added. */
export type DisputeState =
  /** The member does not accept the decision; somebody else decides. */
  | 'ESCALATED'
  /** Raised; the lead authority has not begun to look at it. */
  | 'OPEN'
  /** A part of it was upheld. */
  | 'PART_UPHELD'
  /** It was rejected, with a reason. */
  | 'REJECTED'
  /** The lead authority looks at it. */
  | 'UNDER_REVIEW'
  /** All of it was upheld. */
  | 'UPHELD'
  /** The member took it back. */
  | 'WITHDRAWN';

/** What you may do with a document now. More may be added. */
export type DocumentAction =
  /** Approve it. */
  | 'APPROVE'
  /** Raise a credit note against it. */
  | 'CREDIT'
  /** Dispute a line of it, or report an error. */
  | 'DISPUTE'
  /** Issue it. */
  | 'ISSUE'
  /** Void it, as long as nothing has come of it. */
  | 'VOID';

/** Which invoice to approve. */
export type InvoiceApproveInput = {
  /** Its contentSha256 that you have seen. */
  readonly contentSha256: string;
  /** The invoice. */
  readonly invoiceId: string | number;
};

/** Which invoice to issue. */
export type InvoiceIssueInput = {
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The invoice. */
  readonly invoiceId: string | number;
  /** Why it is issued although a call-off has neither a purchase order nor an exemption, 500 characters at most; it is kept on the invoice with your name. Without it such an invoice is refused. */
  readonly withoutOrderReason?: string | null | undefined;
};

/** Where an invoice stands; from its issue on it follows from the ledger and the date. More may be added. */
export type InvoiceState =
  /** Approved by someone who did not prepare it; it changes no more. */
  | 'APPROVED'
  /** All of it was credited. */
  | 'CREDITED'
  /** All that is outstanding is disputed; nothing is asked for until it is decided. */
  | 'DISPUTED'
  /** Worked out by a run, and brought up to date when the run is prepared again. */
  | 'DRAFT'
  /** Numbered, posted and sent; nothing is paid yet. */
  | 'ISSUED'
  /** Something that is not disputed is outstanding after the day on which it was due. */
  | 'OVERDUE'
  /** Nothing is outstanding. */
  | 'PAID'
  /** A part is disputed; the rest is payable, and is not late. */
  | 'PART_DISPUTED'
  /** A part is paid, and it is not late. */
  | 'PART_PAID'
  /** It counts no more; its number stays. */
  | 'VOID';

/** An account of the ledger. More may be added. */
export type LedgerAccount =
  /** The lead authority's bank account. */
  | 'BANK'
  /** What was charged, without VAT. */
  | 'INCOME'
  /** Money of a member that is not set against an invoice yet. */
  | 'ON_ACCOUNT'
  /** What members owe on invoices. */
  | 'RECEIVABLE'
  /** Money that came in and is not known to be whose yet. */
  | 'SUSPENSE'
  /** VAT that was charged. */
  | 'VAT_OUTPUT';

/** How far the mandate for direct debits is. */
export type MandateState =
  /** It was given. */
  | 'ACTIVE'
  /** It can be given on Stripe's page. */
  | 'ASKED'
  /** There is none. */
  | 'NONE';

/** How money was matched to an invoice. */
export type MatchedBy =
  /** A person said so. */
  | 'PERSON'
  /** The payment's reference named the invoice. */
  | 'REFERENCE'
  /** Stripe collected it for the invoice. */
  | 'STRIPE';

/** How a member pays a lead authority. More may be added. */
export type PaymentMethod =
  /** By BACS, to the bank account on the invoice. */
  | 'BACS_TRANSFER'
  /** By direct debit through Stripe, once the member has given its mandate. */
  | 'STRIPE_BACS_DEBIT'
  /** By bank transfer, to an account that Stripe keeps for the member. */
  | 'STRIPE_BANK_TRANSFER';

/** How a charge is treated for VAT. More may be added. */
export type VatTreatment =
  /** Exempt. */
  | 'EXEMPT'
  /** Outside the scope of VAT. */
  | 'OUTSIDE_SCOPE'
  /** Reduced rate, 5%. */
  | 'REDUCED'
  /** Standard rate, 20%. */
  | 'STANDARD'
  /** Zero-rated. */
  | 'ZERO';

export type InvoicePageQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
  isLead: boolean;
}>;


export type InvoicePageQuery = { readonly invoice: { readonly id: string, readonly number: string | null, readonly state: InvoiceState, readonly availableActions: ReadonlyArray<DocumentAction>, readonly contentSha256: string, readonly issuedSha256: string | null, readonly auditHead: string | null, readonly issuedOn: string | null, readonly dueOn: string | null, readonly memberId: string, readonly memberName: string, readonly leadId: string, readonly leadName: string, readonly runId: string | null, readonly preparedAt: string | null, readonly preparedById: string | null, readonly approvedAt: string | null, readonly approvedById: string | null, readonly issuedAt: string | null, readonly forOrder: string | null, readonly voidedAt: string | null, readonly voidReason: string | null, readonly period: { readonly start: string, readonly end: string }, readonly buyer: { readonly name: string, readonly code: string | null } | null, readonly seller: { readonly name: string, readonly address: string, readonly vatNumber: string, readonly bankAccountName: string, readonly bankAccountNumber: string, readonly bankSortCode: string } | null, readonly purchaseOrders: ReadonlyArray<{ readonly callOffReference: string, readonly number: string | null, readonly withoutReason: string | null }> | null, readonly warnings: ReadonlyArray<{ readonly code: string, readonly message: string }>, readonly callOffs: ReadonlyArray<{ readonly id: string, readonly reference: string, readonly offeringTitle: string, readonly purchaseOrders: { readonly edges: ReadonlyArray<{ readonly node: { readonly number: string | null, readonly value: { readonly amount: string } | null } }> } }>, readonly priceVersions: ReadonlyArray<{ readonly id: string, readonly version: number, readonly startsOn: string, readonly price: { readonly words: ReadonlyArray<string> } }>, readonly lines: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly lineNumber: number, readonly description: string, readonly charge: ChargeKind, readonly callOffId: string, readonly meterId: string, readonly priceVersionId: string, readonly vatRate: string, readonly period: { readonly start: string, readonly end: string }, readonly net: { readonly amount: string }, readonly costSplit: ReadonlyArray<{ readonly costCentre: string, readonly subjectiveCode: string, readonly percent: string, readonly net: { readonly amount: string } }>, readonly working: { readonly quantity: string, readonly worth: string, readonly calculationJson: string, readonly alreadyBilled: { readonly amount: string }, readonly steps: ReadonlyArray<{ readonly label: string, readonly quantity: string | null, readonly unit: string | null, readonly amount: string }> } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } }, readonly vatSummary: ReadonlyArray<{ readonly treatment: VatTreatment, readonly rate: string, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string } }>, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string }, readonly gross: { readonly amount: string }, readonly paid: { readonly amount: string }, readonly credited: { readonly amount: string }, readonly outstanding: { readonly amount: string }, readonly disputed: { readonly amount: string }, readonly disputes: ReadonlyArray<{ readonly id: string, readonly kind: DisputeKind, readonly state: DisputeState, readonly lineNumber: number, readonly net: { readonly amount: string }, readonly upheld: { readonly amount: string } }>, readonly bridge: { readonly previousId: string, readonly previousNumber: string, readonly previousPeriod: { readonly start: string }, readonly start: { readonly amount: string }, readonly end: { readonly amount: string }, readonly rows: ReadonlyArray<{ readonly kind: BridgeKind, readonly callOffReference: string | null, readonly offeringTitle: string | null, readonly meterTitle: string | null, readonly quantityBefore: string | null, readonly quantityAfter: string | null, readonly amount: { readonly amount: string } }> } | null, readonly creditNotes: ReadonlyArray<{ readonly id: string, readonly number: string | null, readonly state: CreditNoteState, readonly reason: string, readonly issuedOn: string | null, readonly gross: { readonly amount: string } }>, readonly collection: { readonly method: PaymentMethod, readonly state: CollectionState, readonly refusal: string | null, readonly mandate: MandateState, readonly nextDebitOn: string | null, readonly amount: { readonly amount: string } | null, readonly payTo: { readonly accountName: string, readonly sortCode: string, readonly accountNumber: string } | null, readonly debits: ReadonlyArray<{ readonly state: DebitState, readonly startedAt: string, readonly endedAt: string | null, readonly reason: string | null, readonly amount: { readonly amount: string } }> } | null, readonly payments: ReadonlyArray<{ readonly id: string, readonly allocatedAt: string, readonly reversedAt: string | null, readonly matchedBy: MatchedBy, readonly amount: { readonly amount: string } }>, readonly journal: ReadonlyArray<{ readonly id: string, readonly postedOn: string, readonly memo: string, readonly postings: ReadonlyArray<{ readonly account: LedgerAccount, readonly amount: { readonly amount: string } }> }> }, readonly people?: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string } }> } };

export type ApproveInvoiceMutationVariables = Exact<{
  input: InvoiceApproveInput;
}>;


export type ApproveInvoiceMutation = { readonly invoiceApprove: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type IssueInvoiceMutationVariables = Exact<{
  input: InvoiceIssueInput;
}>;


export type IssueInvoiceMutation = { readonly invoiceIssue: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const InvoicePage: Operation<InvoicePageQuery, InvoicePageQueryVariables> = {
  name: 'InvoicePage',
  text: "query InvoicePage($id: ID!, $after: String, $isLead: Boolean!) { invoice(id: $id) { id number state availableActions contentSha256 issuedSha256 auditHead issuedOn dueOn memberId memberName leadId leadName runId preparedAt preparedById approvedAt approvedById issuedAt period { start end } buyer { name code } seller { name address vatNumber bankAccountName bankAccountNumber bankSortCode } purchaseOrders { callOffReference number withoutReason } forOrder warnings { code message } callOffs { id reference offeringTitle purchaseOrders(first: 20) { edges { node { number value { amount } } } } } priceVersions { id version startsOn price { words } } lines(first: 50, after: $after) { edges { node { id lineNumber description charge callOffId meterId priceVersionId period { start end } net { amount } vatRate costSplit { costCentre subjectiveCode percent net { amount } } working { quantity worth alreadyBilled { amount } calculationJson steps { label quantity unit amount } } } } pageInfo { endCursor hasNextPage } } vatSummary { treatment rate net { amount } vat { amount } } net { amount } vat { amount } gross { amount } paid { amount } credited { amount } outstanding { amount } disputed { amount } voidedAt voidReason disputes { id kind state lineNumber net { amount } upheld { amount } } bridge { previousId previousNumber previousPeriod { start } start { amount } end { amount } rows { kind callOffReference offeringTitle meterTitle quantityBefore quantityAfter amount { amount } } } creditNotes { id number state reason issuedOn gross { amount } } collection { method state amount { amount } refusal payTo { accountName sortCode accountNumber } mandate nextDebitOn debits { amount { amount } state startedAt endedAt reason } } payments { id allocatedAt reversedAt matchedBy amount { amount } } journal { id postedOn memo postings { account amount { amount } } } } people(first: 100) @include(if: $isLead) { edges { node { id name } } } }",
};
export const ApproveInvoice: Operation<ApproveInvoiceMutation, ApproveInvoiceMutationVariables> = {
  name: 'ApproveInvoice',
  text: "mutation ApproveInvoice($input: InvoiceApproveInput!) { invoiceApprove(input: $input) { userErrors { message path nextStep } } }",
};
export const IssueInvoice: Operation<IssueInvoiceMutation, IssueInvoiceMutationVariables> = {
  name: 'IssueInvoice',
  text: "mutation IssueInvoice($input: InvoiceIssueInput!) { invoiceIssue(input: $input) { userErrors { message path nextStep } } }",
};
