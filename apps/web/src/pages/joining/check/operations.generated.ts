// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which opt-in, as you read it. */
export type OptInSubmitInput = {
  /** The opt-in. */
  readonly optInId: string | number;
  /** The version of the opt-in that you read. */
  readonly version: number;
};

export type SubmitOptInMutationVariables = Exact<{
  input: OptInSubmitInput;
}>;


export type SubmitOptInMutation = { readonly optInSubmit: { readonly optIn: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const SubmitOptIn: Operation<SubmitOptInMutation, SubmitOptInMutationVariables> = {
  name: 'SubmitOptIn',
  text: "mutation SubmitOptIn($input: OptInSubmitInput!) { optInSubmit(input: $input) { optIn { id } userErrors { message path nextStep } } }",
};
