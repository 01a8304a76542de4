// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** The offering whose cost is to be shared. */
export type CostSharingStartInput = {
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The offering, which must be a draft. */
  readonly offeringId: string | number;
};

export type OfferingToShareQueryVariables = Exact<{
  id: string | number;
}>;


export type OfferingToShareQuery = { readonly offering: { readonly id: string, readonly title: string, readonly framework: { readonly id: string, readonly title: string, readonly lead: { readonly id: string } } } };

export type StartCostSharingMutationVariables = Exact<{
  input: CostSharingStartInput;
}>;


export type StartCostSharingMutation = { readonly costSharingStart: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const OfferingToShare: Operation<OfferingToShareQuery, OfferingToShareQueryVariables> = {
  name: 'OfferingToShare',
  text: "query OfferingToShare($id: ID!) { offering(id: $id) { id title framework { id title lead { id } } } }",
};
export const StartCostSharing: Operation<StartCostSharingMutation, StartCostSharingMutationVariables> = {
  name: 'StartCostSharing',
  text: "mutation StartCostSharing($input: CostSharingStartInput!) { costSharingStart(input: $input) { userErrors { message path nextStep } } }",
};
