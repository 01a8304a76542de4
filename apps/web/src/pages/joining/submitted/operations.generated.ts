// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type SubmittedOptInQueryVariables = Exact<{
  id: string | number;
}>;


export type SubmittedOptInQuery = { readonly optIn: { readonly id: string, readonly reference: string, readonly leadName: string, readonly submittedAt: string | null, readonly reviewDueOn: string | null } };

export const SubmittedOptIn: Operation<SubmittedOptInQuery, SubmittedOptInQueryVariables> = {
  name: 'SubmittedOptIn',
  text: "query SubmittedOptIn($id: ID!) { optIn(id: $id) { id reference leadName submittedAt reviewDueOn } }",
};
