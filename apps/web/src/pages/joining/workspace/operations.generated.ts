// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Whether a public body still exists. */
export type BodyStanding =
  /** It closed; its successors are named where they are known. */
  | 'ABOLISHED'
  /** It exists. */
  | 'ACTIVE';

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

/** Whose workspace to open. */
export type WorkspaceOpenInput = {
  /** The body you work for; needed only when your email domain belongs to several. */
  readonly bodyId?: string | number | null | undefined;
};

export type BodiesOfEmailQueryVariables = Exact<{
  email: string;
}>;


export type BodiesOfEmailQuery = { readonly bodySearch: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly type: string, readonly standing: BodyStanding, readonly successors: ReadonlyArray<{ readonly id: string, readonly name: string, readonly type: string }> } }> } };

export type OpenWorkspaceMutationVariables = Exact<{
  input: WorkspaceOpenInput;
}>;


export type OpenWorkspaceMutation = { readonly workspaceOpen: { readonly body: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type ActForWorkspaceMutationVariables = Exact<{
  input: SessionActForInput;
}>;


export type ActForWorkspaceMutation = { readonly sessionActFor: { readonly token: string | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const BodiesOfEmail: Operation<BodiesOfEmailQuery, BodiesOfEmailQueryVariables> = {
  name: 'BodiesOfEmail',
  text: "query BodiesOfEmail($email: String!) { bodySearch(text: $email, first: 10) { edges { node { id name type standing successors { id name type } } } } }",
};
export const OpenWorkspace: Operation<OpenWorkspaceMutation, OpenWorkspaceMutationVariables> = {
  name: 'OpenWorkspace',
  text: "mutation OpenWorkspace($input: WorkspaceOpenInput!) { workspaceOpen(input: $input) { body { id } userErrors { message path nextStep } } }",
};
export const ActForWorkspace: Operation<ActForWorkspaceMutation, ActForWorkspaceMutationVariables> = {
  name: 'ActForWorkspace',
  text: "mutation ActForWorkspace($input: SessionActForInput!) { sessionActFor(input: $input) { token userErrors { message path nextStep } } }",
};
