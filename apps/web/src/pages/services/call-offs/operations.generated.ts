// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where a call-off stands today. More may be added. */
export type CallOffState =
  /** Awarded; its first day is still to come. */
  | 'AWARDED'
  /** Ended, with everything settled. */
  | 'CLOSED'
  /** Its last day is over. */
  | 'EXPIRED'
  /** It runs. */
  | 'LIVE'
  /** Notice was given. */
  | 'NOTICE_GIVEN'
  /** It was ended before its last day. */
  | 'TERMINATED';

export type CallOffsQueryVariables = Exact<{
  after?: string | null | undefined;
  month: string;
  mayPreview: boolean;
}>;


export type CallOffsQuery = { readonly callOffs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reference: string, readonly offeringTitle: string, readonly memberName: string, readonly leadId: string, readonly leadName: string, readonly startsOn: string, readonly endsOn: string, readonly state: CallOffState, readonly value: { readonly amount: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly billingPreview?: ReadonlyArray<{ readonly leadId: string, readonly holds: ReadonlyArray<{ readonly code: string }>, readonly lines: ReadonlyArray<{ readonly callOffId: string, readonly net: { readonly amount: string } }> }> };

export const CallOffs: Operation<CallOffsQuery, CallOffsQueryVariables> = {
  name: 'CallOffs',
  text: "query CallOffs($after: String, $month: String!, $mayPreview: Boolean!) { callOffs(first: 20, after: $after) { edges { node { id reference offeringTitle memberName leadId leadName startsOn endsOn state value { amount } } } pageInfo { hasNextPage endCursor } } billingPreview(month: $month) @include(if: $mayPreview) { leadId holds { code } lines { callOffId net { amount } } } }",
};
