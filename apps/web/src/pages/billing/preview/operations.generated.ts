// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Why a bill differs from the one before. More may be added. */
export type BridgeKind =
  /** Credit notes that came with this bill. */
  | 'CREDITS'
  /** Credit notes that came with the bill before, which are not repeated. */
  | 'CREDITS_GONE'
  /** What came late, changed or is due for other months than the one compared. */
  | 'EARLIER_MONTHS'
  /** What the bill before had for other months, which is not repeated. */
  | 'EARLIER_MONTHS_GONE'
  /** This bill has nothing of it for its own month. */
  | 'ENDED_SERVICE'
  /** The bill before had nothing of this for its own month. */
  | 'NEW_SERVICE'
  /** It is for more or fewer days of its month, or for a month that is over. */
  | 'PERIOD'
  /** The price changed: all that more or less use and days do not explain. */
  | 'PRICE'
  /** More or less was used, at the price of the bill before. */
  | 'VOLUME';

/** What makes a charge due. More may be added. */
export type ChargeKind =
  /** The first day of a call-off. */
  | 'ONE_TIME'
  /** Each month of a call-off, by the days of its term. */
  | 'RECURRING'
  /** Use that is metered. */
  | 'USAGE';

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

export type ChoicesOfPreviewQueryVariables = Exact<{
  members: boolean;
}>;


export type ChoicesOfPreviewQuery = { readonly firstCallOffStartsOn: string | null, readonly callOffs?: { readonly edges: ReadonlyArray<{ readonly node: { readonly memberId: string, readonly memberName: string } }> } };

export type BillPreviewsQueryVariables = Exact<{
  month: string;
  memberId?: string | number | null | undefined;
}>;


export type BillPreviewsQuery = { readonly billingPreview: ReadonlyArray<{ readonly leadName: string, readonly memberName: string, readonly isFinal: boolean, readonly period: { readonly start: string, readonly end: string }, readonly holds: ReadonlyArray<{ readonly message: string }>, readonly bridge: { readonly previousId: string, readonly previousNumber: string, readonly previousPeriod: { readonly start: string }, readonly start: { readonly amount: string }, readonly end: { readonly amount: string }, readonly rows: ReadonlyArray<{ readonly kind: BridgeKind, readonly callOffReference: string | null, readonly offeringTitle: string | null, readonly meterTitle: string | null, readonly quantityBefore: string | null, readonly quantityAfter: string | null, readonly amount: { readonly amount: string } }> } | null, readonly carried: { readonly amount: string }, readonly invoices: ReadonlyArray<{ readonly forOrder: string | null, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string }, readonly gross: { readonly amount: string }, readonly warnings: ReadonlyArray<{ readonly message: string }> }>, readonly lines: ReadonlyArray<{ readonly lineNumber: number, readonly description: string, readonly charge: ChargeKind, readonly period: { readonly start: string, readonly end: string }, readonly net: { readonly amount: string }, readonly working: { readonly quantity: string, readonly worth: string, readonly alreadyBilled: { readonly amount: string }, readonly steps: ReadonlyArray<{ readonly label: string, readonly quantity: string | null, readonly unit: string | null, readonly amount: string }> } }>, readonly credits: ReadonlyArray<{ readonly invoiceId: string, readonly reason: string, readonly net: { readonly amount: string }, readonly gross: { readonly amount: string } }>, readonly vatSummary: ReadonlyArray<{ readonly treatment: VatTreatment, readonly rate: string, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string } }>, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string }, readonly gross: { readonly amount: string }, readonly waiting: { readonly amount: string }, readonly late: { readonly amount: string } }> };

export const ChoicesOfPreview: Operation<ChoicesOfPreviewQuery, ChoicesOfPreviewQueryVariables> = {
  name: 'ChoicesOfPreview',
  text: "query ChoicesOfPreview($members: Boolean!) { firstCallOffStartsOn callOffs(first: 100) @include(if: $members) { edges { node { memberId memberName } } } }",
};
export const BillPreviews: Operation<BillPreviewsQuery, BillPreviewsQueryVariables> = {
  name: 'BillPreviews',
  text: "query BillPreviews($month: String!, $memberId: ID) { billingPreview(month: $month, memberId: $memberId) { leadName memberName isFinal period { start end } holds { message } bridge { previousId previousNumber previousPeriod { start } start { amount } end { amount } rows { kind callOffReference offeringTitle meterTitle quantityBefore quantityAfter amount { amount } } } carried { amount } invoices { forOrder net { amount } vat { amount } gross { amount } warnings { message } } lines { lineNumber description charge period { start end } net { amount } working { quantity worth alreadyBilled { amount } steps { label quantity unit amount } } } credits { invoiceId reason net { amount } gross { amount } } vatSummary { treatment rate net { amount } vat { amount } } net { amount } vat { amount } gross { amount } waiting { amount } late { amount } } }",
};
