// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What a member says of a line. More may be added. */
export type DisputeKind =
  /** It disputes it in time: what is disputed is not asked for until it is decided. */
  | 'DISPUTE'
  /** It reports an error, at any time; the invoice stays payable meanwhile. */
  | 'ERROR_REPORT';

/** Where a dispute stands. More may be added. */
export type DisputeState =
  /** The member does not accept the decision; somebody else decides. */
  | 'ESCALATED'
  /** Raised; the lead authority has not begun to look at it. */
  | 'OPEN'
  /** A part of it was upheld. */
  | 'PART_UPHELD'
  /** It was rejected, with a reason. */
  | 'REJECTED'
  /** The lead authority looks at it. */
  | 'UNDER_REVIEW'
  /** All of it was upheld. */
  | 'UPHELD'
  /** The member took it back. */
  | 'WITHDRAWN';

export type DisputesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DisputesQuery = { readonly disputes: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly kind: DisputeKind, readonly state: DisputeState, readonly invoiceNumber: string, readonly lineNumber: number, readonly memberName: string, readonly leadName: string, readonly raisedAt: string, readonly net: { readonly amount: string }, readonly upheld: { readonly amount: string } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export const Disputes: Operation<DisputesQuery, DisputesQueryVariables> = {
  name: 'Disputes',
  text: "query Disputes($after: String) { disputes(first: 50, after: $after) { edges { node { id kind state invoiceNumber lineNumber memberName leadName raisedAt net { amount } upheld { amount } } } pageInfo { endCursor hasNextPage } } }",
};
