// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What makes a charge due. More may be added. */
export type ChargeKind =
  /** The first day of a call-off. */
  | 'ONE_TIME'
  /** Each month of a call-off, by the days of its term. */
  | 'RECURRING'
  /** Use that is metered. */
  | 'USAGE';

/** How a month is not like the three before it. More may be added. */
export type UnusualUsageKind =
  /** No usage, after usage in the three months before. */
  | 'GAP'
  /** More than the framework's limit over the mean of the three months before. */
  | 'SPIKE';

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

export type ChargesQueryVariables = Exact<{
  month: string;
  memberId?: string | number | null | undefined;
  own: boolean;
}>;


export type ChargesQuery = { readonly firstCallOffStartsOn: string | null, readonly unusualUsage?: { readonly edges: ReadonlyArray<{ readonly node: { readonly callOffId: string, readonly callOffReference: string, readonly meterTitle: string, readonly kind: UnusualUsageKind, readonly quantity: string, readonly mean: string } }> }, readonly billingPreview: ReadonlyArray<{ readonly leadId: string, readonly leadName: string, readonly memberName: string, readonly isFinal: boolean, readonly holds: ReadonlyArray<{ readonly code: string, readonly message: string }>, readonly lines: ReadonlyArray<{ readonly lineNumber: number, readonly callOffId: string, readonly meterId: string, readonly description: string, readonly charge: ChargeKind, readonly vatRate: string, readonly vatTreatment: VatTreatment, readonly period: { readonly start: string, readonly end: string }, readonly net: { readonly amount: string }, readonly working: { readonly quantity: string, readonly events: string, readonly worth: string, readonly alreadyBilled: { readonly amount: string }, readonly steps: ReadonlyArray<{ readonly label: string, readonly quantity: string | null, readonly unit: string | null, readonly amount: string }> } }>, readonly vatSummary: ReadonlyArray<{ readonly treatment: VatTreatment, readonly rate: string, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string } }>, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string }, readonly gross: { readonly amount: string }, readonly credits: ReadonlyArray<{ readonly invoiceId: string, readonly reason: string, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string }, readonly gross: { readonly amount: string }, readonly lines: ReadonlyArray<{ readonly lineNumber: number, readonly description: string, readonly net: { readonly amount: string } }> }>, readonly waiting: { readonly amount: string } }> };

export const Charges: Operation<ChargesQuery, ChargesQueryVariables> = {
  name: 'Charges',
  text: "query Charges($month: String!, $memberId: ID, $own: Boolean!) { firstCallOffStartsOn unusualUsage(first: 100, month: $month) @include(if: $own) { edges { node { callOffId callOffReference meterTitle kind quantity mean } } } billingPreview(month: $month, memberId: $memberId) { leadId leadName memberName isFinal holds { code message } lines { lineNumber callOffId meterId description charge period { start end } net { amount } vatRate vatTreatment working { quantity events worth alreadyBilled { amount } steps { label quantity unit amount } } } vatSummary { treatment rate net { amount } vat { amount } } net { amount } vat { amount } gross { amount } credits { invoiceId reason net { amount } vat { amount } gross { amount } lines { lineNumber description net { amount } } } waiting { amount } } }",
};
