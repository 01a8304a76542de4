// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** As what a person acts for a body. More may be added. */
export type Capacity =
  /** For a lead authority that hosts a framework. */
  | 'LEAD'
  /** For the service itself, and no body. */
  | 'PLATFORM'
  /** For a body that uses services. */
  | 'TENANT';

/** For whom the session should act. */
export type SessionActForInput = {
  /** The body; absent only for a platform operator. */
  readonly bodyId?: string | number | null | undefined;
  /** As what. */
  readonly capacity: Capacity;
};

/** One of your sessions. */
export type SessionRevokeInput = {
  /** The id of the session, from sessions. */
  readonly sessionId: string | number;
};

export type SessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type SessionsQuery = { readonly sessions: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly createdAt: string, readonly lastUsedAt: string, readonly isCurrent: boolean } }> } };

export type ActForMutationVariables = Exact<{
  input: SessionActForInput;
}>;


export type ActForMutation = { readonly sessionActFor: { readonly token: string | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type EndSessionMutationVariables = Exact<{
  input: SessionRevokeInput;
}>;


export type EndSessionMutation = { readonly sessionRevoke: { readonly sessionId: string | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const Sessions: Operation<SessionsQuery, SessionsQueryVariables> = {
  name: 'Sessions',
  text: "query Sessions { sessions(first: 20) { edges { node { id createdAt lastUsedAt isCurrent } } } }",
};
export const ActFor: Operation<ActForMutation, ActForMutationVariables> = {
  name: 'ActFor',
  text: "mutation ActFor($input: SessionActForInput!) { sessionActFor(input: $input) { token userErrors { message path nextStep } } }",
};
export const EndSession: Operation<EndSessionMutation, EndSessionMutationVariables> = {
  name: 'EndSession',
  text: "mutation EndSession($input: SessionRevokeInput!) { sessionRevoke(input: $input) { sessionId userErrors { message path nextStep } } }",
};
