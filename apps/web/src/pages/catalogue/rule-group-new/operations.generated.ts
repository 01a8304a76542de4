// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type EligibilityRuleAddFrameworkQueryVariables = Exact<{
  id: string | number;
}>;


export type EligibilityRuleAddFrameworkQuery = { readonly framework: { readonly id: string, readonly title: string, readonly publishedAt: string | null, readonly lead: { readonly id: string } } };

export type EligibilityRuleAddMutationVariables = Exact<{
  input: EligibilityRuleAddInput;
}>;


export type EligibilityRuleAddMutation = { readonly eligibilityRuleAdd: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const EligibilityRuleAddFramework: Operation<EligibilityRuleAddFrameworkQuery, EligibilityRuleAddFrameworkQueryVariables> = {
  name: 'EligibilityRuleAddFramework',
  text: "query EligibilityRuleAddFramework($id: ID!) { framework(id: $id) { id title publishedAt lead { id } } }",
};
export const EligibilityRuleAdd: Operation<EligibilityRuleAddMutation, EligibilityRuleAddMutationVariables> = {
  name: 'EligibilityRuleAdd',
  text: "mutation EligibilityRuleAdd($input: EligibilityRuleAddInput!) { eligibilityRuleAdd(input: $input) { userErrors { message path nextStep } } }",
};
