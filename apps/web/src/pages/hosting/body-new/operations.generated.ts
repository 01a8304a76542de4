// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A public body that the register lacks. */
export type BodyAddInput = {
  /** A code of its own, such as an ODS code or URN, if it has one. */
  readonly code?: string | null | undefined;
  /** The code of the county council around it. */
  readonly countyCode?: string | null | undefined;
  /** Email domains that this body alone uses, 10 at most: whoever has an address there works for it. */
  readonly emailDomains?: ReadonlyArray<string>;
  /** Its GSS code, if it has one. */
  readonly gss?: string | null | undefined;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** Its full name. */
  readonly name: string;
  /** The nation that it lies in. */
  readonly nation?: string | null | undefined;
  /** Why it is a public body that belongs in the register. */
  readonly reason: string;
  /** The region that it lies in. */
  readonly region?: string | null | undefined;
  /** The kind of body, such as "Academy trust". */
  readonly type: string;
};

export type BodyAddMutationVariables = Exact<{
  input: BodyAddInput;
}>;


export type BodyAddMutation = { readonly bodyAdd: { readonly body: { readonly name: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const BodyAdd: Operation<BodyAddMutation, BodyAddMutationVariables> = {
  name: 'BodyAdd',
  text: "mutation BodyAdd($input: BodyAddInput!) { bodyAdd(input: $input) { body { name } userErrors { message path nextStep } } }",
};
