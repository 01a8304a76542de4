// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How the lead authority looks on its pages from now on. */
export type LeadAuthorityBrandSetInput = {
  /** The colour as # and 6 hex digits, with a contrast of at least 4.5 to 1 against white. */
  readonly colour: string;
  /** The name that pages show, up to 100 characters. */
  readonly displayName: string;
};

export type BrandNowQueryVariables = Exact<{
  leadId: string | number;
}>;


export type BrandNowQuery = { readonly brand: { readonly name: string, readonly colour: string } | null };

export type BrandSetMutationVariables = Exact<{
  input: LeadAuthorityBrandSetInput;
}>;


export type BrandSetMutation = { readonly leadAuthorityBrandSet: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const BrandNow: Operation<BrandNowQuery, BrandNowQueryVariables> = {
  name: 'BrandNow',
  text: "query BrandNow($leadId: ID!) { brand(leadId: $leadId) { name colour } }",
};
export const BrandSet: Operation<BrandSetMutation, BrandSetMutationVariables> = {
  name: 'BrandSet',
  text: "mutation BrandSet($input: LeadAuthorityBrandSetInput!) { leadAuthorityBrandSet(input: $input) { userErrors { message path nextStep } } }",
};
