// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Where a framework stands; it follows from publishing and the dates. More may be added. */
export type FrameworkState =
  /** Published; its first day is still to come. */
  | 'COMING'
  /** Not published: only its lead authority sees it. */
  | 'DRAFT'
  /** Its last day is over; call-offs in place go on until their own end. */
  | 'EXPIRED'
  /** Call-offs can be awarded. */
  | 'LIVE';

/** Where an offering stands. More may be added. */
export type OfferingState =
  /** Not published: only its lead authority sees it. */
  | 'DRAFT'
  /** Open to new members. */
  | 'PUBLISHED'
  /** Closed to new members for now; those who have it keep it. */
  | 'SUSPENDED'
  /** Closed to new members for good; those who have it keep it until their end dates. */
  | 'WITHDRAWN';

/** Which services of which framework to opt in to. */
export type OptInStartInput = {
  /** The framework. */
  readonly frameworkId: string | number;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** The offerings, 50 at most. */
  readonly offeringIds: ReadonlyArray<string | number>;
  /** When you would like to begin; it commits to nothing. */
  readonly targetStartOn?: string | null | undefined;
};

export type FrameworksToJoinQueryVariables = Exact<{ [key: string]: never; }>;


export type FrameworksToJoinQuery = { readonly frameworks: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly summary: string, readonly state: FrameworkState, readonly lead: { readonly name: string } } }> } };

export type ServicesToChooseQueryVariables = Exact<{
  frameworkId: string | number;
}>;


export type ServicesToChooseQuery = { readonly framework: { readonly id: string, readonly title: string, readonly state: FrameworkState, readonly startsOn: string, readonly endsOn: string, readonly lead: { readonly name: string }, readonly offerings: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly summary: string, readonly state: OfferingState, readonly closedReason: string | null } }> } }, readonly optIns: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reference: string, readonly offerings: ReadonlyArray<{ readonly offeringId: string, readonly isOpen: boolean }> } }> } };

export type StartOptInMutationVariables = Exact<{
  input: OptInStartInput;
}>;


export type StartOptInMutation = { readonly optInStart: { readonly optIn: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const FrameworksToJoin: Operation<FrameworksToJoinQuery, FrameworksToJoinQueryVariables> = {
  name: 'FrameworksToJoin',
  text: "query FrameworksToJoin { frameworks(first: 50) { edges { node { id title summary state lead { name } } } } }",
};
export const ServicesToChoose: Operation<ServicesToChooseQuery, ServicesToChooseQueryVariables> = {
  name: 'ServicesToChoose',
  text: "query ServicesToChoose($frameworkId: ID!) { framework(id: $frameworkId) { id title state startsOn endsOn lead { name } offerings(first: 100) { edges { node { id title summary state closedReason } } } } optIns(first: 100) { edges { node { id reference offerings { offeringId isOpen } } } } }",
};
export const StartOptIn: Operation<StartOptInMutation, StartOptInMutationVariables> = {
  name: 'StartOptIn',
  text: "mutation StartOptIn($input: OptInStartInput!) { optInStart(input: $input) { optIn { id } userErrors { message path nextStep } } }",
};
