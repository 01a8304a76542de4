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

export type InvoiceLinePageQueryVariables = Exact<{
  id: string | number;
  lineId: string | number;
  after?: string | null | undefined;
}>;


export type InvoiceLinePageQuery = { readonly invoice: { readonly id: string, readonly number: string | null, readonly period: { readonly start: string }, readonly callOffs: ReadonlyArray<{ readonly id: string, readonly reference: string }>, readonly priceVersions: ReadonlyArray<{ readonly id: string, readonly version: number, readonly startsOn: string, readonly price: { readonly words: ReadonlyArray<string> } }> }, readonly invoiceLine: { readonly id: string, readonly lineNumber: number, readonly description: string, readonly charge: ChargeKind, readonly callOffId: string, readonly meterId: string, readonly priceVersionId: string, readonly period: { readonly start: string, readonly end: string }, readonly net: { readonly amount: string }, readonly working: { readonly quantity: string, readonly events: string, readonly worth: string, readonly receiptAfter: string, readonly receiptUpTo: string, readonly callOffRevision: number, readonly alreadyBilled: { readonly amount: string }, readonly steps: ReadonlyArray<{ readonly label: string, readonly quantity: string | null, readonly unit: string | null, readonly amount: string }> } }, readonly invoiceLineRecords: { readonly edges: ReadonlyArray<{ readonly node: { readonly day: string, readonly quantity: string, readonly delta: string, readonly occurredAt: string, readonly recordedAt: string, readonly receiptNumber: string, readonly name: { readonly source: string, readonly eventId: string }, readonly corrects: { readonly eventId: string } | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export const InvoiceLinePage: Operation<InvoiceLinePageQuery, InvoiceLinePageQueryVariables> = {
  name: 'InvoiceLinePage',
  text: "query InvoiceLinePage($id: ID!, $lineId: ID!, $after: String) { invoice(id: $id) { id number period { start } callOffs { id reference } priceVersions { id version startsOn price { words } } } invoiceLine(invoiceId: $id, id: $lineId) { id lineNumber description charge callOffId meterId priceVersionId period { start end } net { amount } working { quantity events worth receiptAfter receiptUpTo callOffRevision alreadyBilled { amount } steps { label quantity unit amount } } } invoiceLineRecords(invoiceLineId: $lineId, first: 50, after: $after) { edges { node { day quantity delta occurredAt recordedAt receiptNumber name { source eventId } corrects { eventId } } } pageInfo { endCursor hasNextPage } } }",
};
