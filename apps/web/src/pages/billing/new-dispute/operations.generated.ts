// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What a member says of a line. More may be added. */
export type DisputeKind =
  /** It disputes it in time: what is disputed is not asked for until it is decided. */
  | 'DISPUTE'
  /** It reports an error, at any time; the invoice stays payable meanwhile. */
  | 'ERROR_REPORT';

/** What is wrong with a line of an issued invoice. */
export type DisputeRaiseInput = {
  /** What shows it, such as what your own records say; 4,000 characters at most. */
  readonly evidence?: string | null | undefined;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The invoice's line. */
  readonly invoiceLineId: string | number;
  /** A dispute, within the days of the framework; or the report of an error, at any time. */
  readonly kind?: DisputeKind;
  /** How much, without VAT, in pounds. */
  readonly net: string;
  /** Why, in 1,000 characters at most. */
  readonly reason: string;
};

export type LineToDisputeQueryVariables = Exact<{
  id: string | number;
  lineId: string | number;
}>;


export type LineToDisputeQuery = { readonly invoice: { readonly id: string, readonly number: string | null }, readonly invoiceLine: { readonly id: string, readonly lineNumber: number, readonly description: string, readonly net: { readonly amount: string } } };

export type RaiseDisputeMutationVariables = Exact<{
  input: DisputeRaiseInput;
}>;


export type RaiseDisputeMutation = { readonly disputeRaise: { readonly dispute: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const LineToDispute: Operation<LineToDisputeQuery, LineToDisputeQueryVariables> = {
  name: 'LineToDispute',
  text: "query LineToDispute($id: ID!, $lineId: ID!) { invoice(id: $id) { id number } invoiceLine(invoiceId: $id, id: $lineId) { id lineNumber description net { amount } } }",
};
export const RaiseDispute: Operation<RaiseDisputeMutation, RaiseDisputeMutationVariables> = {
  name: 'RaiseDispute',
  text: "mutation RaiseDispute($input: DisputeRaiseInput!) { disputeRaise(input: $input) { dispute { id } userErrors { message path nextStep } } }",
};
