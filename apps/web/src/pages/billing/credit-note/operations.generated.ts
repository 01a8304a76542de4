// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which credit note to approve. */
export type CreditNoteApproveInput = {
  /** Its contentSha256 that you have seen. */
  readonly contentSha256: string;
  /** The credit note. */
  readonly creditNoteId: string | number;
};

/** Which credit note to issue. */
export type CreditNoteIssueInput = {
  /** The credit note. */
  readonly creditNoteId: string | number;
  /** Your key for this request. */
  readonly idempotencyKey: string;
};

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

/** What you may do with a document now. More may be added. */
export type DocumentAction =
  /** Approve it. */
  | 'APPROVE'
  /** Raise a credit note against it. */
  | 'CREDIT'
  /** Dispute a line of it, or report an error. */
  | 'DISPUTE'
  /** Issue it. */
  | 'ISSUE'
  /** Void it, as long as nothing has come of it. */
  | 'VOID';

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

export type CreditNotePageQueryVariables = Exact<{
  id: string | number;
  after?: string | null | undefined;
  isLead: boolean;
}>;


export type CreditNotePageQuery = { readonly creditNote: { readonly id: string, readonly number: string | null, readonly state: CreditNoteState, readonly kind: CreditNoteKind, readonly reason: string, readonly availableActions: ReadonlyArray<DocumentAction>, readonly contentSha256: string, readonly issuedSha256: string | null, readonly auditHead: string | null, readonly issuedOn: string | null, readonly invoiceId: string, readonly invoiceNumber: string, readonly memberId: string, readonly memberName: string, readonly leadId: string, readonly leadName: string, readonly preparedAt: string | null, readonly preparedById: string | null, readonly approvedAt: string | null, readonly approvedById: string | null, readonly lines: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly lineNumber: number, readonly description: string, readonly net: { readonly amount: string }, readonly working: { readonly worth: string, readonly alreadyBilled: { readonly amount: string }, readonly steps: ReadonlyArray<{ readonly label: string, readonly quantity: string | null, readonly unit: string | null, readonly amount: string }> } | null } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } }, readonly vatSummary: ReadonlyArray<{ readonly treatment: VatTreatment, readonly rate: string, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string } }>, readonly net: { readonly amount: string }, readonly vat: { readonly amount: string }, readonly gross: { readonly amount: string } }, readonly people?: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string } }> } };

export type ApproveCreditNoteMutationVariables = Exact<{
  input: CreditNoteApproveInput;
}>;


export type ApproveCreditNoteMutation = { readonly creditNoteApprove: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type IssueCreditNoteMutationVariables = Exact<{
  input: CreditNoteIssueInput;
}>;


export type IssueCreditNoteMutation = { readonly creditNoteIssue: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const CreditNotePage: Operation<CreditNotePageQuery, CreditNotePageQueryVariables> = {
  name: 'CreditNotePage',
  text: "query CreditNotePage($id: ID!, $after: String, $isLead: Boolean!) { creditNote(id: $id) { id number state kind reason availableActions contentSha256 issuedSha256 auditHead issuedOn invoiceId invoiceNumber memberId memberName leadId leadName preparedAt preparedById approvedAt approvedById lines(first: 50, after: $after) { edges { node { id lineNumber description net { amount } working { worth alreadyBilled { amount } steps { label quantity unit amount } } } } pageInfo { endCursor hasNextPage } } vatSummary { treatment rate net { amount } vat { amount } } net { amount } vat { amount } gross { amount } } people(first: 100) @include(if: $isLead) { edges { node { id name } } } }",
};
export const ApproveCreditNote: Operation<ApproveCreditNoteMutation, ApproveCreditNoteMutationVariables> = {
  name: 'ApproveCreditNote',
  text: "mutation ApproveCreditNote($input: CreditNoteApproveInput!) { creditNoteApprove(input: $input) { userErrors { message path nextStep } } }",
};
export const IssueCreditNote: Operation<IssueCreditNoteMutation, IssueCreditNoteMutationVariables> = {
  name: 'IssueCreditNote',
  text: "mutation IssueCreditNote($input: CreditNoteIssueInput!) { creditNoteIssue(input: $input) { userErrors { message path nextStep } } }",
};
