// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Per cent off a call-off's charges for whole months, and why. */
export type DiscountProposeInput = {
  /** The call-off. */
  readonly callOffId: string | number;
  /** Its first month, such as 2026-04, in which the call-off runs. */
  readonly firstMonth: string;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** Its last month, such as 2026-09. */
  readonly lastMonth: string;
  /** One meter; null for all that the call-off is charged for. */
  readonly meterId?: string | number | null | undefined;
  /** Per cent: more than 0, up to 100, with 4 decimal places. */
  readonly percent: string;
  /** The reason, which the member can read. */
  readonly reason: string;
};

export type CallOffToDiscountQueryVariables = Exact<{
  id: string | number;
}>;


export type CallOffToDiscountQuery = { readonly callOff: { readonly id: string, readonly reference: string, readonly offeringId: string, readonly offeringTitle: string, readonly memberName: string, readonly startsOn: string, readonly endsOn: string } };

export type MetersToDiscountQueryVariables = Exact<{
  offeringId: string | number;
}>;


export type MetersToDiscountQuery = { readonly offering: { readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string }> } };

export type DiscountProposeMutationVariables = Exact<{
  input: DiscountProposeInput;
}>;


export type DiscountProposeMutation = { readonly discountPropose: { readonly discount: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const CallOffToDiscount: Operation<CallOffToDiscountQuery, CallOffToDiscountQueryVariables> = {
  name: 'CallOffToDiscount',
  text: "query CallOffToDiscount($id: ID!) { callOff(id: $id) { id reference offeringId offeringTitle memberName startsOn endsOn } }",
};
export const MetersToDiscount: Operation<MetersToDiscountQuery, MetersToDiscountQueryVariables> = {
  name: 'MetersToDiscount',
  text: "query MetersToDiscount($offeringId: ID!) { offering(id: $offeringId) { meters { id title } } }",
};
export const DiscountPropose: Operation<DiscountProposeMutation, DiscountProposeMutationVariables> = {
  name: 'DiscountPropose',
  text: "mutation DiscountPropose($input: DiscountProposeInput!) { discountPropose(input: $input) { discount { id } userErrors { message path nextStep } } }",
};
