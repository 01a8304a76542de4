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

/** A group of bodies: each list that is given must hold the body's own value. Give at least one. */
export type EligibilityCategoryInput = {
  /** Register codes of combined authorities: the authority and its constituents. */
  readonly combinedAuthorities?: ReadonlyArray<string> | null | undefined;
  /** Register codes of counties, such as LAN: the county council and its districts. */
  readonly counties?: ReadonlyArray<string> | null | undefined;
  /** The group in plain English, such as district councils in Lancashire. */
  readonly label: string;
  /** Nations, such as England. */
  readonly nations?: ReadonlyArray<string> | null | undefined;
  /** Regions, such as North West. */
  readonly regions?: ReadonlyArray<string> | null | undefined;
  /** Types as the register words them, such as Non-metropolitan district. */
  readonly types?: ReadonlyArray<string> | null | undefined;
};

/** Who else may use a framework: either a body or a group. */
export type EligibilityRuleAddInput = {
  /** The body to name. */
  readonly bodyId?: string | number | null | undefined;
  /** The group to let in. */
  readonly category?: EligibilityCategoryInput | null | undefined;
  /** The framework. */
  readonly frameworkId: string | number;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The legal basis; needed once the framework is published. */
  readonly reason?: string | null | undefined;
};

export type NameBodySearchQueryVariables = Exact<{
  id: string | number;
  text: string;
  searching: boolean;
}>;


export type NameBodySearchQuery = { readonly framework: { readonly id: string, readonly title: string, readonly publishedAt: string | null, readonly lead: { readonly id: string } }, readonly bodySearch?: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly name: string, readonly type: string, readonly region: string | null, readonly standing: BodyStanding } }>, readonly pageInfo: { readonly hasNextPage: boolean } } };

export type NameBodyMutationVariables = Exact<{
  input: EligibilityRuleAddInput;
}>;


export type NameBodyMutation = { readonly eligibilityRuleAdd: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const NameBodySearch: Operation<NameBodySearchQuery, NameBodySearchQueryVariables> = {
  name: 'NameBodySearch',
  text: "query NameBodySearch($id: ID!, $text: String!, $searching: Boolean!) { framework(id: $id) { id title publishedAt lead { id } } bodySearch(text: $text, first: 20) @include(if: $searching) { edges { node { id name type region standing } } pageInfo { hasNextPage } } }",
};
export const NameBody: Operation<NameBodyMutation, NameBodyMutationVariables> = {
  name: 'NameBody',
  text: "mutation NameBody($input: EligibilityRuleAddInput!) { eligibilityRuleAdd(input: $input) { userErrors { message path nextStep } } }",
};
