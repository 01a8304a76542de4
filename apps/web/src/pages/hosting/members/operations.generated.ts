// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where an access agreement stands. More may be added. */
export type AccessAgreementState =
  /** In force. */
  | 'COUNTERSIGNED'
  /** Stopped for now. */
  | 'ON_HOLD'
  /** The body can sign it. */
  | 'SENT'
  /** The body has signed; the lead authority countersigns next. */
  | 'SIGNED'
  /** Another agreement has taken its place. */
  | 'SUPERSEDED'
  /** Ended. */
  | 'TERMINATED';

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

export type MemberAgreementsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MemberAgreementsQuery = { readonly agreements: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly memberId: string, readonly memberName: string, readonly frameworkTitle: string, readonly state: AccessAgreementState, readonly sentAt: string, readonly signature: { readonly at: string } | null, readonly countersignature: { readonly at: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type MemberCallOffsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MemberCallOffsQuery = { readonly callOffs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reference: string, readonly memberId: string, readonly memberName: string, readonly offeringTitle: string, readonly startsOn: string, readonly endsOn: string, readonly state: CallOffState, readonly value: { readonly amount: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export const MemberAgreements: Operation<MemberAgreementsQuery, MemberAgreementsQueryVariables> = {
  name: 'MemberAgreements',
  text: "query MemberAgreements($after: String) { agreements(first: 25, after: $after) { edges { node { id memberId memberName frameworkTitle state sentAt signature { at } countersignature { at } } } pageInfo { hasNextPage endCursor } } }",
};
export const MemberCallOffs: Operation<MemberCallOffsQuery, MemberCallOffsQueryVariables> = {
  name: 'MemberCallOffs',
  text: "query MemberCallOffs($after: String) { callOffs(first: 25, after: $after) { edges { node { id reference memberId memberName offeringTitle startsOn endsOn state value { amount } } } pageInfo { hasNextPage endCursor } } }",
};
