// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which invoice to void, and why. */
export type InvoiceVoidInput = {
  /** The invoice. */
  readonly invoiceId: string | number;
  /** The reason, which the member reads; 1,000 characters at most. */
  readonly reason: string;
};

export type InvoiceToVoidQueryVariables = Exact<{
  id: string | number;
}>;


export type InvoiceToVoidQuery = { readonly invoice: { readonly id: string, readonly number: string | null, readonly memberName: string } };

export type VoidInvoiceMutationVariables = Exact<{
  input: InvoiceVoidInput;
}>;


export type VoidInvoiceMutation = { readonly invoiceVoid: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const InvoiceToVoid: Operation<InvoiceToVoidQuery, InvoiceToVoidQueryVariables> = {
  name: 'InvoiceToVoid',
  text: "query InvoiceToVoid($id: ID!) { invoice(id: $id) { id number memberName } }",
};
export const VoidInvoice: Operation<VoidInvoiceMutation, VoidInvoiceMutationVariables> = {
  name: 'VoidInvoice',
  text: "mutation VoidInvoice($input: InvoiceVoidInput!) { invoiceVoid(input: $input) { userErrors { message path nextStep } } }",
};
