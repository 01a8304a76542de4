// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CheckedReceiptQueryVariables = Exact<{
  memberId: string | number;
  leadId: string | number;
  number: string;
}>;


export type CheckedReceiptQuery = { readonly usageReceiptCheck: { readonly digestMatches: boolean, readonly receipt: { readonly number: string, readonly source: string | null, readonly receivedAt: string, readonly accepted: number, readonly duplicate: number, readonly quarantined: number, readonly rejected: number, readonly digest: string } } };

export const CheckedReceipt: Operation<CheckedReceiptQuery, CheckedReceiptQueryVariables> = {
  name: 'CheckedReceipt',
  text: "query CheckedReceipt($memberId: ID!, $leadId: ID!, $number: String!) { usageReceiptCheck(memberId: $memberId, leadId: $leadId, number: $number) { digestMatches receipt { number source receivedAt accepted duplicate quarantined rejected digest } } }",
};
