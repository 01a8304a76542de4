// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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
  /** The quantity, 0 or more; of a correction, what is right instead, 0 to withdraw. */
  readonly quantity: string;
  /** The day of the usage; a correction counts on the day of what it corrects. */
  readonly usedOn: string;
};

export type CallOffToRecordForQueryVariables = Exact<{
  id: string | number;
}>;


export type CallOffToRecordForQuery = { readonly callOff: { readonly id: string, readonly reference: string, readonly offeringId: string, readonly offeringTitle: string, readonly memberName: string, readonly startsOn: string, readonly endsOn: string } };

export type MetersToRecordQueryVariables = Exact<{
  offeringId: string | number;
}>;


export type MetersToRecordQuery = { readonly offering: { readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly unit: string }> } };

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
  text: "query MetersToRecord($offeringId: ID!) { offering(id: $offeringId) { meters { id title unit } } }",
};
export const RecordUsage: Operation<RecordUsageMutation, RecordUsageMutationVariables> = {
  name: 'RecordUsage',
  text: "mutation RecordUsage($input: UsageRecordInput!) { usageRecord(input: $input) { usageRecord { day meterId } userErrors { message path nextStep } } }",
};
