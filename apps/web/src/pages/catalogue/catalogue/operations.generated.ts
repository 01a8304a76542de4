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

export type CatalogueQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CatalogueQuery = { readonly frameworks: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly reference: string, readonly state: FrameworkState, readonly startsOn: string, readonly endsOn: string, readonly lead: { readonly id: string }, readonly ceiling: { readonly committedPercent: string, readonly total: { readonly amount: string }, readonly committed: { readonly amount: string }, readonly left: { readonly amount: string } } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export const Catalogue: Operation<CatalogueQuery, CatalogueQueryVariables> = {
  name: 'Catalogue',
  text: "query Catalogue($after: String) { frameworks(first: 50, after: $after) { edges { node { id title reference state startsOn endsOn lead { id } ceiling { total { amount } committed { amount } left { amount } committedPercent } } } pageInfo { hasNextPage endCursor } } }",
};
