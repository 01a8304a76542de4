// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type ReceiptsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type ReceiptsQuery = { readonly receipts: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly receivedOn: string, readonly payer: string, readonly reference: string, readonly amount: { readonly amount: string }, readonly unallocated: { readonly amount: string } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean } } };

export const Receipts: Operation<ReceiptsQuery, ReceiptsQueryVariables> = {
  name: 'Receipts',
  text: "query Receipts($after: String) { receipts(first: 50, after: $after) { edges { node { id receivedOn payer reference amount { amount } unallocated { amount } } } pageInfo { endCursor hasNextPage } } }",
};
