// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whether a public body still exists. */
export type BodyStanding =
  /** It closed; its successors are named where they are known. */
  | 'ABOLISHED'
  /** It exists. */
  | 'ACTIVE';

/** Why a body may or may not use a framework. More may be added. */
export type EligibilityReasonCode =
  /** It no longer exists. */
  | 'BODY_ABOLISHED'
  /** The register lacks what decides whether it is in a group. */
  | 'CANNOT_DECIDE'
  /** It falls in one of the groups that can use it. */
  | 'CATEGORY'
  /** The framework has ended. */
  | 'FRAMEWORK_EXPIRED'
  /** The framework has not opened yet. */
  | 'FRAMEWORK_NOT_LIVE'
  /** It is named in the notice. */
  | 'NAMED'
  /** It is neither named nor in a group. */
  | 'NOT_COVERED';

/** Whether a body may use a framework. More may be added. */
export type EligibilityResult =
  /** It may. */
  | 'ELIGIBLE'
  /** The register cannot decide it: evidence or a check by the lead authority is needed. */
  | 'NEEDS_EVIDENCE'
  /** It may not. */
  | 'NOT_ELIGIBLE';

/** Where a framework stands; it follows from publishing and the dates. More may be added. */
export type FrameworkState =
  /** Published; its first day is still to come. */
  | 'COMING'
  /** Not published: only its lead authority sees it. */
  | 'DRAFT'
  /** Its last day is over; call-offs in place go on until their own end. */
  | 'EXPIRED'
  /** Call-offs can be awarded. */
  | 'LIVE';

export type CanWeJoinQueryVariables = Exact<{
  text: string;
  search: boolean;
  bodyId: string | number;
  known: boolean;
}>;


export type CanWeJoinQuery = { readonly frameworks: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly state: FrameworkState, readonly lead: { readonly name: string } } }> }, readonly bodySearch?: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly shortName: string, readonly type: string, readonly region: string | null, readonly population: number | null, readonly formerNames: ReadonlyArray<string>, readonly isInvented: boolean, readonly standing: BodyStanding, readonly endedOn: string | null, readonly successors: ReadonlyArray<{ readonly id: string, readonly name: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly body?: { readonly id: string, readonly name: string, readonly shortName: string, readonly type: string, readonly region: string | null, readonly population: number | null, readonly formerNames: ReadonlyArray<string>, readonly isInvented: boolean, readonly standing: BodyStanding, readonly endedOn: string | null, readonly successors: ReadonlyArray<{ readonly id: string, readonly name: string }> } };

export type EligibilityQueryVariables = Exact<{
  frameworkId: string | number;
  bodyId: string | number;
}>;


export type EligibilityQuery = { readonly framework: { readonly members: { readonly edges: ReadonlyArray<{ readonly node: { readonly bodyId: string, readonly since: string } }> } }, readonly eligibilityCheck: { readonly bodies: ReadonlyArray<{ readonly result: EligibilityResult, readonly nextSteps: ReadonlyArray<string>, readonly reasons: ReadonlyArray<{ readonly code: EligibilityReasonCode, readonly sentence: string }> }> } };

export type RegisterEntryFragment = { readonly id: string, readonly name: string, readonly shortName: string, readonly type: string, readonly region: string | null, readonly population: number | null, readonly formerNames: ReadonlyArray<string>, readonly isInvented: boolean, readonly standing: BodyStanding, readonly endedOn: string | null, readonly successors: ReadonlyArray<{ readonly id: string, readonly name: string }> };

export const CanWeJoin: Operation<CanWeJoinQuery, CanWeJoinQueryVariables> = {
  name: 'CanWeJoin',
  text: "query CanWeJoin($text: String!, $search: Boolean!, $bodyId: ID!, $known: Boolean!) { frameworks(first: 50) { edges { node { id title state lead { name } } } } bodySearch(text: $text, first: 20) @include(if: $search) { edges { node { ...RegisterEntry } } pageInfo { hasNextPage } } body(id: $bodyId) @include(if: $known) { ...RegisterEntry } } fragment RegisterEntry on Body { id name shortName type region population formerNames isInvented standing endedOn successors { id name } }",
};
export const Eligibility: Operation<EligibilityQuery, EligibilityQueryVariables> = {
  name: 'Eligibility',
  text: "query Eligibility($frameworkId: ID!, $bodyId: ID!) { framework(id: $frameworkId) { members(first: 100) { edges { node { bodyId since } } } } eligibilityCheck(frameworkId: $frameworkId, bodyId: $bodyId) { bodies { result reasons { code sentence } nextSteps } } }",
};
