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

/** Which agreement, and in which role you sign it. */
export type AgreementCountersignInput = {
  /** The agreement. */
  readonly agreementId: string | number;
  /** Your role in the lead authority, such as Head of Legal Services. */
  readonly role: string;
};

/** What you read, and in which role you sign it. */
export type AgreementSignInput = {
  /** The agreement. */
  readonly agreementId: string | number;
  /** Whether you confirm that you have authority to sign for the body. */
  readonly confirmsAuthority: boolean;
  /** Your role in the body, such as Director of Resources. */
  readonly role: string;
  /** SHA-256 of the text that you read, in hex. */
  readonly textSha256: string;
  /** The version that you read. */
  readonly version: string;
};

export type AgreementQueryVariables = Exact<{
  id: string | number;
}>;


export type AgreementQuery = { readonly agreement: { readonly id: string, readonly frameworkTitle: string, readonly memberId: string, readonly memberName: string, readonly leadId: string, readonly leadName: string, readonly state: AccessAgreementState, readonly sentAt: string, readonly terms: { readonly version: string, readonly text: string, readonly sha256: string }, readonly signature: { readonly name: string, readonly role: string, readonly at: string } | null, readonly countersignature: { readonly name: string, readonly role: string, readonly at: string } | null } };

export type SignAgreementMutationVariables = Exact<{
  input: AgreementSignInput;
}>;


export type SignAgreementMutation = { readonly agreementSign: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export type CountersignAgreementMutationVariables = Exact<{
  input: AgreementCountersignInput;
}>;


export type CountersignAgreementMutation = { readonly agreementCountersign: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const Agreement: Operation<AgreementQuery, AgreementQueryVariables> = {
  name: 'Agreement',
  text: "query Agreement($id: ID!) { agreement(id: $id) { id frameworkTitle memberId memberName leadId leadName state sentAt terms { version text sha256 } signature { name role at } countersignature { name role at } } }",
};
export const SignAgreement: Operation<SignAgreementMutation, SignAgreementMutationVariables> = {
  name: 'SignAgreement',
  text: "mutation SignAgreement($input: AgreementSignInput!) { agreementSign(input: $input) { userErrors { message path nextStep } } }",
};
export const CountersignAgreement: Operation<CountersignAgreementMutation, CountersignAgreementMutationVariables> = {
  name: 'CountersignAgreement',
  text: "mutation CountersignAgreement($input: AgreementCountersignInput!) { agreementCountersign(input: $input) { userErrors { message path nextStep } } }",
};
