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

/** How a month is not like the three before it. More may be added. */
export type UnusualUsageKind =
  /** No usage, after usage in the three months before. */
  | 'GAP'
  /** More than the framework's limit over the mean of the three months before. */
  | 'SPIKE';

/** Where a usage return stands. More may be added. */
export type UsageReturnState =
  /** It is to be filed, or was sent back; its last day is not over. */
  | 'DUE'
  /** It is to be filed, or was sent back; its last day is over. */
  | 'LATE'
  /** The bill of its month was issued. */
  | 'LOCKED'
  /** A later version stands in its place. */
  | 'REPLACED'
  /** It was filed; a figure is unusual and nobody has said why. */
  | 'SUBMITTED'
  /** It was filed; its figures are usual, or explained. */
  | 'VALIDATED';

export type UsageOfMonthQueryVariables = Exact<{
  id: string | number;
  month: string;
}>;


export type UsageOfMonthQuery = { readonly callOff: { readonly id: string, readonly reference: string, readonly offeringId: string, readonly offeringTitle: string, readonly memberName: string, readonly startsOn: string, readonly endsOn: string }, readonly usageByDay: ReadonlyArray<{ readonly meterId: string, readonly day: string, readonly quantity: string, readonly events: number }>, readonly usageOfMonth: ReadonlyArray<{ readonly meterId: string, readonly quantity: string, readonly events: number }>, readonly usageReturn: { readonly month: string, readonly state: UsageReturnState } | null, readonly unusualUsage: { readonly edges: ReadonlyArray<{ readonly node: { readonly meterId: string, readonly meterTitle: string, readonly kind: UnusualUsageKind, readonly quantity: string, readonly mean: string, readonly explanations: ReadonlyArray<{ readonly text: string }> } }> }, readonly usageForecast: ReadonlyArray<{ readonly meterId: string, readonly monthEnd: string, readonly yearEnd: string }> };

export type MetersOfOfferingQueryVariables = Exact<{
  offeringId: string | number;
}>;


export type MetersOfOfferingQuery = { readonly offering: { readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly unit: string, readonly code: string, readonly aggregation: MeterAggregation, readonly charge: ChargeKind }> } };

export const UsageOfMonth: Operation<UsageOfMonthQuery, UsageOfMonthQueryVariables> = {
  name: 'UsageOfMonth',
  text: "query UsageOfMonth($id: ID!, $month: String!) { callOff(id: $id) { id reference offeringId offeringTitle memberName startsOn endsOn } usageByDay(callOffId: $id, month: $month) { meterId day quantity events } usageOfMonth(callOffId: $id, month: $month) { meterId quantity events } usageReturn(callOffId: $id, month: $month) { month state } unusualUsage(callOffId: $id, first: 100, month: $month) { edges { node { meterId meterTitle kind quantity mean explanations { text } } } } usageForecast(callOffId: $id) { meterId monthEnd yearEnd } }",
};
export const MetersOfOffering: Operation<MetersOfOfferingQuery, MetersOfOfferingQueryVariables> = {
  name: 'MetersOfOffering',
  text: "query MetersOfOffering($offeringId: ID!) { offering(id: $offeringId) { meters { id title unit code aggregation charge } } }",
};
