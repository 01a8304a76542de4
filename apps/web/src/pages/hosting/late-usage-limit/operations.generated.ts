// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How much use that came late is billed unasked. */
export type LateUsageLimitSetInput = {
  /** Pounds without VAT, 100,000 at most; 0 for all use that comes late to wait. */
  readonly lateUsageLimit: string;
};

export type LateUsageLimitQueryVariables = Exact<{ [key: string]: never; }>;


export type LateUsageLimitQuery = { readonly lateUsageLimit: { readonly amount: string } };

export type SetLateUsageLimitMutationVariables = Exact<{
  input: LateUsageLimitSetInput;
}>;


export type SetLateUsageLimitMutation = { readonly lateUsageLimitSet: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const LateUsageLimit: Operation<LateUsageLimitQuery, LateUsageLimitQueryVariables> = {
  name: 'LateUsageLimit',
  text: "query LateUsageLimit { lateUsageLimit { amount } }",
};
export const SetLateUsageLimit: Operation<SetLateUsageLimitMutation, SetLateUsageLimitMutationVariables> = {
  name: 'SetLateUsageLimit',
  text: "mutation SetLateUsageLimit($input: LateUsageLimitSetInput!) { lateUsageLimitSet(input: $input) { userErrors { message path nextStep } } }",
};
