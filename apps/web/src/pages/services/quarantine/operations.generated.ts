// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type QuarantineQueryVariables = Exact<{
  state?: QuarantineState | null | undefined;
  after?: string | null | undefined;
}>;


export type QuarantineQuery = { readonly quarantine: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly state: QuarantineState, readonly memberId: string, readonly leadId: string, readonly callOff: string | null, readonly type: string, readonly quantity: string | null, readonly time: string, readonly reason: string, readonly receivedAt: string, readonly receiptNumber: string, readonly resolution: string | null, readonly resolvedAt: string | null, readonly name: { readonly source: string, readonly eventId: string } } }>, readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null } }, readonly callOffs: { readonly edges: ReadonlyArray<{ readonly node: { readonly memberId: string, readonly memberName: string, readonly leadId: string, readonly leadName: string } }> } };

export const Quarantine: Operation<QuarantineQuery, QuarantineQueryVariables> = {
  name: 'Quarantine',
  text: "query Quarantine($state: QuarantineState, $after: String) { quarantine(first: 20, state: $state, after: $after) { edges { node { id state memberId leadId name { source eventId } callOff type quantity time reason receivedAt receiptNumber resolution resolvedAt } } pageInfo { hasNextPage endCursor } } callOffs(first: 100) { edges { node { memberId memberName leadId leadName } } } }",
};
