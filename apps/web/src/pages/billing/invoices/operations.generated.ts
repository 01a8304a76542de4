// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where an invoice stands; from its issue on it follows from the ledger and the date. More may be added. */
export type InvoiceState =
  /** Approved by someone who did not prepare it; it changes no more. */
  | 'APPROVED'
  /** All of it was credited. */
  | 'CREDITED'
  /** All that is outstanding is disputed; nothing is asked for until it is decided. */
  | 'DISPUTED'
  /** Worked out by a run, and brought up to date when the run is prepared again. */
  | 'DRAFT'
  /** Numbered, posted and sent; nothing is paid yet. */
  | 'ISSUED'
  /** Something that is not disputed is outstanding after the day on which it was due. */
  | 'OVERDUE'
  /** Nothing is outstanding. */
  | 'PAID'
  /** A part is disputed; the rest is payable, and is not late. */
  | 'PART_DISPUTED'
  /** A part is paid, and it is not late. */
  | 'PART_PAID'
  /** It counts no more; its number stays. */
  | 'VOID';

export type InvoiceListQueryVariables = Exact<{
  states?: ReadonlyArray<InvoiceState> | InvoiceState | null | undefined;
  month?: string | null | undefined;
  search?: string | null | undefined;
  withBodyId?: string | number | null | undefined;
  after?: string | null | undefined;
}>;


export type InvoiceListQuery = { readonly firstCallOffStartsOn: string | null, readonly invoices: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: string | null, readonly state: InvoiceState, readonly memberName: string, readonly leadName: string, readonly dueOn: string | null, readonly period: { readonly start: string }, readonly gross: { readonly amount: string }, readonly outstanding: { readonly amount: string } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly totals: { readonly count: number, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string }, readonly gross: { readonly amount: string }, readonly outstanding: { readonly amount: string } } } };

export const InvoiceList: Operation<InvoiceListQuery, InvoiceListQueryVariables> = {
  name: 'InvoiceList',
  text: "query InvoiceList( $states: [InvoiceState!] $month: String $search: String $withBodyId: ID $after: String ) { firstCallOffStartsOn invoices( first: 50 after: $after states: $states month: $month search: $search withBodyId: $withBodyId ) { edges { node { id number state memberName leadName period { start } dueOn gross { amount } outstanding { amount } } } pageInfo { endCursor hasNextPage } totals { count net { amount } vat { amount } gross { amount } outstanding { amount } } } }",
};
