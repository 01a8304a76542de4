// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What you may do with a discount now. More may be added. */
export type DiscountAction =
  /** Approve it. */
  | 'APPROVE'
  /** Decline it. */
  | 'DECLINE';

/** Which discount to approve. */
export type DiscountApproveInput = {
  /** The discount. */
  readonly discountId: string | number;
};

/** Which discount to decline. */
export type DiscountDeclineInput = {
  /** The discount. */
  readonly discountId: string | number;
};

/** Where a discount stands. More may be added. */
export type DiscountState =
  /** The bills of its months count it. */
  | 'APPROVED'
  /** It was declined, or taken back. */
  | 'DECLINED'
  /** It waits for someone else to approve it; no bill counts it. */
  | 'PROPOSED';

export type DiscountsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DiscountsQuery = { readonly discounts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly memberName: string, readonly callOffId: string, readonly callOffReference: string, readonly meterTitle: string | null, readonly percent: string, readonly reason: string, readonly state: DiscountState, readonly availableActions: ReadonlyArray<DiscountAction>, readonly months: { readonly start: string, readonly end: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type DiscountApproveMutationVariables = Exact<{
  input: DiscountApproveInput;
}>;


export type DiscountApproveMutation = { readonly discountApprove: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type DiscountDeclineMutationVariables = Exact<{
  input: DiscountDeclineInput;
}>;


export type DiscountDeclineMutation = { readonly discountDecline: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const Discounts: Operation<DiscountsQuery, DiscountsQueryVariables> = {
  name: 'Discounts',
  text: "query Discounts($after: String) { discounts(first: 25, after: $after) { edges { node { id memberName callOffId callOffReference meterTitle percent months { start end } reason state availableActions } } pageInfo { hasNextPage endCursor } } }",
};
export const DiscountApprove: Operation<DiscountApproveMutation, DiscountApproveMutationVariables> = {
  name: 'DiscountApprove',
  text: "mutation DiscountApprove($input: DiscountApproveInput!) { discountApprove(input: $input) { userErrors { message path nextStep } } }",
};
export const DiscountDecline: Operation<DiscountDeclineMutation, DiscountDeclineMutationVariables> = {
  name: 'DiscountDecline',
  text: "mutation DiscountDecline($input: DiscountDeclineInput!) { discountDecline(input: $input) { userErrors { message path nextStep } } }",
};
