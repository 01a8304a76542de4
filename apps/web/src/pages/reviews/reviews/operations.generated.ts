// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where an opt-in stands. More may be added. */
export type OptInState =
  /** The lead authority approved it. */
  | 'APPROVED'
  /** Every service that it chose is called off. */
  | 'CONVERTED'
  /** The lead authority declined it, with a reason. */
  | 'DECLINED'
  /** Started; nothing has been told yet. */
  | 'DRAFT'
  /** The body is working on it. */
  | 'IN_PROGRESS'
  /** The body has laid it aside, without penalty. */
  | 'PAUSED'
  /** It came back with questions. */
  | 'RETURNED'
  /** The lead authority has it. */
  | 'SUBMITTED'
  /** Somebody at the lead authority is looking at it. */
  | 'UNDER_REVIEW'
  /** The body took it back. */
  | 'WITHDRAWN';

export type ReviewsQueryVariables = Exact<{
  states?: ReadonlyArray<OptInState> | OptInState | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ReviewsQuery = { readonly optIns: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reference: string, readonly memberId: string, readonly memberName: string, readonly frameworkTitle: string, readonly state: OptInState, readonly startedAt: string, readonly submittedAt: string | null, readonly reviewDueOn: string | null, readonly reviewerName: string | null, readonly offerings: ReadonlyArray<{ readonly title: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export const Reviews: Operation<ReviewsQuery, ReviewsQueryVariables> = {
  name: 'Reviews',
  text: "query Reviews($states: [OptInState!], $first: Int!, $after: String) { optIns(states: $states, first: $first, after: $after) { edges { node { id reference memberId memberName frameworkTitle state startedAt submittedAt reviewDueOn reviewerName offerings { title } } } pageInfo { hasNextPage endCursor } } }",
};
