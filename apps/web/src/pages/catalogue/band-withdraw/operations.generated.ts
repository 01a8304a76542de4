// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which volume band to take back. */
export type VolumeBandWithdrawInput = {
  /** The band, before its first day. */
  readonly volumeBandId: string | number;
};

export type VolumeBandToWithdrawQueryVariables = Exact<{
  id: string | number;
}>;


export type VolumeBandToWithdrawQuery = { readonly offering: { readonly id: string, readonly title: string, readonly framework: { readonly id: string, readonly title: string, readonly lead: { readonly id: string } }, readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly volumeBands: ReadonlyArray<{ readonly id: string, readonly above: string, readonly discount: string, readonly startsOn: string }> }> } };

export type VolumeBandWithdrawMutationVariables = Exact<{
  input: VolumeBandWithdrawInput;
}>;


export type VolumeBandWithdrawMutation = { readonly volumeBandWithdraw: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const VolumeBandToWithdraw: Operation<VolumeBandToWithdrawQuery, VolumeBandToWithdrawQueryVariables> = {
  name: 'VolumeBandToWithdraw',
  text: "query VolumeBandToWithdraw($id: ID!) { offering(id: $id) { id title framework { id title lead { id } } meters { id title volumeBands { id above discount startsOn } } } }",
};
export const VolumeBandWithdraw: Operation<VolumeBandWithdrawMutation, VolumeBandWithdrawMutationVariables> = {
  name: 'VolumeBandWithdraw',
  text: "mutation VolumeBandWithdraw($input: VolumeBandWithdrawInput!) { volumeBandWithdraw(input: $input) { userErrors { message path nextStep } } }",
};
