// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type UsageMonthQueryVariables = Exact<{
  month: string;
}>;


export type UsageMonthQuery = { readonly firstCallOffStartsOn: string | null, readonly usageReturns: { readonly edges: ReadonlyArray<{ readonly node: { readonly callOffId: string, readonly callOffReference: string, readonly offeringTitle: string, readonly memberName: string, readonly month: string, readonly dueOn: string, readonly state: UsageReturnState, readonly missing: boolean } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly unusualUsage: { readonly edges: ReadonlyArray<{ readonly node: { readonly callOffId: string, readonly callOffReference: string, readonly memberName: string, readonly meterId: string, readonly meterTitle: string, readonly month: string, readonly kind: UnusualUsageKind, readonly quantity: string, readonly mean: string, readonly explanations: ReadonlyArray<{ readonly text: string }> } }>, readonly pageInfo: { readonly hasNextPage: boolean } }, readonly usageDaysMissing: { readonly edges: ReadonlyArray<{ readonly node: { readonly day: string, readonly source: string, readonly memberName: string, readonly expected: string, readonly received: string } }>, readonly pageInfo: { readonly hasNextPage: boolean } } };

export const UsageMonth: Operation<UsageMonthQuery, UsageMonthQueryVariables> = {
  name: 'UsageMonth',
  text: "query UsageMonth($month: String!) { firstCallOffStartsOn usageReturns(first: 100, month: $month) { edges { node { callOffId callOffReference offeringTitle memberName month dueOn state missing } } pageInfo { hasNextPage } } unusualUsage(first: 100, month: $month) { edges { node { callOffId callOffReference memberName meterId meterTitle month kind quantity mean explanations { text } } } pageInfo { hasNextPage } } usageDaysMissing(first: 100, month: $month) { edges { node { day source memberName expected received } } pageInfo { hasNextPage } } }",
};
