// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What to credit on an issued invoice, and why. */
export type CreditNoteRaiseInput = {
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The invoice. */
  readonly invoiceId: string | number;
  /** The lines to credit, each once. */
  readonly lines: ReadonlyArray<CreditNoteRaiseLineInput>;
  /** The reason, which is printed. */
  readonly reason: string;
};

/** How much of one line to credit. */
export type CreditNoteRaiseLineInput = {
  /** The invoice's line. */
  readonly invoiceLineId: string | number;
  /** The amount without VAT, in pounds. */
  readonly net: string;
};

export type InvoiceToCreditQueryVariables = Exact<{
  id: string | number;
}>;


export type InvoiceToCreditQuery = { readonly invoice: { readonly id: string, readonly number: string | null, readonly memberName: string, readonly outstanding: { readonly amount: string }, readonly lines: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly lineNumber: number, readonly description: string, readonly net: { readonly amount: string } } }> }, readonly creditNotes: ReadonlyArray<{ readonly lines: { readonly edges: ReadonlyArray<{ readonly node: { readonly invoiceLineId: string, readonly net: { readonly amount: string } } }> } }> } };

export type RaiseCreditNoteMutationVariables = Exact<{
  input: CreditNoteRaiseInput;
}>;


export type RaiseCreditNoteMutation = { readonly creditNoteRaise: { readonly creditNote: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const InvoiceToCredit: Operation<InvoiceToCreditQuery, InvoiceToCreditQueryVariables> = {
  name: 'InvoiceToCredit',
  text: "query InvoiceToCredit($id: ID!) { invoice(id: $id) { id number memberName outstanding { amount } lines(first: 100) { edges { node { id lineNumber description net { amount } } } } creditNotes { lines(first: 100) { edges { node { invoiceLineId net { amount } } } } } } }",
};
export const RaiseCreditNote: Operation<RaiseCreditNoteMutation, RaiseCreditNoteMutationVariables> = {
  name: 'RaiseCreditNote',
  text: "mutation RaiseCreditNote($input: CreditNoteRaiseInput!) { creditNoteRaise(input: $input) { creditNote { id } userErrors { message path nextStep } } }",
};
