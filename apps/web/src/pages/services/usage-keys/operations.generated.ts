// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whether a usage key can be used. More may be added. */
export type UsageKeyState =
  /** Its last day is over. */
  | 'EXPIRED'
  /** It can be used. */
  | 'LIVE'
  /** It was revoked. */
  | 'REVOKED';

export type UsageKeysQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type UsageKeysQuery = { readonly usageKeys: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly label: string, readonly source: string, readonly prefix: string, readonly callOffIds: ReadonlyArray<string>, readonly createdAt: string, readonly lastUsedAt: string | null, readonly expiresAt: string, readonly revokedAt: string | null, readonly state: UsageKeyState } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly callOffs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reference: string, readonly offeringTitle: string } }> } };

export const UsageKeys: Operation<UsageKeysQuery, UsageKeysQueryVariables> = {
  name: 'UsageKeys',
  text: "query UsageKeys($after: String) { usageKeys(first: 20, after: $after) { edges { node { id label source prefix callOffIds createdAt lastUsedAt expiresAt revokedAt state } } pageInfo { hasNextPage endCursor } } callOffs(first: 100) { edges { node { id reference offeringTitle } } } }",
};
