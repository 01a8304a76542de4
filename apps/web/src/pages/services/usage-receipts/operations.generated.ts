// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type UsageReceiptsQueryVariables = Exact<{
  after?: string | null | undefined;
  mayReadKeys: boolean;
}>;


export type UsageReceiptsQuery = { readonly usageReceipts: { readonly edges: ReadonlyArray<{ readonly node: { readonly number: string, readonly receivedAt: string, readonly memberId: string, readonly leadId: string, readonly accepted: number, readonly duplicate: number, readonly quarantined: number, readonly rejected: number, readonly digest: string, readonly usageKeyId: string | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly callOffs: { readonly edges: ReadonlyArray<{ readonly node: { readonly memberId: string, readonly memberName: string, readonly leadId: string, readonly leadName: string } }> }, readonly usageKeys?: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly label: string } }> }, readonly quarantine: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string } }> } };

export const UsageReceipts: Operation<UsageReceiptsQuery, UsageReceiptsQueryVariables> = {
  name: 'UsageReceipts',
  text: "query UsageReceipts($after: String, $mayReadKeys: Boolean!) { usageReceipts(first: 20, after: $after) { edges { node { number receivedAt memberId leadId accepted duplicate quarantined rejected digest usageKeyId } } pageInfo { hasNextPage endCursor } } callOffs(first: 100) { edges { node { memberId memberName leadId leadName } } } usageKeys(first: 100) @include(if: $mayReadKeys) { edges { node { id label } } } quarantine(first: 1, state: HELD) { edges { node { id } } } }",
};
