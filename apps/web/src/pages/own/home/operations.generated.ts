// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where an access agreement stands. More may be added. */
export type AccessAgreementState =
  /** In force. */
  | 'COUNTERSIGNED'
  /** Stopped for now. */
  | 'ON_HOLD'
  /** The body can sign it. */
  | 'SENT'
  /** The body has signed; the lead authority countersigns next. */
  | 'SIGNED'
  /** Another agreement has taken its place. */
  | 'SUPERSEDED'
  /** Ended. */
  | 'TERMINATED';

/** Where a run stands. More may be added. */
export type BillingRunState =
  /** Every member is done or parked. */
  | 'PREPARED'
  /** Drafts are being worked out, member by member. */
  | 'PREPARING'
  /** It was stopped. Members that wait are not worked out until it is prepared again. */
  | 'STOPPED';

/** Where a call-off stands today. More may be added. */
export type CallOffState =
  /** Awarded; its first day is still to come. */
  | 'AWARDED'
  /** Ended, with everything settled. */
  | 'CLOSED'
  /** Its last day is over. */
  | 'EXPIRED'
  /** It runs. */
  | 'LIVE'
  /** Notice was given. */
  | 'NOTICE_GIVEN'
  /** It was ended before its last day. */
  | 'TERMINATED';

/** Whether the body has decided to join. More may be added. */
export type DecisionChoice =
  /** The decision is made and published. */
  | 'MADE'
  /** It will be made before the agreement is signed. */
  | 'TO_FOLLOW';

/** What you may do with a dispute now. More may be added. */
export type DisputeAction =
  /** Decide it. */
  | 'DECIDE'
  /** Have somebody else decide it. */
  | 'ESCALATE'
  /** Begin to review it. */
  | 'REVIEW'
  /** Take it back. */
  | 'WITHDRAW';

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

/** How far the mandate for direct debits is. */
export type MandateState =
  /** It was given. */
  | 'ACTIVE'
  /** It can be given on Stripe's page. */
  | 'ASKED'
  /** There is none. */
  | 'NONE';

/** Where an opt-in stands. More may be added. */
export type OptInState =
  /** The lead authority approved it. */
  | 'APPROVED'
  /** Every service that it chose is called off. */
  | 'CONVERTED'
  /** The lead authority declined it, with a reason. */
  | 'DECLINED'
  /** Started; nothing has been told yet. */
  | 'DRAFT'
  /** The body is working on it. */
  | 'IN_PROGRESS'
  /** The body has laid it aside, without penalty. */
  | 'PAUSED'
  /** It came back with questions. */
  | 'RETURNED'
  /** The lead authority has it. */
  | 'SUBMITTED'
  /** Somebody at the lead authority is looking at it. */
  | 'UNDER_REVIEW'
  /** The body took it back. */
  | 'WITHDRAWN';

/** What a body tells in an opt-in. More may be added. */
export type OptInTaskName =
  /** About you. */
  | 'ABOUT_YOU'
  /** Council decision. */
  | 'AUTHORITY'
  /** Data processing schedule. */
  | 'INFORMATION'
  /** Money. */
  | 'MONEY'
  /** Your need. */
  | 'YOUR_NEED';

/** Where a task stands. More may be added. */
export type OptInTaskState =
  /** Other tasks must be complete first. */
  | 'CANNOT_START_YET'
  /** Everything that it needs is there. */
  | 'COMPLETED'
  /** Something has been told. */
  | 'IN_PROGRESS'
  /** The chosen services do not need it. */
  | 'NOT_APPLICABLE'
  /** Nothing has been told yet. */
  | 'NOT_YET_STARTED';

/** How a member pays a lead authority. More may be added. */
export type PaymentMethod =
  /** By BACS, to the bank account on the invoice. */
  | 'BACS_TRANSFER'
  /** By direct debit through Stripe, once the member has given its mandate. */
  | 'STRIPE_BACS_DEBIT'
  /** By bank transfer, to an account that Stripe keeps for the member. */
  | 'STRIPE_BANK_TRANSFER';

/** What a person may do for a body. More may be added. */
export type Role =
  /** Countersigns for the lead authority and gives its roles. */
  | 'LEAD_APPROVER'
  /** Reads everything of the lead authority's and changes nothing. */
  | 'LEAD_AUDITOR'
  /** Keeps the lead authority's catalogue and reviews opt-ins. */
  | 'LEAD_CATALOGUE_MANAGER'
  /** Approves and issues invoices that somebody else prepared. */
  | 'LEAD_FINANCE_APPROVER'
  /** Prepares billing runs and records receipts. */
  | 'LEAD_FINANCE_PREPARER'
  /** Sends usage and looks after what is in quarantine. */
  | 'LEAD_SERVICE_MANAGER'
  /** Runs the service and appoints lead authorities; sees no money. */
  | 'PLATFORM_OPERATOR'
  /** Looks after the body's workspace and gives its roles. */
  | 'TENANT_ADMIN'
  /** Reads everything of the body's and changes nothing. */
  | 'TENANT_AUDITOR'
  /** Prepares opt-ins and awards call-offs. */
  | 'TENANT_CLIENT_LEAD'
  /** Advises on the use of personal data. */
  | 'TENANT_DPO'
  /** Records purchase orders and sees bills. */
  | 'TENANT_FINANCE'
  /** Signs agreements for the body. */
  | 'TENANT_SIGNATORY'
  /** Answers for the business case. */
  | 'TENANT_SPONSOR';

export type MemberHomeQueryVariables = Exact<{
  invoices: boolean;
  people: boolean;
  paymentMethods: boolean;
}>;


export type MemberHomeQuery = { readonly optIns: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reference: string, readonly state: OptInState, readonly frameworkId: string, readonly leadName: string, readonly reviewDueOn: string | null, readonly offerings: ReadonlyArray<{ readonly title: string, readonly isOpen: boolean }>, readonly tasks: ReadonlyArray<{ readonly task: OptInTaskName, readonly state: OptInTaskState, readonly question: string | null, readonly authority: { readonly decision: DecisionChoice | null, readonly effectiveOn: string | null, readonly exemptReason: string | null } | null }> } }> }, readonly agreements: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: AccessAgreementState, readonly frameworkId: string, readonly frameworkTitle: string, readonly leadName: string } }> }, readonly callOffs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reference: string, readonly state: CallOffState, readonly startsOn: string, readonly offeringTitle: string, readonly purchaseOrders: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string } }> } } }> }, readonly people?: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly roles: ReadonlyArray<Role> } }> }, readonly invoices?: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: InvoiceState } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly paymentMethods?: ReadonlyArray<{ readonly leadName: string, readonly method: PaymentMethod, readonly isStripeOn: boolean, readonly mandate: MandateState, readonly mandateUrl: string | null }> };

export type LeadHomeQueryVariables = Exact<{
  review: boolean;
  countersign: boolean;
  quarantine: boolean;
  runs: boolean;
  disputes: boolean;
  creditNotes: boolean;
  lateUsages: boolean;
  receipts: boolean;
}>;


export type LeadHomeQuery = { readonly optIns?: { readonly edges: ReadonlyArray<{ readonly node: { readonly reviewDueOn: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly agreements?: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: AccessAgreementState } }> }, readonly quarantine?: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly disputes?: { readonly edges: ReadonlyArray<{ readonly node: { readonly availableActions: ReadonlyArray<DisputeAction> } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly creditNotes?: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly runId: string | null, readonly availableActions: ReadonlyArray<DocumentAction> } }> }, readonly lateUsages?: { readonly edges: ReadonlyArray<{ readonly node: { readonly mayApprove: boolean } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly receipts?: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly unallocated: { readonly amount: string } } }> }, readonly billingRuns?: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: BillingRunState, readonly period: { readonly start: string }, readonly totals: { readonly drafts: number, readonly approved: number, readonly issued: number } } }> } };

export const MemberHome: Operation<MemberHomeQuery, MemberHomeQueryVariables> = {
  name: 'MemberHome',
  text: "query MemberHome($invoices: Boolean!, $people: Boolean!, $paymentMethods: Boolean!) { optIns(first: 20) { edges { node { id reference state frameworkId leadName reviewDueOn offerings { title isOpen } tasks { task state question authority { decision effectiveOn exemptReason } } } } } agreements(first: 20) { edges { node { id state frameworkId frameworkTitle leadName } } } callOffs(first: 20) { edges { node { id reference state startsOn offeringTitle purchaseOrders(first: 1) { edges { node { id } } } } } } people(first: 100) @include(if: $people) { edges { node { name roles } } } invoices(first: 20, states: [ISSUED, PART_PAID, OVERDUE]) @include(if: $invoices) { edges { node { id state } } pageInfo { hasNextPage } } paymentMethods @include(if: $paymentMethods) { leadName method isStripeOn mandate mandateUrl } }",
};
export const LeadHome: Operation<LeadHomeQuery, LeadHomeQueryVariables> = {
  name: 'LeadHome',
  text: "query LeadHome( $review: Boolean! $countersign: Boolean! $quarantine: Boolean! $runs: Boolean! $disputes: Boolean! $creditNotes: Boolean! $lateUsages: Boolean! $receipts: Boolean! ) { optIns(first: 50, states: [SUBMITTED, UNDER_REVIEW]) @include(if: $review) { edges { node { reviewDueOn } } pageInfo { hasNextPage } } agreements(first: 100) @include(if: $countersign) { edges { node { id state } } } quarantine(first: 50, state: HELD) @include(if: $quarantine) { edges { node { id } } pageInfo { hasNextPage } } disputes(first: 50, states: [OPEN, UNDER_REVIEW, ESCALATED]) @include(if: $disputes) { edges { node { availableActions } } pageInfo { hasNextPage } } creditNotes(first: 50) @include(if: $creditNotes) { edges { node { id runId availableActions } } } lateUsages(first: 50, waiting: true) @include(if: $lateUsages) { edges { node { mayApprove } } pageInfo { hasNextPage } } receipts(first: 50) @include(if: $receipts) { edges { node { id unallocated { amount } } } } billingRuns(first: 12) @include(if: $runs) { edges { node { id state period { start } totals { drafts approved issued } } } } }",
};
