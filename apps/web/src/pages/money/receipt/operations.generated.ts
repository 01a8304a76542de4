// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How money was matched to an invoice. */
export type MatchedBy =
  /** A person said so. */
  | 'PERSON'
  /** The payment's reference named the invoice. */
  | 'REFERENCE'
  /** Stripe collected it for the invoice. */
  | 'STRIPE';

/** Which invoice a receipt, or part of it, pays. */
export type ReceiptAllocateInput = {
  /** How much of the receipt, in pounds. */
  readonly amount: string;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The invoice. */
  readonly invoiceId: string | number;
  /** The receipt. */
  readonly receiptId: string | number;
};

export type ReceiptPageQueryVariables = Exact<{
  id: string | number;
  search?: string | null | undefined;
}>;


export type ReceiptPageQuery = { readonly receipt: { readonly id: string, readonly receivedOn: string, readonly recordedAt: string, readonly payer: string, readonly reference: string, readonly amount: { readonly amount: string }, readonly unallocated: { readonly amount: string }, readonly allocations: ReadonlyArray<{ readonly id: string, readonly invoiceId: string | null, readonly invoiceNumber: string | null, readonly memberId: string, readonly memberName: string, readonly matchedBy: MatchedBy, readonly allocatedAt: string, readonly reversedAt: string | null, readonly amount: { readonly amount: string } }> }, readonly invoices: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: string | null, readonly memberName: string, readonly outstanding: { readonly amount: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean } } };

export type AllocateReceiptMutationVariables = Exact<{
  input: ReceiptAllocateInput;
}>;


export type AllocateReceiptMutation = { readonly receiptAllocate: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const ReceiptPage: Operation<ReceiptPageQuery, ReceiptPageQueryVariables> = {
  name: 'ReceiptPage',
  text: "query ReceiptPage($id: ID!, $search: String) { receipt(id: $id) { id receivedOn recordedAt payer reference amount { amount } unallocated { amount } allocations { id invoiceId invoiceNumber memberId memberName matchedBy allocatedAt reversedAt amount { amount } } } invoices(first: 50, states: [ISSUED, PART_PAID, OVERDUE], search: $search) { edges { node { id number memberName outstanding { amount } } } pageInfo { hasNextPage } } }",
};
export const AllocateReceipt: Operation<AllocateReceiptMutation, AllocateReceiptMutationVariables> = {
  name: 'AllocateReceipt',
  text: "mutation AllocateReceipt($input: ReceiptAllocateInput!) { receiptAllocate(input: $input) { userErrors { message path nextStep } } }",
};
