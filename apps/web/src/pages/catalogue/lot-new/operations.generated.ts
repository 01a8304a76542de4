// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A new lot of a framework. */
export type LotAddInput = {
  /** The most that one direct award may be worth, in pounds; no limit unless given. */
  readonly directAwardLimit?: string | null | undefined;
  /** The framework, which must be a draft. */
  readonly frameworkId: string | number;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** Its name. */
  readonly title: string;
};

export type LotAddFrameworkQueryVariables = Exact<{
  id: string | number;
}>;


export type LotAddFrameworkQuery = { readonly framework: { readonly id: string, readonly title: string, readonly publishedAt: string | null, readonly lead: { readonly id: string } } };

export type LotAddMutationVariables = Exact<{
  input: LotAddInput;
}>;


export type LotAddMutation = { readonly lotAdd: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const LotAddFramework: Operation<LotAddFrameworkQuery, LotAddFrameworkQueryVariables> = {
  name: 'LotAddFramework',
  text: "query LotAddFramework($id: ID!) { framework(id: $id) { id title publishedAt lead { id } } }",
};
export const LotAdd: Operation<LotAddMutation, LotAddMutationVariables> = {
  name: 'LotAdd',
  text: "mutation LotAdd($input: LotAddInput!) { lotAdd(input: $input) { userErrors { message path nextStep } } }",
};
