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

export type AgreementsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type AgreementsQuery = { readonly agreements: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly frameworkTitle: string, readonly memberName: string, readonly leadName: string, readonly state: AccessAgreementState, readonly sentAt: string, readonly signature: { readonly name: string, readonly at: string } | null, readonly countersignature: { readonly name: string, readonly at: string } | null } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export const Agreements: Operation<AgreementsQuery, AgreementsQueryVariables> = {
  name: 'Agreements',
  text: "query Agreements($after: String) { agreements(first: 20, after: $after) { edges { node { id frameworkTitle memberName leadName state sentAt signature { name at } countersignature { name at } } } pageInfo { hasNextPage endCursor } } }",
};
