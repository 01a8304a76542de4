// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type StartQueryVariables = Exact<{ [key: string]: never; }>;


export type StartQuery = { readonly frameworks: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly summary: string, readonly state: FrameworkState, readonly startsOn: string, readonly endsOn: string, readonly lead: { readonly name: string }, readonly lots: ReadonlyArray<{ readonly title: string }>, readonly members: { readonly edges: ReadonlyArray<{ readonly node: { readonly bodyId: string } }>, readonly pageInfo: { readonly hasNextPage: boolean } } } }> } };

export const Start: Operation<StartQuery, StartQueryVariables> = {
  name: 'Start',
  text: "query Start { frameworks(first: 20) { edges { node { id title summary state startsOn endsOn lead { name } lots { title } members(first: 100) { edges { node { bodyId } } pageInfo { hasNextPage } } } } } }",
};
