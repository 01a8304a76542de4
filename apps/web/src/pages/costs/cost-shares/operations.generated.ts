// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What a version is about. */
export type CostStage =
  /** The cost that a year had. */
  | 'ACTUAL'
  /** The cost that is expected of a year. */
  | 'ESTIMATE';

export type CostSharesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type CostSharesQuery = { readonly costShares: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly offeringTitle: string, readonly leadName: string, readonly year: string, readonly version: number, readonly stage: CostStage, readonly holds: boolean, readonly share: string, readonly amount: { readonly amount: string } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export const CostShares: Operation<CostSharesQuery, CostSharesQueryVariables> = {
  name: 'CostShares',
  text: "query CostShares($after: String) { costShares(first: 50, after: $after) { edges { node { id offeringTitle leadName year version stage holds share amount { amount } } } pageInfo { endCursor hasNextPage } } }",
};
