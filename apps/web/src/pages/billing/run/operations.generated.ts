// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which run to approve, exactly as it was seen. */
export type BillingRunApproveInput = {
  /** The run. */
  readonly billingRunId: string | number;
  /** The run's draftsSha256 that you have seen. */
  readonly contentSha256: string;
};

/** Which run to issue. */
export type BillingRunIssueInput = {
  /** The run. */
  readonly billingRunId: string | number;
  /** Your key for this request. */
  readonly idempotencyKey: string;
};

/** How far a run is with one member. More may be added. */
export type BillingRunMemberState =
  /** Its drafts say what is owed; it has none when nothing is. */
  | 'DONE'
  /** Its bill needs a person first, for the reason given. */
  | 'PARKED'
  /** Its draft is still to be worked out. */
  | 'WAITING';

/** Which parked members of a run to work out once more. */
export type BillingRunRetryInput = {
  /** The run. */
  readonly billingRunId: string | number;
  /** One member; every parked one unless given. */
  readonly memberId?: string | number | null | undefined;
};

/** Where a run stands. More may be added. */
export type BillingRunState =
  /** Every member is done or parked. */
  | 'PREPARED'
  /** Drafts are being worked out, member by member. */
  | 'PREPARING'
  /** It was stopped. Members that wait are not worked out until it is prepared again. */
  | 'STOPPED';

/** Which run to stop. */
export type BillingRunStopInput = {
  /** The run; one that is being prepared. */
  readonly billingRunId: string | number;
};

/** Where a credit note stands. More may be added. */
export type CreditNoteState =
  /** Approved by someone who did not prepare it. */
  | 'APPROVED'
  /** Prepared and not approved. */
  | 'DRAFT'
  /** Numbered, posted and sent. */
  | 'ISSUED';

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

export type BillingRunPageQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
}>;


export type BillingRunPageQuery = { readonly billingRun: { readonly id: string, readonly state: BillingRunState, readonly done: number, readonly waiting: number, readonly parked: number, readonly draftsSha256: string | null, readonly preparedById: string, readonly startedAt: string, readonly begunAt: string, readonly secondsToGo: number | null, readonly finishedAt: string | null, readonly period: { readonly start: string, readonly end: string }, readonly totals: { readonly drafts: number, readonly approved: number, readonly issued: number, readonly net: { readonly amount: string }, readonly gross: { readonly amount: string } }, readonly members: { readonly edges: ReadonlyArray<{ readonly node: { readonly memberId: string, readonly memberName: string, readonly state: BillingRunMemberState, readonly reason: string | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } }, readonly invoices: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: string | null, readonly state: InvoiceState, readonly memberName: string, readonly forOrder: string | null, readonly warnings: ReadonlyArray<{ readonly code: string }>, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string }, readonly gross: { readonly amount: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean }, readonly totals: { readonly count: number, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string }, readonly gross: { readonly amount: string } } }, readonly creditNotes: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: string | null, readonly state: CreditNoteState, readonly memberName: string, readonly invoiceNumber: string, readonly net: { readonly amount: string }, readonly gross: { readonly amount: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly quarantine: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly lateUsages: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly people: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string } }> } };

export type ApproveRunMutationVariables = Exact<{
  input: BillingRunApproveInput;
}>;


export type ApproveRunMutation = { readonly billingRunApprove: { readonly failures: ReadonlyArray<{ readonly documentId: string, readonly memberId: string, readonly message: string, readonly nextStep: string | null }> | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type IssueRunMutationVariables = Exact<{
  input: BillingRunIssueInput;
}>;


export type IssueRunMutation = { readonly billingRunIssue: { readonly failures: ReadonlyArray<{ readonly documentId: string, readonly memberId: string, readonly message: string, readonly nextStep: string | null }> | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type StopRunMutationVariables = Exact<{
  input: BillingRunStopInput;
}>;


export type StopRunMutation = { readonly billingRunStop: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type RetryRunMutationVariables = Exact<{
  input: BillingRunRetryInput;
}>;


export type RetryRunMutation = { readonly billingRunRetry: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const BillingRunPage: Operation<BillingRunPageQuery, BillingRunPageQueryVariables> = {
  name: 'BillingRunPage',
  text: "query BillingRunPage($id: ID!, $after: String) { billingRun(id: $id) { id period { start end } state done waiting parked draftsSha256 preparedById startedAt begunAt secondsToGo finishedAt totals { drafts approved issued net { amount } gross { amount } } members(first: 100, after: $after) { edges { node { memberId memberName state reason } } pageInfo { endCursor hasNextPage } } } invoices(runId: $id, first: 100) { edges { node { id number state memberName forOrder warnings { code } net { amount } vat { amount } gross { amount } } } pageInfo { hasNextPage } totals { count net { amount } vat { amount } gross { amount } } } creditNotes(runId: $id, first: 100) { edges { node { id number state memberName invoiceNumber net { amount } gross { amount } } } pageInfo { hasNextPage } } quarantine(state: HELD, first: 50) { edges { node { id } } pageInfo { hasNextPage } } lateUsages(waiting: true, first: 50) { edges { node { id } } pageInfo { hasNextPage } } people(first: 100) { edges { node { id name } } } }",
};
export const ApproveRun: Operation<ApproveRunMutation, ApproveRunMutationVariables> = {
  name: 'ApproveRun',
  text: "mutation ApproveRun($input: BillingRunApproveInput!) { billingRunApprove(input: $input) { failures { documentId memberId message nextStep } userErrors { message path nextStep } } }",
};
export const IssueRun: Operation<IssueRunMutation, IssueRunMutationVariables> = {
  name: 'IssueRun',
  text: "mutation IssueRun($input: BillingRunIssueInput!) { billingRunIssue(input: $input) { failures { documentId memberId message nextStep } userErrors { message path nextStep } } }",
};
export const StopRun: Operation<StopRunMutation, StopRunMutationVariables> = {
  name: 'StopRun',
  text: "mutation StopRun($input: BillingRunStopInput!) { billingRunStop(input: $input) { userErrors { message path nextStep } } }",
};
export const RetryRun: Operation<RetryRunMutation, RetryRunMutationVariables> = {
  name: 'RetryRun',
  text: "mutation RetryRun($input: BillingRunRetryInput!) { billingRunRetry(input: $input) { userErrors { message path nextStep } } }",
};
