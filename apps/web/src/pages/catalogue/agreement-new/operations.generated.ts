// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A new text of a framework's access agreement. */
export type AgreementVersionPublishInput = {
  /** The framework. */
  readonly frameworkId: string | number;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** Plain text. {body}, {lead}, {framework} and {notice} are filled in for each body. */
  readonly text: string;
  /** Two numbers with a point between them, such as 3.1, after the newest version. */
  readonly version: string;
};

export type AgreementVersionPublishFrameworkQueryVariables = Exact<{
  id: string | number;
}>;


export type AgreementVersionPublishFrameworkQuery = { readonly framework: { readonly id: string, readonly title: string, readonly publishedAt: string | null, readonly lead: { readonly id: string } }, readonly agreementVersions: { readonly edges: ReadonlyArray<{ readonly node: { readonly version: string, readonly text: string } }> } };

export type AgreementVersionPublishMutationVariables = Exact<{
  input: AgreementVersionPublishInput;
}>;


export type AgreementVersionPublishMutation = { readonly agreementVersionPublish: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const AgreementVersionPublishFramework: Operation<AgreementVersionPublishFrameworkQuery, AgreementVersionPublishFrameworkQueryVariables> = {
  name: 'AgreementVersionPublishFramework',
  text: "query AgreementVersionPublishFramework($id: ID!) { framework(id: $id) { id title publishedAt lead { id } } agreementVersions(frameworkId: $id, first: 1) { edges { node { version text } } } }",
};
export const AgreementVersionPublish: Operation<AgreementVersionPublishMutation, AgreementVersionPublishMutationVariables> = {
  name: 'AgreementVersionPublish',
  text: "mutation AgreementVersionPublish($input: AgreementVersionPublishInput!) { agreementVersionPublish(input: $input) { userErrors { message path nextStep } } }",
};
