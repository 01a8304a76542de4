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

/** When a month is billed. More may be added. */
export type ChargeTiming =
  /** By the run of the month before. */
  | 'ADVANCE'
  /** Once it is over. */
  | 'ARREARS';

/** Something to be charged for of an offering. */
export type MeterAddInput = {
  /** How the usage of a month becomes one quantity. It cannot be changed later. */
  readonly aggregation?: MeterAggregation;
  /** What makes it due. It cannot be changed later. What is not metered takes no usage: aggregation stays SUM, fedBy stays EVENTS and no typical use is given. */
  readonly charge?: ChargeKind;
  /** The type that its usage events carry, such as payslips.processed. */
  readonly code: string;
  /** How its usage comes. It cannot be changed later. */
  readonly fedBy?: MeterFeed;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The offering, which must be a draft. */
  readonly offeringId: string | number;
  /** When a month of a RECURRING charge is billed. It cannot be changed later. */
  readonly timing?: ChargeTiming;
  /** Its name in plain English, such as Payslips. */
  readonly title: string;
  /** Units that a body typically uses in a year for every 1,000 residents, so that estimates have figures to begin with: up to 9 digits and 4 decimal places. */
  readonly typicalPerThousand?: string | null | undefined;
  /** One of what is counted, such as payslip. */
  readonly unit: string;
};

/** How the usage of a period becomes one quantity. More may be added. */
export type MeterAggregation =
  /** The events are counted; their quantities do not matter. */
  | 'COUNT'
  /** The quantity that was sent last, by the time of the event. */
  | 'LAST'
  /** The highest quantity that was sent. */
  | 'MAX'
  /** The quantities are added up. */
  | 'SUM'
  /** Each quantity is a level that holds until the next one; the average of the month by the time that it held. */
  | 'TIME_WEIGHTED'
  /** How many different values were sent; of each only a digest is kept. */
  | 'UNIQUE';

/** How the usage of a meter comes. More may be added. */
export type MeterFeed =
  /** As events, from a sender or typed in. */
  | 'EVENTS'
  /** As one figure a month, which a service manager files in a usage return. */
  | 'RETURN';

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

export type MeterAddOfferingQueryVariables = Exact<{
  id: string | number;
}>;


export type MeterAddOfferingQuery = { readonly offering: { readonly id: string, readonly title: string, readonly state: OfferingState, readonly framework: { readonly id: string, readonly title: string, readonly lead: { readonly id: string } } } };

export type MeterAddMutationVariables = Exact<{
  input: MeterAddInput;
}>;


export type MeterAddMutation = { readonly meterAdd: { readonly meter: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const MeterAddOffering: Operation<MeterAddOfferingQuery, MeterAddOfferingQueryVariables> = {
  name: 'MeterAddOffering',
  text: "query MeterAddOffering($id: ID!) { offering(id: $id) { id title state framework { id title lead { id } } } }",
};
export const MeterAdd: Operation<MeterAddMutation, MeterAddMutationVariables> = {
  name: 'MeterAdd',
  text: "mutation MeterAdd($input: MeterAddInput!) { meterAdd(input: $input) { meter { id } userErrors { message path nextStep } } }",
};
