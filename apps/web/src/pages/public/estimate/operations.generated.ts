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

export type EstimateQueryVariables = Exact<{
  id: string | number;
}>;


export type EstimateQuery = { readonly estimate: { readonly id: string, readonly savedOn: string, readonly framework: { readonly id: string, readonly title: string, readonly lead: { readonly name: string } }, readonly body: { readonly id: string, readonly name: string } | null, readonly lines: ReadonlyArray<{ readonly meterId: string, readonly offeringTitle: string, readonly meterTitle: string, readonly perYear: string, readonly perMonth: string, readonly charge: ChargeKind, readonly priceWords: ReadonlyArray<string>, readonly vatRate: string, readonly vatTreatment: VatTreatment, readonly netPerMonth: { readonly amount: string }, readonly netPerYear: { readonly amount: string } }>, readonly netPerMonth: { readonly amount: string }, readonly vatPerMonth: { readonly amount: string }, readonly grossPerMonth: { readonly amount: string }, readonly netPerYear: { readonly amount: string }, readonly vatPerYear: { readonly amount: string }, readonly grossPerYear: { readonly amount: string } } };

export const Estimate: Operation<EstimateQuery, EstimateQueryVariables> = {
  name: 'Estimate',
  text: "query Estimate($id: ID!) { estimate(id: $id) { id savedOn framework { id title lead { name } } body { id name } lines { meterId offeringTitle meterTitle perYear perMonth charge priceWords netPerMonth { amount } netPerYear { amount } vatRate vatTreatment } netPerMonth { amount } vatPerMonth { amount } grossPerMonth { amount } netPerYear { amount } vatPerYear { amount } grossPerYear { amount } } }",
};
