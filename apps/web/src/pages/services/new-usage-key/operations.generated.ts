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

/** A key with which a system is to send usage. */
export type UsageKeyCreateInput = {
  /** The call-offs that it may write for, all under one lead authority. */
  readonly callOffIds: ReadonlyArray<string | number>;
  /** The last day on which it can be used, at most a year away. */
  readonly expiresOn: string;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** What to call it, such as "Payroll system". */
  readonly label: string;
  /** The source that each of its events will name, such as payroll-system. */
  readonly source: string;
};

export type CallOffsForKeyQueryVariables = Exact<{ [key: string]: never; }>;


export type CallOffsForKeyQuery = { readonly callOffs: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reference: string, readonly offeringTitle: string, readonly memberName: string, readonly leadName: string, readonly state: CallOffState } }> } };

export type CreateUsageKeyMutationVariables = Exact<{
  input: UsageKeyCreateInput;
}>;


export type CreateUsageKeyMutation = { readonly usageKeyCreate: { readonly secret: string | null, readonly usageKey: { readonly label: string, readonly source: string, readonly prefix: string, readonly expiresAt: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const CallOffsForKey: Operation<CallOffsForKeyQuery, CallOffsForKeyQueryVariables> = {
  name: 'CallOffsForKey',
  text: "query CallOffsForKey { callOffs(first: 100) { edges { node { id reference offeringTitle memberName leadName state } } } }",
};
export const CreateUsageKey: Operation<CreateUsageKeyMutation, CreateUsageKeyMutationVariables> = {
  name: 'CreateUsageKey',
  text: "mutation CreateUsageKey($input: UsageKeyCreateInput!) { usageKeyCreate(input: $input) { secret usageKey { label source prefix expiresAt } userErrors { message path nextStep } } }",
};
