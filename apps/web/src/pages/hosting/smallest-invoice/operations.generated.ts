// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Below which sum bills are carried to the next run. */
export type SmallestInvoiceSetInput = {
  /** Pounds without VAT, 1,000 at most; 0 for every bill to be drafted, however small. */
  readonly smallestInvoice: string;
};

export type SmallestInvoiceQueryVariables = Exact<{ [key: string]: never; }>;


export type SmallestInvoiceQuery = { readonly smallestInvoice: { readonly amount: string } };

export type SetSmallestInvoiceMutationVariables = Exact<{
  input: SmallestInvoiceSetInput;
}>;


export type SetSmallestInvoiceMutation = { readonly smallestInvoiceSet: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const SmallestInvoice: Operation<SmallestInvoiceQuery, SmallestInvoiceQueryVariables> = {
  name: 'SmallestInvoice',
  text: "query SmallestInvoice { smallestInvoice { amount } }",
};
export const SetSmallestInvoice: Operation<SetSmallestInvoiceMutation, SetSmallestInvoiceMutationVariables> = {
  name: 'SetSmallestInvoice',
  text: "mutation SetSmallestInvoice($input: SmallestInvoiceSetInput!) { smallestInvoiceSet(input: $input) { userErrors { message path nextStep } } }",
};
