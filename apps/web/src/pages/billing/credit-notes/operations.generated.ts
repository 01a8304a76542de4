// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Why a credit note is given. More may be added. */
export type CreditNoteKind =
  /** Given for a reason of its own; it never enters what a run works out. */
  | 'CONCESSION'
  /** What was used comes to less than was billed; a run drafts it. */
  | 'RECALCULATION';

/** Where a credit note stands. More may be added. */
export type CreditNoteState =
  /** Approved by someone who did not prepare it. */
  | 'APPROVED'
  /** Prepared and not approved. */
  | 'DRAFT'
  /** Numbered, posted and sent. */
  | 'ISSUED';

export type CreditNotesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CreditNotesQuery = { readonly creditNotes: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly number: string | null, readonly state: CreditNoteState, readonly kind: CreditNoteKind, readonly memberName: string, readonly leadName: string, readonly invoiceId: string, readonly invoiceNumber: string, readonly issuedOn: string | null, readonly reason: string, readonly gross: { readonly amount: string } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export const CreditNotes: Operation<CreditNotesQuery, CreditNotesQueryVariables> = {
  name: 'CreditNotes',
  text: "query CreditNotes($after: String) { creditNotes(first: 50, after: $after) { edges { node { id number state kind memberName leadName invoiceId invoiceNumber issuedOn reason gross { amount } } } pageInfo { endCursor hasNextPage } } }",
};
