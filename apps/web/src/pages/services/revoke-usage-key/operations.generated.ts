// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which usage key to end. */
export type UsageKeyRevokeInput = {
  /** The usage key. */
  readonly usageKeyId: string | number;
};

/** Whether a usage key can be used. More may be added. */
export type UsageKeyState =
  /** Its last day is over. */
  | 'EXPIRED'
  /** It can be used. */
  | 'LIVE'
  /** It was revoked. */
  | 'REVOKED';

export type KeysToRevokeQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type KeysToRevokeQuery = { readonly usageKeys: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly label: string, readonly source: string, readonly prefix: string, readonly lastUsedAt: string | null, readonly state: UsageKeyState } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type RevokeUsageKeyMutationVariables = Exact<{
  input: UsageKeyRevokeInput;
}>;


export type RevokeUsageKeyMutation = { readonly usageKeyRevoke: { readonly usageKey: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const KeysToRevoke: Operation<KeysToRevokeQuery, KeysToRevokeQueryVariables> = {
  name: 'KeysToRevoke',
  text: "query KeysToRevoke($after: String) { usageKeys(first: 100, after: $after) { edges { node { id label source prefix lastUsedAt state } } pageInfo { hasNextPage endCursor } } }",
};
export const RevokeUsageKey: Operation<RevokeUsageKeyMutation, RevokeUsageKeyMutationVariables> = {
  name: 'RevokeUsageKey',
  text: "mutation RevokeUsageKey($input: UsageKeyRevokeInput!) { usageKeyRevoke(input: $input) { usageKey { id } userErrors { message path nextStep } } }",
};
