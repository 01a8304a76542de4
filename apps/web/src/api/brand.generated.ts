// Made by npm run generate from brand.graphql. Do not edit.
import type { Operation } from './operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type BrandQueryVariables = Exact<{
  leadId?: string | number | null | undefined;
}>;


export type BrandQuery = { readonly brand: { readonly leadId: string, readonly name: string, readonly colour: string } | null };

export const Brand: Operation<BrandQuery, BrandQueryVariables> = {
  name: 'Brand',
  text: "query Brand($leadId: ID) { brand(leadId: $leadId) { leadId name colour } }",
};
