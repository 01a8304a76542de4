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

/** Whether a public body still exists. */
export type BodyStanding =
  /** It closed; its successors are named where they are known. */
  | 'ABOLISHED'
  /** It exists. */
  | 'ACTIVE';

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

export type MemberPageQueryVariables = Exact<{
  bodyId: string | number;
  after?: string | null | undefined;
}>;


export type MemberPageQuery = { readonly body: { readonly id: string, readonly name: string, readonly type: string, readonly region: string | null, readonly standing: BodyStanding, readonly endedOn: string | null, readonly emailDomains: ReadonlyArray<string> }, readonly agreements: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly frameworkTitle: string, readonly state: AccessAgreementState, readonly sentAt: string, readonly signature: { readonly at: string, readonly name: string, readonly role: string } | null, readonly countersignature: { readonly at: string, readonly name: string, readonly role: string } | null, readonly terms: { readonly version: string } } }> }, readonly callOffs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reference: string, readonly offeringTitle: string, readonly startsOn: string, readonly endsOn: string, readonly state: CallOffState, readonly value: { readonly amount: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export const MemberPage: Operation<MemberPageQuery, MemberPageQueryVariables> = {
  name: 'MemberPage',
  text: "query MemberPage($bodyId: ID!, $after: String) { body(id: $bodyId) { id name type region standing endedOn emailDomains } agreements(memberId: $bodyId, first: 50) { edges { node { id frameworkTitle state sentAt signature { at name role } countersignature { at name role } terms { version } } } } callOffs(memberId: $bodyId, first: 25, after: $after) { edges { node { id reference offeringTitle startsOn endsOn state value { amount } } } pageInfo { hasNextPage endCursor } } }",
};
