// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** The kind of document that an entry of the ledger posts. More may be added. */
export type JournalEntryKind =
  /** Money that was set against an invoice, or held on account. */
  | 'ALLOCATION'
  /** An issued credit note. */
  | 'CREDIT_NOTE'
  /** An issued invoice. */
  | 'INVOICE'
  /** Money that came in. */
  | 'RECEIPT'
  /** Money of an allocation that was taken back again. */
  | 'REVERSAL'
  /** An invoice that was voided; it undoes what the invoice posted. */
  | 'VOID';

export type StatementQueryVariables = Exact<{
  bodyId: string | number;
  after?: string | null | undefined;
}>;


export type StatementQuery = { readonly tenantStatement: { readonly owed: { readonly amount: string }, readonly onAccount: { readonly amount: string }, readonly balance: { readonly amount: string }, readonly lines: { readonly edges: ReadonlyArray<{ readonly node: { readonly postedOn: string, readonly kind: JournalEntryKind, readonly memo: string, readonly documentId: string, readonly amount: { readonly amount: string }, readonly balance: { readonly amount: string } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } }, readonly body: { readonly name: string } };

export const Statement: Operation<StatementQuery, StatementQueryVariables> = {
  name: 'Statement',
  text: "query Statement($bodyId: ID!, $after: String) { tenantStatement(withBodyId: $bodyId, first: 50, after: $after) { owed { amount } onAccount { amount } balance { amount } lines { edges { node { postedOn kind memo documentId amount { amount } balance { amount } } } pageInfo { endCursor hasNextPage } } } body(id: $bodyId) { name } }",
};
