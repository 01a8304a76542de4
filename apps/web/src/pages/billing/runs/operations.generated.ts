// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which month to bill. */
export type BillingRunPrepareInput = {
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The month, as YYYY-MM; one that is over. */
  readonly month: string;
};

/** Where a run stands. More may be added. */
export type BillingRunState =
  /** Every member is done or parked. */
  | 'PREPARED'
  /** Drafts are being worked out, member by member. */
  | 'PREPARING'
  /** It was stopped. Members that wait are not worked out until it is prepared again. */
  | 'STOPPED';

export type BillingRunsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type BillingRunsQuery = { readonly firstCallOffStartsOn: string | null, readonly billingRuns: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: BillingRunState, readonly done: number, readonly waiting: number, readonly parked: number, readonly draftsSha256: string | null, readonly period: { readonly start: string, readonly end: string }, readonly totals: { readonly drafts: number, readonly approved: number, readonly issued: number, readonly gross: { readonly amount: string } } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export type PrepareRunMutationVariables = Exact<{
  input: BillingRunPrepareInput;
}>;


export type PrepareRunMutation = { readonly billingRunPrepare: { readonly billingRun: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const BillingRuns: Operation<BillingRunsQuery, BillingRunsQueryVariables> = {
  name: 'BillingRuns',
  text: "query BillingRuns($after: String) { firstCallOffStartsOn billingRuns(first: 20, after: $after) { edges { node { id period { start end } state done waiting parked draftsSha256 totals { drafts approved issued gross { amount } } } } pageInfo { endCursor hasNextPage } } }",
};
export const PrepareRun: Operation<PrepareRunMutation, PrepareRunMutationVariables> = {
  name: 'PrepareRun',
  text: "mutation PrepareRun($input: BillingRunPrepareInput!) { billingRunPrepare(input: $input) { billingRun { id } userErrors { message path nextStep } } }",
};
