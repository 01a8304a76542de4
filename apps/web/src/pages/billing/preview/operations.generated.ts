// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How a charge is treated for VAT. More may be added. */
export type VatTreatment =
  /** Exempt. */
  | 'EXEMPT'
  /** Outside the scope of VAT. */
  | 'OUTSIDE_SCOPE'
  /** Reduced rate, 5%. */
  | 'REDUCED'
  /** Standard rate, 20%. */
  | 'STANDARD'
  /** Zero-rated. */
  | 'ZERO';

export type MembersToPreviewQueryVariables = Exact<{ [key: string]: never; }>;


export type MembersToPreviewQuery = { readonly callOffs: { readonly edges: ReadonlyArray<{ readonly node: { readonly memberId: string, readonly memberName: string } }> } };

export type BillPreviewsQueryVariables = Exact<{
  month: string;
  memberId?: string | number | null | undefined;
}>;


export type BillPreviewsQuery = { readonly billingPreview: ReadonlyArray<{ readonly leadName: string, readonly memberName: string, readonly isFinal: boolean, readonly period: { readonly start: string, readonly end: string }, readonly holds: ReadonlyArray<{ readonly message: string }>, readonly carried: { readonly amount: string }, readonly invoices: ReadonlyArray<{ readonly forOrder: string | null, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string }, readonly gross: { readonly amount: string }, readonly warnings: ReadonlyArray<{ readonly message: string }> }>, readonly lines: ReadonlyArray<{ readonly lineNumber: number, readonly description: string, readonly period: { readonly start: string, readonly end: string }, readonly net: { readonly amount: string }, readonly working: { readonly quantity: string, readonly worth: string, readonly alreadyBilled: { readonly amount: string }, readonly steps: ReadonlyArray<{ readonly label: string, readonly quantity: string | null, readonly unit: string | null, readonly amount: string }> } }>, readonly credits: ReadonlyArray<{ readonly invoiceId: string, readonly reason: string, readonly net: { readonly amount: string }, readonly gross: { readonly amount: string } }>, readonly vatSummary: ReadonlyArray<{ readonly treatment: VatTreatment, readonly rate: string, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string } }>, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string }, readonly gross: { readonly amount: string }, readonly waiting: { readonly amount: string } }> };

export const MembersToPreview: Operation<MembersToPreviewQuery, MembersToPreviewQueryVariables> = {
  name: 'MembersToPreview',
  text: "query MembersToPreview { callOffs(first: 100) { edges { node { memberId memberName } } } }",
};
export const BillPreviews: Operation<BillPreviewsQuery, BillPreviewsQueryVariables> = {
  name: 'BillPreviews',
  text: "query BillPreviews($month: String!, $memberId: ID) { billingPreview(month: $month, memberId: $memberId) { leadName memberName isFinal period { start end } holds { message } carried { amount } invoices { forOrder net { amount } vat { amount } gross { amount } warnings { message } } lines { lineNumber description period { start end } net { amount } working { quantity worth alreadyBilled { amount } steps { label quantity unit amount } } } credits { invoiceId reason net { amount } gross { amount } } vatSummary { treatment rate net { amount } vat { amount } } net { amount } vat { amount } gross { amount } waiting { amount } } }",
};
