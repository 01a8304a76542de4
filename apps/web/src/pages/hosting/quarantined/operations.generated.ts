// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which usage in quarantine is not to count, and why. */
export type QuarantineRejectInput = {
  /** The usage in quarantine. */
  readonly quarantineId: string | number;
  /** Why it is not to count. */
  readonly reason: string;
};

/** Which usage to release from quarantine, and what to put right in it. */
export type QuarantineReleaseInput = {
  /** The call-off that it is for; left out, the event says it. */
  readonly callOffId?: string | number | null | undefined;
  /** The code of the right meter; left out, as it was sent. */
  readonly meterCode?: string | null | undefined;
  /** Why, for whoever looks at it later. */
  readonly note?: string | null | undefined;
  /** The right quantity; left out, as it was sent. */
  readonly quantity?: string | null | undefined;
  /** The usage in quarantine. */
  readonly quarantineId: string | number;
  /** The right time; left out, as it was sent. */
  readonly time?: string | null | undefined;
};

/** What became of usage in quarantine. More may be added. */
export type QuarantineState =
  /** A person has still to decide about it. */
  | 'HELD'
  /** A person decided that it does not count. */
  | 'REJECTED'
  /** A person released it, and it counts. */
  | 'RELEASED'
  /** A person has released it to a member, where it is being recorded. */
  | 'RELEASING';

export type QuarantinedQueryVariables = Exact<{
  id: string | number;
}>;


export type QuarantinedQuery = { readonly quarantinedUsage: { readonly id: string, readonly state: QuarantineState, readonly memberId: string, readonly leadId: string, readonly type: string, readonly time: string, readonly quantity: string | null, readonly callOff: string | null, readonly reason: string, readonly receiptNumber: string, readonly receivedAt: string, readonly resolution: string | null, readonly resolvedAt: string | null, readonly name: { readonly source: string, readonly eventId: string }, readonly corrects: { readonly source: string, readonly eventId: string } | null } };

export type QuarantinedPlacesQueryVariables = Exact<{
  memberId?: string | number | null | undefined;
  bodyId: string | number;
}>;


export type QuarantinedPlacesQuery = { readonly body: { readonly id: string, readonly name: string }, readonly callOffs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reference: string, readonly memberName: string, readonly offeringId: string, readonly offeringTitle: string } }> }, readonly frameworks: { readonly edges: ReadonlyArray<{ readonly node: { readonly offerings: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly meters: ReadonlyArray<{ readonly code: string, readonly title: string }> } }> } } }> } };

export type QuarantineReleaseMutationVariables = Exact<{
  input: QuarantineReleaseInput;
}>;


export type QuarantineReleaseMutation = { readonly quarantineRelease: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type QuarantineRejectMutationVariables = Exact<{
  input: QuarantineRejectInput;
}>;


export type QuarantineRejectMutation = { readonly quarantineReject: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const Quarantined: Operation<QuarantinedQuery, QuarantinedQueryVariables> = {
  name: 'Quarantined',
  text: "query Quarantined($id: ID!) { quarantinedUsage(id: $id) { id state memberId leadId name { source eventId } type time quantity callOff corrects { source eventId } reason receiptNumber receivedAt resolution resolvedAt } }",
};
export const QuarantinedPlaces: Operation<QuarantinedPlacesQuery, QuarantinedPlacesQueryVariables> = {
  name: 'QuarantinedPlaces',
  text: "query QuarantinedPlaces($memberId: ID, $bodyId: ID!) { body(id: $bodyId) { id name } callOffs(memberId: $memberId, first: 100) { edges { node { id reference memberName offeringId offeringTitle } } } frameworks(first: 20) { edges { node { offerings(first: 100) { edges { node { id meters { code title } } } } } } } }",
};
export const QuarantineRelease: Operation<QuarantineReleaseMutation, QuarantineReleaseMutationVariables> = {
  name: 'QuarantineRelease',
  text: "mutation QuarantineRelease($input: QuarantineReleaseInput!) { quarantineRelease(input: $input) { userErrors { message path nextStep } } }",
};
export const QuarantineReject: Operation<QuarantineRejectMutation, QuarantineRejectMutationVariables> = {
  name: 'QuarantineReject',
  text: "mutation QuarantineReject($input: QuarantineRejectInput!) { quarantineReject(input: $input) { userErrors { message path nextStep } } }",
};
