// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How your body splits what it is charged from a month on. */
export type CostSplitRecordInput = {
  /** The call-off. */
  readonly callOffId: string | number;
  /** The first month that it is for, as YYYY-MM. */
  readonly fromMonth: string;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** One meter of it; every one without a split of its own unless given. */
  readonly meterId?: string | number | null | undefined;
  /** The shares, 50 at most, together 100; none to split no more. */
  readonly shares: ReadonlyArray<CostSplitShareInput>;
};

/** A share in your own codes. */
export type CostSplitShareInput = {
  /** The cost centre, 50 characters at most. */
  readonly costCentre: string;
  /** The share of 100, with 4 decimal places at most. */
  readonly percent: string;
  /** The subjective code, 50 characters at most. */
  readonly subjectiveCode?: string;
};

export type CallOffToSplitQueryVariables = Exact<{
  id: string | number;
}>;


export type CallOffToSplitQuery = { readonly callOff: { readonly id: string, readonly reference: string, readonly offeringId: string, readonly offeringTitle: string, readonly startsOn: string, readonly costSplits: ReadonlyArray<{ readonly meterId: string | null, readonly shares: ReadonlyArray<{ readonly costCentre: string, readonly subjectiveCode: string, readonly percent: string }> }> } };

export type MetersToSplitQueryVariables = Exact<{
  offeringId: string | number;
}>;


export type MetersToSplitQuery = { readonly offering: { readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string }> } };

export type RecordCostSplitMutationVariables = Exact<{
  input: CostSplitRecordInput;
}>;


export type RecordCostSplitMutation = { readonly costSplitRecord: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const CallOffToSplit: Operation<CallOffToSplitQuery, CallOffToSplitQueryVariables> = {
  name: 'CallOffToSplit',
  text: "query CallOffToSplit($id: ID!) { callOff(id: $id) { id reference offeringId offeringTitle startsOn costSplits { meterId shares { costCentre subjectiveCode percent } } } }",
};
export const MetersToSplit: Operation<MetersToSplitQuery, MetersToSplitQueryVariables> = {
  name: 'MetersToSplit',
  text: "query MetersToSplit($offeringId: ID!) { offering(id: $offeringId) { meters { id title } } }",
};
export const RecordCostSplit: Operation<RecordCostSplitMutation, RecordCostSplitMutationVariables> = {
  name: 'RecordCostSplit',
  text: "mutation RecordCostSplit($input: CostSplitRecordInput!) { costSplitRecord(input: $input) { userErrors { message path nextStep } } }",
};
