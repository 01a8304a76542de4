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

/** Whether the body has decided to join. More may be added. */
export type DecisionChoice =
  /** The decision is made and published. */
  | 'MADE'
  /** It will be made before the agreement is signed. */
  | 'TO_FOLLOW';

/** Where an opt-in stands. More may be added. */
export type OptInState =
  /** The lead authority approved it. */
  | 'APPROVED'
  /** Every service that it chose is called off. */
  | 'CONVERTED'
  /** The lead authority declined it, with a reason. */
  | 'DECLINED'
  /** Started; nothing has been told yet. */
  | 'DRAFT'
  /** The body is working on it. */
  | 'IN_PROGRESS'
  /** The body has laid it aside, without penalty. */
  | 'PAUSED'
  /** It came back with questions. */
  | 'RETURNED'
  /** The lead authority has it. */
  | 'SUBMITTED'
  /** Somebody at the lead authority is looking at it. */
  | 'UNDER_REVIEW'
  /** The body took it back. */
  | 'WITHDRAWN';

/** What a person may do for a body. More may be added. */
export type Role =
  /** Countersigns for the lead authority and gives its roles. */
  | 'LEAD_APPROVER'
  /** Reads everything of the lead authority's and changes nothing. */
  | 'LEAD_AUDITOR'
  /** Keeps the lead authority's catalogue and reviews opt-ins. */
  | 'LEAD_CATALOGUE_MANAGER'
  /** Approves and issues invoices that somebody else prepared. */
  | 'LEAD_FINANCE_APPROVER'
  /** Prepares billing runs and records receipts. */
  | 'LEAD_FINANCE_PREPARER'
  /** Sends usage and looks after what is in quarantine. */
  | 'LEAD_SERVICE_MANAGER'
  /** Runs the service and appoints lead authorities; sees no money. */
  | 'PLATFORM_OPERATOR'
  /** Looks after the body's workspace and gives its roles. */
  | 'TENANT_ADMIN'
  /** Reads everything of the body's and changes nothing. */
  | 'TENANT_AUDITOR'
  /** Prepares opt-ins and awards call-offs. */
  | 'TENANT_CLIENT_LEAD'
  /** Advises on the use of personal data. */
  | 'TENANT_DPO'
  /** Records purchase orders and sees bills. */
  | 'TENANT_FINANCE'
  /** Signs agreements for the body. */
  | 'TENANT_SIGNATORY'
  /** Answers for the business case. */
  | 'TENANT_SPONSOR';

export type AgreementQueryVariables = Exact<{
  id: string | number;
}>;


export type AgreementQuery = { readonly agreement: { readonly id: string, readonly frameworkId: string, readonly frameworkTitle: string, readonly memberId: string, readonly memberName: string, readonly leadId: string, readonly leadName: string, readonly state: AccessAgreementState, readonly sentAt: string, readonly terms: { readonly version: string, readonly text: string, readonly sha256: string }, readonly signature: { readonly name: string, readonly role: string, readonly at: string } | null, readonly countersignature: { readonly name: string, readonly role: string, readonly at: string } | null } };

export type BeforeSigningQueryVariables = Exact<{ [key: string]: never; }>;


export type BeforeSigningQuery = { readonly optIns: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly frameworkId: string, readonly state: OptInState, readonly tasks: ReadonlyArray<{ readonly authority: { readonly decision: DecisionChoice | null, readonly effectiveOn: string | null, readonly exemptReason: string | null } | null }> } }> }, readonly people: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly roles: ReadonlyArray<Role> } }> } };

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
  text: "query Agreement($id: ID!) { agreement(id: $id) { id frameworkId frameworkTitle memberId memberName leadId leadName state sentAt terms { version text sha256 } signature { name role at } countersignature { name role at } } }",
};
export const BeforeSigning: Operation<BeforeSigningQuery, BeforeSigningQueryVariables> = {
  name: 'BeforeSigning',
  text: "query BeforeSigning { optIns(first: 20, states: [APPROVED, CONVERTED]) { edges { node { id frameworkId state tasks { authority { decision effectiveOn exemptReason } } } } } people(first: 100) { edges { node { name roles } } } }",
};
export const SignAgreement: Operation<SignAgreementMutation, SignAgreementMutationVariables> = {
  name: 'SignAgreement',
  text: "mutation SignAgreement($input: AgreementSignInput!) { agreementSign(input: $input) { userErrors { message path nextStep } } }",
};
export const CountersignAgreement: Operation<CountersignAgreementMutation, CountersignAgreementMutationVariables> = {
  name: 'CountersignAgreement',
  text: "mutation CountersignAgreement($input: AgreementCountersignInput!) { agreementCountersign(input: $input) { userErrors { message path nextStep } } }",
};
