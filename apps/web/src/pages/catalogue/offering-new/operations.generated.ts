// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A new offering of a lot. */
export type OfferingCreateInput = {
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** What is included, 50 points at most. */
  readonly included: ReadonlyArray<string>;
  /** The lot that it belongs to. */
  readonly lotId: string | number;
  /** What is not included, 50 points at most. */
  readonly notIncluded: ReadonlyArray<string>;
  /** Whether personal data is processed. */
  readonly personalData: boolean;
  /** What it is, in a few sentences. */
  readonly summary: string;
  /** Its name. */
  readonly title: string;
  /** How its charges are treated for VAT; needed before it is published. */
  readonly vatTreatment?: VatTreatment | null | undefined;
  /** What the joining body has to do itself, 50 points at most. */
  readonly youMust: ReadonlyArray<string>;
};

/** How a charge is treated for VAT. More may be added. */
export type VatTreatment =
  /** Exempt. */
  | 'EXEMPT'
  /** Outside the scope of VAT. */
  | 'OUTSIDE_SCOPE'
  /** Reduced rate, 5%. */
  | 'REDUCED'
  /** Standard rate, 20%. */
  | 'STANDARD'
  /** Zero-rated. */
  | 'ZERO';

export type OfferingCreateFrameworkQueryVariables = Exact<{
  id: string | number;
}>;


export type OfferingCreateFrameworkQuery = { readonly framework: { readonly id: string, readonly title: string, readonly lead: { readonly id: string }, readonly lots: ReadonlyArray<{ readonly id: string, readonly number: number, readonly title: string }> } };

export type OfferingCreateMutationVariables = Exact<{
  input: OfferingCreateInput;
}>;


export type OfferingCreateMutation = { readonly offeringCreate: { readonly offering: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const OfferingCreateFramework: Operation<OfferingCreateFrameworkQuery, OfferingCreateFrameworkQueryVariables> = {
  name: 'OfferingCreateFramework',
  text: "query OfferingCreateFramework($id: ID!) { framework(id: $id) { id title lead { id } lots { id number title } } }",
};
export const OfferingCreate: Operation<OfferingCreateMutation, OfferingCreateMutationVariables> = {
  name: 'OfferingCreate',
  text: "mutation OfferingCreate($input: OfferingCreateInput!) { offeringCreate(input: $input) { offering { id } userErrors { message path nextStep } } }",
};
