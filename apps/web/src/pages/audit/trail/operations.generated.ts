// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AuditTrailQueryVariables = Exact<{
  withBodyId?: string | number | null | undefined;
  subjectKind?: string | null | undefined;
  subjectId?: string | number | null | undefined;
  after?: string | null | undefined;
  verify: boolean;
}>;


export type AuditTrailQuery = { readonly auditTrail: { readonly edges: ReadonlyArray<{ readonly node: { readonly seq: string, readonly at: string, readonly summary: string, readonly subjectKind: string, readonly subjectId: string | null, readonly subjectName: string | null, readonly offeringId: string | null, readonly hash: string } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } }, readonly auditVerify?: { readonly isVerified: boolean, readonly records: number, readonly head: string | null, readonly firstBroken: { readonly seq: string, readonly reason: string } | null }, readonly auditChains: ReadonlyArray<{ readonly withBodyId: string, readonly withBodyName: string }> };

export const AuditTrail: Operation<AuditTrailQuery, AuditTrailQueryVariables> = {
  name: 'AuditTrail',
  text: "query AuditTrail($withBodyId: ID, $subjectKind: String, $subjectId: ID, $after: String, $verify: Boolean!) { auditTrail( first: 50 after: $after withBodyId: $withBodyId subjectKind: $subjectKind subjectId: $subjectId ) { edges { node { seq at summary subjectKind subjectId subjectName offeringId hash } } pageInfo { endCursor hasNextPage } } auditVerify(withBodyId: $withBodyId) @include(if: $verify) { isVerified records head firstBroken { seq reason } } auditChains { withBodyId withBodyName } }",
};
