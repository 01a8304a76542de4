// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What kind of document counted usage. More may be added. */
export type CountedOnKind =
  /** A credit note: the month came to less than was billed before. */
  | 'CREDIT_NOTE'
  /** An invoice, on one of its lines. */
  | 'INVOICE';

export type UsageRecordsQueryVariables = Exact<{
  id: string | number;
  meterId: string | number;
  month: string;
  after?: string | null | undefined;
}>;


export type UsageRecordsQuery = { readonly callOff: { readonly id: string, readonly reference: string, readonly offeringId: string, readonly offeringTitle: string, readonly startsOn: string }, readonly usageRecords: { readonly edges: ReadonlyArray<{ readonly node: { readonly day: string, readonly quantity: string, readonly delta: string, readonly occurredAt: string, readonly recordedAt: string, readonly receiptNumber: string, readonly name: { readonly source: string, readonly eventId: string }, readonly corrects: { readonly source: string, readonly eventId: string } | null, readonly countedOn: ReadonlyArray<{ readonly kind: CountedOnKind, readonly documentId: string, readonly number: string, readonly invoiceLineId: string | null }> | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MeterOfOfferingQueryVariables = Exact<{
  offeringId: string | number;
}>;


export type MeterOfOfferingQuery = { readonly offering: { readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly unit: string }> } };

export const UsageRecords: Operation<UsageRecordsQuery, UsageRecordsQueryVariables> = {
  name: 'UsageRecords',
  text: "query UsageRecords($id: ID!, $meterId: ID!, $month: String!, $after: String) { callOff(id: $id) { id reference offeringId offeringTitle startsOn } usageRecords(callOffId: $id, meterId: $meterId, month: $month, first: 50, after: $after) { edges { node { name { source eventId } day quantity delta occurredAt recordedAt receiptNumber corrects { source eventId } countedOn { kind documentId number invoiceLineId } } } pageInfo { hasNextPage endCursor } } }",
};
export const MeterOfOffering: Operation<MeterOfOfferingQuery, MeterOfOfferingQueryVariables> = {
  name: 'MeterOfOffering',
  text: "query MeterOfOffering($offeringId: ID!) { offering(id: $offeringId) { meters { id title unit } } }",
};
