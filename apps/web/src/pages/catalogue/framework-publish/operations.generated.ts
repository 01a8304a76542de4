// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which framework to publish. */
export type FrameworkPublishInput = {
  /** The framework. */
  readonly frameworkId: string | number;
};

export type FrameworkPublishFrameworkQueryVariables = Exact<{
  id: string | number;
}>;


export type FrameworkPublishFrameworkQuery = { readonly framework: { readonly id: string, readonly title: string, readonly publishedAt: string | null, readonly lead: { readonly id: string }, readonly lots: ReadonlyArray<{ readonly id: string, readonly number: number, readonly title: string }>, readonly eligibilityRules: { readonly edges: ReadonlyArray<{ readonly node: { readonly label: string } }> } } };

export type FrameworkPublishMutationVariables = Exact<{
  input: FrameworkPublishInput;
}>;


export type FrameworkPublishMutation = { readonly frameworkPublish: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const FrameworkPublishFramework: Operation<FrameworkPublishFrameworkQuery, FrameworkPublishFrameworkQueryVariables> = {
  name: 'FrameworkPublishFramework',
  text: "query FrameworkPublishFramework($id: ID!) { framework(id: $id) { id title publishedAt lead { id } lots { id number title } eligibilityRules(first: 100) { edges { node { label } } } } }",
};
export const FrameworkPublish: Operation<FrameworkPublishMutation, FrameworkPublishMutationVariables> = {
  name: 'FrameworkPublish',
  text: "mutation FrameworkPublish($input: FrameworkPublishInput!) { frameworkPublish(input: $input) { userErrors { message path nextStep } } }",
};
