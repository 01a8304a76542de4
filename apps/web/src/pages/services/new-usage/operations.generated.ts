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

/** What a usage event is called: its id is given once by its source. */
export type UsageEventNameInput = {
  /** Its id. */
  readonly eventId: string;
  /** The source that sent it; manual when a person recorded it. */
  readonly source: string;
};

/** Usage to record by hand, or a correction of usage. */
export type UsageRecordInput = {
  /** The call-off that was used. */
  readonly callOffId: string | number;
  /** The record that this one replaces, whoever sent it. */
  readonly corrects?: UsageEventNameInput | null | undefined;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The meter, of the offering of the call-off. */
  readonly meterId: string | number;
  /** The quantity, 0 or more; of a correction, what is right instead, 0 to withdraw. A meter that counts events or different values needs none. */
  readonly quantity?: string | null | undefined;
  /** The day of the usage; a correction counts on the day of what it corrects. */
  readonly usedOn: string;
  /** For a meter that counts different values: what tells one from another. Only a digest of it is kept. */
  readonly value?: string | null | undefined;
};

export type CallOffToRecordForQueryVariables = Exact<{
  id: string | number;
}>;


export type CallOffToRecordForQuery = { readonly callOff: { readonly id: string, readonly reference: string, readonly offeringId: string, readonly offeringTitle: string, readonly memberName: string, readonly startsOn: string, readonly endsOn: string } };

export type MetersToRecordQueryVariables = Exact<{
  offeringId: string | number;
}>;


export type MetersToRecordQuery = { readonly offering: { readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly unit: string, readonly aggregation: MeterAggregation, readonly charge: ChargeKind }> } };

export type RecordUsageMutationVariables = Exact<{
  input: UsageRecordInput;
}>;


export type RecordUsageMutation = { readonly usageRecord: { readonly usageRecord: { readonly day: string, readonly meterId: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const CallOffToRecordFor: Operation<CallOffToRecordForQuery, CallOffToRecordForQueryVariables> = {
  name: 'CallOffToRecordFor',
  text: "query CallOffToRecordFor($id: ID!) { callOff(id: $id) { id reference offeringId offeringTitle memberName startsOn endsOn } }",
};
export const MetersToRecord: Operation<MetersToRecordQuery, MetersToRecordQueryVariables> = {
  name: 'MetersToRecord',
  text: "query MetersToRecord($offeringId: ID!) { offering(id: $offeringId) { meters { id title unit aggregation charge } } }",
};
export const RecordUsage: Operation<RecordUsageMutation, RecordUsageMutationVariables> = {
  name: 'RecordUsage',
  text: "mutation RecordUsage($input: UsageRecordInput!) { usageRecord(input: $input) { usageRecord { day meterId } userErrors { message path nextStep } } }",
};
