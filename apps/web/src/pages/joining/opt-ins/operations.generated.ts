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

/** Where a task stands. More may be added. */
export type OptInTaskState =
  /** Other tasks must be complete first. */
  | 'CANNOT_START_YET'
  /** Everything that it needs is there. */
  | 'COMPLETED'
  /** Something has been told. */
  | 'IN_PROGRESS'
  /** The chosen services do not need it. */
  | 'NOT_APPLICABLE'
  /** Nothing has been told yet. */
  | 'NOT_YET_STARTED';

export type OptInsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type OptInsQuery = { readonly optIns: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reference: string, readonly state: OptInState, readonly frameworkTitle: string, readonly memberName: string, readonly reviewDueOn: string | null, readonly offerings: ReadonlyArray<{ readonly title: string }>, readonly tasks: ReadonlyArray<{ readonly state: OptInTaskState }> } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export const OptIns: Operation<OptInsQuery, OptInsQueryVariables> = {
  name: 'OptIns',
  text: "query OptIns($after: String) { optIns(first: 20, after: $after) { edges { node { id reference state frameworkTitle memberName reviewDueOn offerings { title } tasks { state } } } pageInfo { hasNextPage endCursor } } }",
};
