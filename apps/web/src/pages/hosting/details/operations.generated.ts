// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What the invoices of the lead authority say about it from now on. */
export type LeadAuthorityDetailsSetInput = {
  /** Its postal address, in lines. */
  readonly address: string;
  /** The name on its bank account. */
  readonly bankAccountName: string;
  /** The account number: 8 digits. */
  readonly bankAccountNumber: string;
  /** The sort code: 6 digits, hyphens allowed. */
  readonly bankSortCode: string;
  /** Days from the issue of an invoice until it is due, 0 to 120. */
  readonly paymentDays?: number;
  /** Its VAT registration number: GB and 9 digits. */
  readonly vatNumber: string;
};

export type LeadDetailsQueryVariables = Exact<{ [key: string]: never; }>;


export type LeadDetailsQuery = { readonly leadAuthority: { readonly name: string, readonly paymentDays: number, readonly details: { readonly address: string, readonly vatNumber: string, readonly bankAccountName: string, readonly bankSortCode: string, readonly bankAccountNumber: string } | null } };

export type LeadDetailsSetMutationVariables = Exact<{
  input: LeadAuthorityDetailsSetInput;
}>;


export type LeadDetailsSetMutation = { readonly leadAuthorityDetailsSet: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const LeadDetails: Operation<LeadDetailsQuery, LeadDetailsQueryVariables> = {
  name: 'LeadDetails',
  text: "query LeadDetails { leadAuthority { name paymentDays details { address vatNumber bankAccountName bankSortCode bankAccountNumber } } }",
};
export const LeadDetailsSet: Operation<LeadDetailsSetMutation, LeadDetailsSetMutationVariables> = {
  name: 'LeadDetailsSet',
  text: "mutation LeadDetailsSet($input: LeadAuthorityDetailsSetInput!) { leadAuthorityDetailsSet(input: $input) { userErrors { message path nextStep } } }",
};
