// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A purchase order number, or that your body uses none. */
export type PurchaseOrderRecordInput = {
  /** The call-off that it is for. */
  readonly callOffId: string | number;
  /** The last day on which it covers charges. */
  readonly endsOn?: string | null | undefined;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** Whether your body uses no purchase orders. */
  readonly isExempt?: boolean;
  /** The number, 50 characters at most; not with isExempt. */
  readonly number?: string | null | undefined;
  /** The first day on which it covers charges; the call-off's first day unless given. */
  readonly startsOn?: string | null | undefined;
  /** What it is worth in pounds without VAT; not limited unless given. */
  readonly value?: string | null | undefined;
};

export type CallOffToOrderForQueryVariables = Exact<{
  id: string | number;
}>;


export type CallOffToOrderForQuery = { readonly callOff: { readonly id: string, readonly reference: string, readonly offeringTitle: string, readonly startsOn: string } };

export type RecordPurchaseOrderMutationVariables = Exact<{
  input: PurchaseOrderRecordInput;
}>;


export type RecordPurchaseOrderMutation = { readonly purchaseOrderRecord: { readonly purchaseOrder: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const CallOffToOrderFor: Operation<CallOffToOrderForQuery, CallOffToOrderForQueryVariables> = {
  name: 'CallOffToOrderFor',
  text: "query CallOffToOrderFor($id: ID!) { callOff(id: $id) { id reference offeringTitle startsOn } }",
};
export const RecordPurchaseOrder: Operation<RecordPurchaseOrderMutation, RecordPurchaseOrderMutationVariables> = {
  name: 'RecordPurchaseOrder',
  text: "mutation RecordPurchaseOrder($input: PurchaseOrderRecordInput!) { purchaseOrderRecord(input: $input) { purchaseOrder { id } userErrors { message path nextStep } } }",
};
