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

/** What the shares of a cost follow from. More may be added. */
export type CostBasis =
  /** A figure of each member, such as its calls. */
  | 'DRIVER'
  /** The same for everyone, by the months that each has the service. */
  | 'EQUAL'
  /** As entered, in per cent. */
  | 'FIXED'
  /** The population in the register, by the months that each has the service. */
  | 'PER_HEAD';

/** What a service is expected to cost in a year, and how that is shared. */
export type CostEstimateProposeInput = {
  /** What the shares follow from. */
  readonly basis: CostBasis;
  /** The cost in pounds, without what the year before carries on. */
  readonly cost: string;
  /** By how many per cent of last year's share a share may change; null for any. */
  readonly dampingPercent?: string | null | undefined;
  /** For a driver: what the figures count, such as Calls answered. A meter is named by its own title. */
  readonly driver?: string | null | undefined;
  /** For a driver: a meter whose use in the year before tells the figures, instead of entering them. */
  readonly driverMeterId?: string | number | null | undefined;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** Fixed shares or figures, one for every member of the year; nothing for other bases. */
  readonly members?: ReadonlyArray<CostMemberInput>;
  /** The offering. */
  readonly offeringId: string | number;
  /** Actual shares take the place of the estimated ones when one of them is further off than so many percentage points. */
  readonly tolerancePoints?: string;
  /** The financial year, such as 2026/27. */
  readonly year: string;
};

/** What is entered for one member. */
export type CostMemberInput = {
  /** For a driver: its figure. */
  readonly figure?: string | null | undefined;
  /** The member. */
  readonly memberId: string | number;
  /** For fixed shares: its share in per cent, with at most 4 decimal places. */
  readonly share?: string | null | undefined;
  /** For a driver: where the figure comes from. */
  readonly source?: string | null | undefined;
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

export type ToEstimateQueryVariables = Exact<{
  offeringId: string | number;
  year: string;
}>;


export type ToEstimateQuery = { readonly offering: { readonly id: string, readonly title: string, readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly aggregation: MeterAggregation, readonly charge: ChargeKind, readonly isKept: boolean }> }, readonly costYearMembers: ReadonlyArray<{ readonly memberId: string, readonly memberName: string, readonly population: number | null, readonly months: number, readonly shareBefore: string | null }> };

export type ProposeEstimateMutationVariables = Exact<{
  input: CostEstimateProposeInput;
}>;


export type ProposeEstimateMutation = { readonly costEstimatePropose: { readonly costScheme: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const ToEstimate: Operation<ToEstimateQuery, ToEstimateQueryVariables> = {
  name: 'ToEstimate',
  text: "query ToEstimate($offeringId: ID!, $year: String!) { offering(id: $offeringId) { id title meters { id title aggregation charge isKept } } costYearMembers(offeringId: $offeringId, year: $year) { memberId memberName population months shareBefore } }",
};
export const ProposeEstimate: Operation<ProposeEstimateMutation, ProposeEstimateMutationVariables> = {
  name: 'ProposeEstimate',
  text: "mutation ProposeEstimate($input: CostEstimateProposeInput!) { costEstimatePropose(input: $input) { costScheme { id } userErrors { message path nextStep } } }",
};
