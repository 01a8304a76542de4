// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where an offering stands. More may be added. */
export type OfferingState =
  /** Not published: only its lead authority sees it. */
  | 'DRAFT'
  /** Open to new members. */
  | 'PUBLISHED'
  /** Closed to new members for now; those who have it keep it. */
  | 'SUSPENDED'
  /** Closed to new members for good; those who have it keep it until their end dates. */
  | 'WITHDRAWN';

/** A price: its model, the fields of that model, and what every model can have besides. */
export type PriceInput = {
  /** Pounds for each period: FLAT. */
  readonly amount?: string | null | undefined;
  /** Pounds for each event; 0 unless given: PERCENTAGE. */
  readonly fixed?: string | null | undefined;
  /** Events that cost nothing; 0 unless given: PERCENTAGE. */
  readonly freeEvents?: number | null | undefined;
  /** Units of each period that cost nothing; 0 unless given. */
  readonly freeUnits?: string | null | undefined;
  /** The most for each period, in pounds. */
  readonly maximum?: string | null | undefined;
  /** The least for each period, in pounds. */
  readonly minimum?: string | null | undefined;
  /** How the price is worked out. */
  readonly model: PriceModel;
  /** Per cent of the amount: PERCENTAGE. */
  readonly rate?: string | null | undefined;
  /** Units in a package: PACKAGE. */
  readonly size?: string | null | undefined;
  /** The tiers in order: GRADUATED and VOLUME. */
  readonly tiers?: ReadonlyArray<PriceTierInput> | null | undefined;
  /** Pounds for each unit: PER_UNIT; for each started package: PACKAGE. */
  readonly unit?: string | null | undefined;
};

/** How a price is worked out. More may be added. */
export type PriceModel =
  /** An amount for each period, whatever is used: amount. */
  | 'FLAT'
  /** Each tier's units at its own price: tiers. */
  | 'GRADUATED'
  /** An amount for every started package: size, unit. */
  | 'PACKAGE'
  /** A percentage of an amount, and an amount for each event: rate, fixed, freeEvents. */
  | 'PERCENTAGE'
  /** An amount for each unit: unit. */
  | 'PER_UNIT'
  /** All units at the price of the tier that the quantity falls in: tiers. */
  | 'VOLUME';

/** A band of quantity and its price. */
export type PriceTierInput = {
  /** Pounds due once the tier is entered; 0 unless given. */
  readonly flat?: string | null | undefined;
  /** Pounds for each unit. */
  readonly unit: string;
  /** The quantity that the tier ends at, which belongs to it; null for the last tier, which is open. */
  readonly upTo?: string | null | undefined;
};

/** A price from a date on. */
export type PriceVersionAddInput = {
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The meter that it is for. */
  readonly meterId: string | number;
  /** The price. */
  readonly price: PriceInput;
  /** The first day that it holds for; it ends the price before it. */
  readonly startsOn: string;
};

/** Where a price stands today. More may be added. */
export type PriceVersionState =
  /** It holds today. */
  | 'CURRENT'
  /** It starts later. */
  | 'SCHEDULED'
  /** A later price has taken its place. */
  | 'SUPERSEDED';

export type PriceVersionAddOfferingQueryVariables = Exact<{
  id: string | number;
}>;


export type PriceVersionAddOfferingQuery = { readonly offering: { readonly id: string, readonly title: string, readonly state: OfferingState, readonly framework: { readonly id: string, readonly title: string, readonly priceNoticeDays: number, readonly lead: { readonly id: string } }, readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly unit: string, readonly prices: ReadonlyArray<{ readonly version: number, readonly startsOn: string, readonly state: PriceVersionState, readonly price: { readonly words: ReadonlyArray<string> } }> }> } };

export type PriceVersionAddMutationVariables = Exact<{
  input: PriceVersionAddInput;
}>;


export type PriceVersionAddMutation = { readonly priceVersionAdd: { readonly priceVersion: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const PriceVersionAddOffering: Operation<PriceVersionAddOfferingQuery, PriceVersionAddOfferingQueryVariables> = {
  name: 'PriceVersionAddOffering',
  text: "query PriceVersionAddOffering($id: ID!) { offering(id: $id) { id title state framework { id title priceNoticeDays lead { id } } meters { id title unit prices { version startsOn state price { words } } } } }",
};
export const PriceVersionAdd: Operation<PriceVersionAddMutation, PriceVersionAddMutationVariables> = {
  name: 'PriceVersionAdd',
  text: "mutation PriceVersionAdd($input: PriceVersionAddInput!) { priceVersionAdd(input: $input) { priceVersion { id } userErrors { message path nextStep } } }",
};
