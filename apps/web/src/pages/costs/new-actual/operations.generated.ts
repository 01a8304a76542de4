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

/** What a service did cost in a year that is over. */
export type CostActualProposeInput = {
  /** The cost in pounds, without what the year before carried on. */
  readonly cost: string;
  /** For a driver: a meter whose use in the year tells the figures, instead of entering them. */
  readonly driverMeterId?: string | number | null | undefined;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** For a driver: the actual figures, one for every member of the year. Fixed shares stay. */
  readonly members?: ReadonlyArray<CostMemberInput>;
  /** The offering. */
  readonly offeringId: string | number;
  /** What becomes of the difference. */
  readonly settlement: CostSettlement;
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

/** What becomes of the difference between a year's cost and what was charged. More may be added. */
export type CostSettlement =
  /** It is carried on, as a part of the next year's estimate. */
  | 'CARRY'
  /** It is charged or credited, as the true-up. */
  | 'TRUE_UP';

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

export type ToCloseQueryVariables = Exact<{
  offeringId: string | number;
  year: string;
}>;


export type ToCloseQuery = { readonly offering: { readonly id: string, readonly title: string, readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly aggregation: MeterAggregation, readonly charge: ChargeKind, readonly isKept: boolean }> }, readonly costYearMembers: ReadonlyArray<{ readonly memberId: string, readonly memberName: string }> };

export type ProposeActualMutationVariables = Exact<{
  input: CostActualProposeInput;
}>;


export type ProposeActualMutation = { readonly costActualPropose: { readonly costScheme: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const ToClose: Operation<ToCloseQuery, ToCloseQueryVariables> = {
  name: 'ToClose',
  text: "query ToClose($offeringId: ID!, $year: String!) { offering(id: $offeringId) { id title meters { id title aggregation charge isKept } } costYearMembers(offeringId: $offeringId, year: $year) { memberId memberName } }",
};
export const ProposeActual: Operation<ProposeActualMutation, ProposeActualMutationVariables> = {
  name: 'ProposeActual',
  text: "mutation ProposeActual($input: CostActualProposeInput!) { costActualPropose(input: $input) { costScheme { id } userErrors { message path nextStep } } }",
};
