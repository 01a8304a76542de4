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

/** Which opt-in, as you read it. */
export type OptInPauseInput = {
  /** The opt-in. */
  readonly optInId: string | number;
  /** The version of the opt-in that you read. */
  readonly version: number;
};

/** Which opt-in, as you read it. */
export type OptInResumeInput = {
  /** The opt-in. */
  readonly optInId: string | number;
  /** The version of the opt-in that you read. */
  readonly version: number;
};

/** Which opt-in, as you read it. */
export type OptInWithdrawInput = {
  /** The opt-in. */
  readonly optInId: string | number;
  /** The version of the opt-in that you read. */
  readonly version: number;
};

export type AgreementsOfMemberQueryVariables = Exact<{ [key: string]: never; }>;


export type AgreementsOfMemberQuery = { readonly agreements: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly frameworkId: string, readonly state: AccessAgreementState } }> } };

export type PauseOptInMutationVariables = Exact<{
  input: OptInPauseInput;
}>;


export type PauseOptInMutation = { readonly optInPause: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type ResumeOptInMutationVariables = Exact<{
  input: OptInResumeInput;
}>;


export type ResumeOptInMutation = { readonly optInResume: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type WithdrawOptInMutationVariables = Exact<{
  input: OptInWithdrawInput;
}>;


export type WithdrawOptInMutation = { readonly optInWithdraw: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const AgreementsOfMember: Operation<AgreementsOfMemberQuery, AgreementsOfMemberQueryVariables> = {
  name: 'AgreementsOfMember',
  text: "query AgreementsOfMember { agreements(first: 100) { edges { node { id frameworkId state } } } }",
};
export const PauseOptIn: Operation<PauseOptInMutation, PauseOptInMutationVariables> = {
  name: 'PauseOptIn',
  text: "mutation PauseOptIn($input: OptInPauseInput!) { optInPause(input: $input) { userErrors { message path nextStep } } }",
};
export const ResumeOptIn: Operation<ResumeOptInMutation, ResumeOptInMutationVariables> = {
  name: 'ResumeOptIn',
  text: "mutation ResumeOptIn($input: OptInResumeInput!) { optInResume(input: $input) { userErrors { message path nextStep } } }",
};
export const WithdrawOptIn: Operation<WithdrawOptInMutation, WithdrawOptInMutationVariables> = {
  name: 'WithdrawOptIn',
  text: "mutation WithdrawOptIn($input: OptInWithdrawInput!) { optInWithdraw(input: $input) { userErrors { message path nextStep } } }",
};
