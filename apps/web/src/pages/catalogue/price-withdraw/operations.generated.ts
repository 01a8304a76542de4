// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which price to take back. */
export type PriceVersionWithdrawInput = {
  /** The price version, which must not have started. */
  readonly priceVersionId: string | number;
};

export type PriceToWithdrawQueryVariables = Exact<{
  id: string | number;
}>;


export type PriceToWithdrawQuery = { readonly offering: { readonly id: string, readonly title: string, readonly framework: { readonly id: string, readonly title: string, readonly lead: { readonly id: string } }, readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly prices: ReadonlyArray<{ readonly id: string, readonly version: number, readonly startsOn: string, readonly price: { readonly words: ReadonlyArray<string> } }> }> } };

export type PriceVersionWithdrawMutationVariables = Exact<{
  input: PriceVersionWithdrawInput;
}>;


export type PriceVersionWithdrawMutation = { readonly priceVersionWithdraw: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const PriceToWithdraw: Operation<PriceToWithdrawQuery, PriceToWithdrawQueryVariables> = {
  name: 'PriceToWithdraw',
  text: "query PriceToWithdraw($id: ID!) { offering(id: $id) { id title framework { id title lead { id } } meters { id title prices { id version startsOn price { words } } } } }",
};
export const PriceVersionWithdraw: Operation<PriceVersionWithdrawMutation, PriceVersionWithdrawMutationVariables> = {
  name: 'PriceVersionWithdraw',
  text: "mutation PriceVersionWithdraw($input: PriceVersionWithdrawInput!) { priceVersionWithdraw(input: $input) { userErrors { message path nextStep } } }",
};
