// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Per cent off for everyone above a volume of all members together. */
export type VolumeBandAddInput = {
  /** The volume that must be passed: more than 0, up to 15 digits and 4 decimal places. */
  readonly above: string;
  /** Per cent off: more than 0, up to 100, with 4 decimal places; more than lower bands take off. */
  readonly discount: string;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The meter, a sum or a count of use. */
  readonly meterId: string | number;
};

export type VolumeBandOfferingQueryVariables = Exact<{
  id: string | number;
}>;


export type VolumeBandOfferingQuery = { readonly offering: { readonly id: string, readonly title: string, readonly framework: { readonly id: string, readonly title: string, readonly lead: { readonly id: string } }, readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly unit: string }> } };

export type VolumeBandAddMutationVariables = Exact<{
  input: VolumeBandAddInput;
}>;


export type VolumeBandAddMutation = { readonly volumeBandAdd: { readonly meter: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const VolumeBandOffering: Operation<VolumeBandOfferingQuery, VolumeBandOfferingQueryVariables> = {
  name: 'VolumeBandOffering',
  text: "query VolumeBandOffering($id: ID!) { offering(id: $id) { id title framework { id title lead { id } } meters { id title unit } } }",
};
export const VolumeBandAdd: Operation<VolumeBandAddMutation, VolumeBandAddMutationVariables> = {
  name: 'VolumeBandAdd',
  text: "mutation VolumeBandAdd($input: VolumeBandAddInput!) { volumeBandAdd(input: $input) { meter { id } userErrors { message path nextStep } } }",
};
