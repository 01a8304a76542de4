// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which late use may be billed, and why. */
export type LateUsageApproveInput = {
  /** The late use. */
  readonly lateUsageId: string | number;
  /** What you saw it come to, in pounds without VAT: it is refused when more came since. */
  readonly net: string;
  /** Why it is right to bill it now. 1,000 characters at most. */
  readonly reason: string;
};

export type LateUsagesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type LateUsagesQuery = { readonly lateUsages: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly memberName: string, readonly callOffId: string, readonly callOffReference: string, readonly isWaiting: boolean, readonly foundAt: string, readonly reason: string | null, readonly approvedAt: string | null, readonly mayApprove: boolean, readonly period: { readonly start: string }, readonly net: { readonly amount: string }, readonly approvedNet: { readonly amount: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly lateUsageLimit: { readonly amount: string } };

export type LateUsageApproveMutationVariables = Exact<{
  input: LateUsageApproveInput;
}>;


export type LateUsageApproveMutation = { readonly lateUsageApprove: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const LateUsages: Operation<LateUsagesQuery, LateUsagesQueryVariables> = {
  name: 'LateUsages',
  text: "query LateUsages($after: String) { lateUsages(first: 25, after: $after) { edges { node { id memberName callOffId callOffReference period { start } isWaiting net { amount } foundAt approvedNet { amount } reason approvedAt mayApprove } } pageInfo { hasNextPage endCursor } } lateUsageLimit { amount } }",
};
export const LateUsageApprove: Operation<LateUsageApproveMutation, LateUsageApproveMutationVariables> = {
  name: 'LateUsageApprove',
  text: "mutation LateUsageApprove($input: LateUsageApproveInput!) { lateUsageApprove(input: $input) { userErrors { message path nextStep } } }",
};
