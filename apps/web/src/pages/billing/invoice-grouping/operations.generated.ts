// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How your body wants to be invoiced by a lead authority from now on. */
export type InvoiceGroupingChooseInput = {
  /** How many invoices a month. */
  readonly grouping: InvoiceGroupingKind;
  /** The lead authority's body. */
  readonly leadId: string | number;
};

/** How many invoices a month a member gets. More may be added. */
export type InvoiceGroupingKind =
  /** One invoice a month. */
  | 'CONSOLIDATED'
  /** One for each purchase order, and one for what has none. */
  | 'PER_ORDER';

export type InvoiceGroupingsQueryVariables = Exact<{ [key: string]: never; }>;


export type InvoiceGroupingsQuery = { readonly invoiceGroupings: ReadonlyArray<{ readonly leadId: string, readonly leadName: string, readonly grouping: InvoiceGroupingKind, readonly chosenAt: string | null }> };

export type ChooseInvoiceGroupingMutationVariables = Exact<{
  input: InvoiceGroupingChooseInput;
}>;


export type ChooseInvoiceGroupingMutation = { readonly invoiceGroupingChoose: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const InvoiceGroupings: Operation<InvoiceGroupingsQuery, InvoiceGroupingsQueryVariables> = {
  name: 'InvoiceGroupings',
  text: "query InvoiceGroupings { invoiceGroupings { leadId leadName grouping chosenAt } }",
};
export const ChooseInvoiceGrouping: Operation<ChooseInvoiceGroupingMutation, ChooseInvoiceGroupingMutationVariables> = {
  name: 'ChooseInvoiceGrouping',
  text: "mutation ChooseInvoiceGrouping($input: InvoiceGroupingChooseInput!) { invoiceGroupingChoose(input: $input) { userErrors { message path nextStep } } }",
};
