// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** Which service to award, for how long and how much. */
export type CallOffAwardInput = {
  /** The last day of the term. */
  readonly endsOn: string;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** Units of what the offering charges each month or once; one unit of each that is left out. */
  readonly items?: ReadonlyArray<CallOffItemInput>;
  /** The offering, which an approved opt-in of your body must have chosen. */
  readonly offeringId: string | number;
  /** The first day of the term, no more than 3 months ago. */
  readonly startsOn: string;
  /** What it is estimated to be worth over its term, in pounds without VAT. */
  readonly value: string;
};

/** How many units of what is not metered. */
export type CallOffItemInput = {
  /** The meter, charged each month or once. */
  readonly meterId: string | number;
  /** Units: more than 0, up to 9 digits and 4 decimal places. */
  readonly units: string;
};

/** What makes a charge due. More may be added. */
export type ChargeKind =
  /** The first day of a call-off. */
  | 'ONE_TIME'
  /** Each month of a call-off, by the days of its term. */
  | 'RECURRING'
  /** Use that is metered. */
  | 'USAGE';

export type ApprovedOptInsQueryVariables = Exact<{ [key: string]: never; }>;


export type ApprovedOptInsQuery = { readonly optIns: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly reference: string, readonly frameworkId: string, readonly frameworkTitle: string, readonly leadName: string, readonly targetStartOn: string | null, readonly offerings: ReadonlyArray<{ readonly offeringId: string, readonly title: string, readonly isOpen: boolean }> } }> } };

export type LimitsOfFrameworkQueryVariables = Exact<{
  id: string | number;
}>;


export type LimitsOfFrameworkQuery = { readonly framework: { readonly endsOn: string, readonly maxTermMonths: number, readonly offerings: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly title: string, readonly meters: ReadonlyArray<{ readonly id: string, readonly title: string, readonly unit: string, readonly charge: ChargeKind }> } }> } } };

export type AwardCallOffMutationVariables = Exact<{
  input: CallOffAwardInput;
}>;


export type AwardCallOffMutation = { readonly callOffAward: { readonly callOff: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const ApprovedOptIns: Operation<ApprovedOptInsQuery, ApprovedOptInsQueryVariables> = {
  name: 'ApprovedOptIns',
  text: "query ApprovedOptIns { optIns(first: 50, states: [APPROVED]) { edges { node { id reference frameworkId frameworkTitle leadName targetStartOn offerings { offeringId title isOpen } } } } }",
};
export const LimitsOfFramework: Operation<LimitsOfFrameworkQuery, LimitsOfFrameworkQueryVariables> = {
  name: 'LimitsOfFramework',
  text: "query LimitsOfFramework($id: ID!) { framework(id: $id) { endsOn maxTermMonths offerings(first: 100) { edges { node { id title meters { id title unit charge } } } } } }",
};
export const AwardCallOff: Operation<AwardCallOffMutation, AwardCallOffMutationVariables> = {
  name: 'AwardCallOff',
  text: "mutation AwardCallOff($input: CallOffAwardInput!) { callOffAward(input: $input) { callOff { id } userErrors { message path nextStep } } }",
};
