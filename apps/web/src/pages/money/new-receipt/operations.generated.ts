// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Money that came in by BACS. */
export type ReceiptRecordInput = {
  /** How much, in pounds. */
  readonly amount: string;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** Who paid, as the bank tells it. */
  readonly payer: string;
  /** The day on which the bank received it. */
  readonly receivedOn: string;
  /** The payer's reference; an invoice number in it is matched. */
  readonly reference: string;
};

export type RecordReceiptMutationVariables = Exact<{
  input: ReceiptRecordInput;
}>;


export type RecordReceiptMutation = { readonly receiptRecord: { readonly receipt: { readonly id: string, readonly unallocated: { readonly amount: string } } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const RecordReceipt: Operation<RecordReceiptMutation, RecordReceiptMutationVariables> = {
  name: 'RecordReceipt',
  text: "mutation RecordReceipt($input: ReceiptRecordInput!) { receiptRecord(input: $input) { receipt { id unallocated { amount } } userErrors { message path nextStep } } }",
};
