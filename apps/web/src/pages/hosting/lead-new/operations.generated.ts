// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whether a public body still exists. */
export type BodyStanding =
  /** It closed; its successors are named where they are known. */
  | 'ABOLISHED'
  /** It exists. */
  | 'ACTIVE';

/** The first person who may act for a lead authority. */
export type FirstApproverInput = {
  /** Their work email address. */
  readonly email: string;
  /** Their name. */
  readonly name: string;
};

/** A body that is to host frameworks. */
export type LeadAuthorityAppointInput = {
  /** Its first approver, who gives all further roles. */
  readonly approver: FirstApproverInput;
  /** The id of the body. */
  readonly bodyId: string | number;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The 2 to 6 capital letters that begin its invoice numbers. */
  readonly invoicePrefix: string;
};

export type LeadSearchQueryVariables = Exact<{
  text: string;
}>;


export type LeadSearchQuery = { readonly bodySearch: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly type: string, readonly region: string | null, readonly standing: BodyStanding } }>, readonly pageInfo: { readonly hasNextPage: boolean } } };

export type LeadAppointMutationVariables = Exact<{
  input: LeadAuthorityAppointInput;
}>;


export type LeadAppointMutation = { readonly leadAuthorityAppoint: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const LeadSearch: Operation<LeadSearchQuery, LeadSearchQueryVariables> = {
  name: 'LeadSearch',
  text: "query LeadSearch($text: String!) { bodySearch(text: $text, first: 20) { edges { node { id name type region standing } } pageInfo { hasNextPage } } }",
};
export const LeadAppoint: Operation<LeadAppointMutation, LeadAppointMutationVariables> = {
  name: 'LeadAppoint',
  text: "mutation LeadAppoint($input: LeadAuthorityAppointInput!) { leadAuthorityAppoint(input: $input) { userErrors { message path nextStep } } }",
};
