// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which offering to publish. */
export type OfferingPublishInput = {
  /** The offering. */
  readonly offeringId: string | number;
};

/** Where an offering stands. More may be added. */
export type OfferingState =
  /** Not published: only its lead authority sees it. */
  | 'DRAFT'
  /** Open to new members. */
  | 'PUBLISHED'
  /** Closed to new members for now; those who have it keep it. */
  | 'SUSPENDED'
  /** Closed to new members for good; those who have it keep it until their end dates. */
  | 'WITHDRAWN';

/** Which offering to suspend. */
export type OfferingSuspendInput = {
  /** The offering. */
  readonly offeringId: string | number;
};

/** Which offering to withdraw. */
export type OfferingWithdrawInput = {
  /** The offering. */
  readonly offeringId: string | number;
};

export type OfferingToMoveQueryVariables = Exact<{
  id: string | number;
}>;


export type OfferingToMoveQuery = { readonly offering: { readonly id: string, readonly title: string, readonly state: OfferingState, readonly framework: { readonly id: string, readonly title: string, readonly lead: { readonly id: string } } } };

export type OfferingPublishMutationVariables = Exact<{
  input: OfferingPublishInput;
}>;


export type OfferingPublishMutation = { readonly offeringPublish: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type OfferingSuspendMutationVariables = Exact<{
  input: OfferingSuspendInput;
}>;


export type OfferingSuspendMutation = { readonly offeringSuspend: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type OfferingWithdrawMutationVariables = Exact<{
  input: OfferingWithdrawInput;
}>;


export type OfferingWithdrawMutation = { readonly offeringWithdraw: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const OfferingToMove: Operation<OfferingToMoveQuery, OfferingToMoveQueryVariables> = {
  name: 'OfferingToMove',
  text: "query OfferingToMove($id: ID!) { offering(id: $id) { id title state framework { id title lead { id } } } }",
};
export const OfferingPublish: Operation<OfferingPublishMutation, OfferingPublishMutationVariables> = {
  name: 'OfferingPublish',
  text: "mutation OfferingPublish($input: OfferingPublishInput!) { offeringPublish(input: $input) { userErrors { message path nextStep } } }",
};
export const OfferingSuspend: Operation<OfferingSuspendMutation, OfferingSuspendMutationVariables> = {
  name: 'OfferingSuspend',
  text: "mutation OfferingSuspend($input: OfferingSuspendInput!) { offeringSuspend(input: $input) { userErrors { message path nextStep } } }",
};
export const OfferingWithdraw: Operation<OfferingWithdrawMutation, OfferingWithdrawMutationVariables> = {
  name: 'OfferingWithdraw',
  text: "mutation OfferingWithdraw($input: OfferingWithdrawInput!) { offeringWithdraw(input: $input) { userErrors { message path nextStep } } }",
};
