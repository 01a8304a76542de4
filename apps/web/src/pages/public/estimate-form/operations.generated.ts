// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What makes a charge due. More may be added. */
export type ChargeKind =
  /** The first day of a call-off. */
  | 'ONE_TIME'
  /** Each month of a call-off, by the days of its term. */
  | 'RECURRING'
  /** Use that is metered. */
  | 'USAGE';

/** What to estimate. It holds nothing personal. */
export type EstimateSaveInput = {
  /** The body that it is for, if you want it to say so. */
  readonly bodyId?: string | number | null | undefined;
  /** The framework. */
  readonly frameworkId: string | number;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** Each meter once, 100 at most. What is left out, or 0, costs nothing. */
  readonly volumes: ReadonlyArray<EstimateVolumeInput>;
};

/** How much somebody expects to use of a meter in a year. */
export type EstimateVolumeInput = {
  /** The meter. */
  readonly meterId: string | number;
  /** Units in a year, or the units taken of what is not metered: 0 or more, up to 12 digits and 4 decimal places. */
  readonly perYear: string;
};

/** Where a price stands today. More may be added. */
export type PriceVersionState =
  /** It holds today. */
  | 'CURRENT'
  /** It starts later. */
  | 'SCHEDULED'
  /** A later price has taken its place. */
  | 'SUPERSEDED';

export type EstimateFormQueryVariables = Exact<{
  id: string | number;
  bodyId: string | number;
  withBody: boolean;
  estimateId: string | number;
  withEstimate: boolean;
}>;


export type EstimateFormQuery = { readonly framework: { readonly id: string, readonly title: string, readonly offerings: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly closedReason: string | null, readonly lot: { readonly number: number, readonly title: string }, readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly unit: string, readonly typicalPerThousand: string | null, readonly charge: ChargeKind, readonly prices: ReadonlyArray<{ readonly state: PriceVersionState, readonly price: { readonly words: ReadonlyArray<string> } }> }> } }> } }, readonly body?: { readonly id: string, readonly name: string, readonly population: number | null }, readonly estimate?: { readonly body: { readonly id: string, readonly name: string, readonly population: number | null } | null, readonly lines: ReadonlyArray<{ readonly meterId: string, readonly perYear: string }> } };

export type SaveEstimateMutationVariables = Exact<{
  input: EstimateSaveInput;
}>;


export type SaveEstimateMutation = { readonly estimateSave: { readonly estimate: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type BodyToEstimateFragment = { readonly id: string, readonly name: string, readonly population: number | null };

export const EstimateForm: Operation<EstimateFormQuery, EstimateFormQueryVariables> = {
  name: 'EstimateForm',
  text: "query EstimateForm($id: ID!, $bodyId: ID!, $withBody: Boolean!, $estimateId: ID!, $withEstimate: Boolean!) { framework(id: $id) { id title offerings(first: 100) { edges { node { id title closedReason lot { number title } meters { id title unit typicalPerThousand charge prices { state price { words } } } } } } } body(id: $bodyId) @include(if: $withBody) { ...BodyToEstimate } estimate(id: $estimateId) @include(if: $withEstimate) { body { ...BodyToEstimate } lines { meterId perYear } } } fragment BodyToEstimate on Body { id name population }",
};
export const SaveEstimate: Operation<SaveEstimateMutation, SaveEstimateMutationVariables> = {
  name: 'SaveEstimate',
  text: "mutation SaveEstimate($input: EstimateSaveInput!) { estimateSave(input: $input) { estimate { id } userErrors { message path nextStep } } }",
};
