// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What somebody from a lead authority looked at. More may be added. */
export type LeadViewKind =
  /** An access agreement. */
  | 'AGREEMENT'
  /** What was done, by whom and when. */
  | 'AUDIT_TRAIL'
  /** What a month is going to cost, as a preview or a draft. */
  | 'BILLING_PREVIEW'
  /** A call-off. */
  | 'CALL_OFF'
  /** A credit note. */
  | 'CREDIT_NOTE'
  /** An invoice. */
  | 'INVOICE'
  /** An opt-in. */
  | 'OPT_IN'
  /** Usage in quarantine. */
  | 'QUARANTINE'
  /** What is owed and paid. */
  | 'STATEMENT'
  /** What a call-off used, by day or record by record. */
  | 'USAGE'
  /** The receipts of the usage that was sent. */
  | 'USAGE_RECEIPTS';

export type WhoLookedQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type WhoLookedQuery = { readonly leadViews: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly leadName: string, readonly personName: string, readonly roleWords: string, readonly subjectKind: LeadViewKind, readonly reference: string | null, readonly viewedOn: string, readonly lastAt: string, readonly times: number } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export const WhoLooked: Operation<WhoLookedQuery, WhoLookedQueryVariables> = {
  name: 'WhoLooked',
  text: "query WhoLooked($after: String) { leadViews(first: 25, after: $after) { edges { node { id leadName personName roleWords subjectKind reference viewedOn lastAt times } } pageInfo { hasNextPage endCursor } } }",
};
