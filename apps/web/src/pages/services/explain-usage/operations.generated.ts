// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How a month is not like the three before it. More may be added. */
export type UnusualUsageKind =
  /** No usage, after usage in the three months before. */
  | 'GAP'
  /** More than the framework's limit over the mean of the three months before. */
  | 'SPIKE';

/** Why a month's use of a meter is as it is. */
export type UsageExplainInput = {
  /** The call-off. */
  readonly callOffId: string | number;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The meter, of the offering of the call-off. */
  readonly meterId: string | number;
  /** The month, as YYYY-MM; one that has begun. */
  readonly month: string;
  /** The explanation. */
  readonly text: string;
};

export type UsageToExplainQueryVariables = Exact<{
  id: string | number;
  month: string;
}>;


export type UsageToExplainQuery = { readonly callOff: { readonly id: string, readonly reference: string, readonly offeringTitle: string, readonly memberName: string }, readonly unusualUsage: { readonly edges: ReadonlyArray<{ readonly node: { readonly meterId: string, readonly meterTitle: string, readonly kind: UnusualUsageKind, readonly quantity: string, readonly mean: string, readonly explanations: ReadonlyArray<{ readonly text: string, readonly explainedAt: string }> } }> } };

export type ExplainUsageMutationVariables = Exact<{
  input: UsageExplainInput;
}>;


export type ExplainUsageMutation = { readonly usageExplain: { readonly explanationId: string | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const UsageToExplain: Operation<UsageToExplainQuery, UsageToExplainQueryVariables> = {
  name: 'UsageToExplain',
  text: "query UsageToExplain($id: ID!, $month: String!) { callOff(id: $id) { id reference offeringTitle memberName } unusualUsage(callOffId: $id, first: 100, month: $month) { edges { node { meterId meterTitle kind quantity mean explanations { text explainedAt } } } } }",
};
export const ExplainUsage: Operation<ExplainUsageMutation, ExplainUsageMutationVariables> = {
  name: 'ExplainUsage',
  text: "mutation ExplainUsage($input: UsageExplainInput!) { usageExplain(input: $input) { explanationId userErrors { message path nextStep } } }",
};
