// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** How far the mandate for direct debits is. */
export type MandateState =
  /** It was given. */
  | 'ACTIVE'
  /** It can be given on Stripe's page. */
  | 'ASKED'
  /** There is none. */
  | 'NONE';

/** How a member pays a lead authority. More may be added. */
export type PaymentMethod =
  /** By BACS, to the bank account on the invoice. */
  | 'BACS_TRANSFER'
  /** By direct debit through Stripe, once the member has given its mandate. */
  | 'STRIPE_BACS_DEBIT'
  /** By bank transfer, to an account that Stripe keeps for the member. */
  | 'STRIPE_BANK_TRANSFER';

/** How your body pays a lead authority from now on. */
export type PaymentMethodChooseInput = {
  /** The lead authority's body. */
  readonly leadId: string | number;
  /** The way to pay. */
  readonly method: PaymentMethod;
};

export type PaymentMethodsQueryVariables = Exact<{ [key: string]: never; }>;


export type PaymentMethodsQuery = { readonly paymentMethods: ReadonlyArray<{ readonly leadId: string, readonly leadName: string, readonly method: PaymentMethod, readonly chosenAt: string | null, readonly isStripeOn: boolean, readonly mandate: MandateState, readonly mandateUrl: string | null, readonly payTo: { readonly accountName: string, readonly sortCode: string, readonly accountNumber: string } | null }> };

export type ChoosePaymentMethodMutationVariables = Exact<{
  input: PaymentMethodChooseInput;
}>;


export type ChoosePaymentMethodMutation = { readonly paymentMethodChoose: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const PaymentMethods: Operation<PaymentMethodsQuery, PaymentMethodsQueryVariables> = {
  name: 'PaymentMethods',
  text: "query PaymentMethods { paymentMethods { leadId leadName method chosenAt isStripeOn mandate mandateUrl payTo { accountName sortCode accountNumber } } }",
};
export const ChoosePaymentMethod: Operation<ChoosePaymentMethodMutation, ChoosePaymentMethodMutationVariables> = {
  name: 'ChoosePaymentMethod',
  text: "mutation ChoosePaymentMethod($input: PaymentMethodChooseInput!) { paymentMethodChoose(input: $input) { userErrors { message path nextStep } } }",
};
