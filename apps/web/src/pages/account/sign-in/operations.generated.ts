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

/** Who wants to sign in. */
export type SessionRequestCodeInput = {
  /** A work email address at a public body. */
  readonly email: string;
};

/** An address and the code that was sent to it. */
export type SessionSignInInput = {
  /** The six digits. */
  readonly code: string;
  /** The address that the code was sent to. */
  readonly email: string;
  /** Your name, kept at your first sign-in; made from the address when absent. */
  readonly name?: string | null | undefined;
};

export type RequestCodeMutationVariables = Exact<{
  input: SessionRequestCodeInput;
}>;


export type RequestCodeMutation = { readonly sessionRequestCode: { readonly minutes: number | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type SignInMutationVariables = Exact<{
  input: SessionSignInInput;
}>;


export type SignInMutation = { readonly sessionSignIn: { readonly token: string | null, readonly memberships: ReadonlyArray<{ readonly capacity: Capacity }> | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const RequestCode: Operation<RequestCodeMutation, RequestCodeMutationVariables> = {
  name: 'RequestCode',
  text: "mutation RequestCode($input: SessionRequestCodeInput!) { sessionRequestCode(input: $input) { minutes userErrors { message path nextStep } } }",
};
export const SignIn: Operation<SignInMutation, SignInMutationVariables> = {
  name: 'SignIn',
  text: "mutation SignIn($input: SessionSignInInput!) { sessionSignIn(input: $input) { token memberships { capacity } userErrors { message path nextStep } } }",
};
