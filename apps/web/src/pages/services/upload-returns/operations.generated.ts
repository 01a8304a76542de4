// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** The usage returns of a month as CSV, with the columns call-off, meter and quantity. */
export type UsageReturnsUploadInput = {
  /** The file's text, in UTF-8. */
  readonly content: string;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The month, as YYYY-MM; one that is over. */
  readonly month: string;
};

export type FirstMonthQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstMonthQuery = { readonly firstCallOffStartsOn: string | null };

export type UploadReturnsMutationVariables = Exact<{
  input: UsageReturnsUploadInput;
}>;


export type UploadReturnsMutation = { readonly usageReturnsUpload: { readonly filed: number | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const FirstMonth: Operation<FirstMonthQuery, FirstMonthQueryVariables> = {
  name: 'FirstMonth',
  text: "query FirstMonth { firstCallOffStartsOn }",
};
export const UploadReturns: Operation<UploadReturnsMutation, UploadReturnsMutationVariables> = {
  name: 'UploadReturns',
  text: "mutation UploadReturns($input: UsageReturnsUploadInput!) { usageReturnsUpload(input: $input) { filed userErrors { message path nextStep } } }",
};
