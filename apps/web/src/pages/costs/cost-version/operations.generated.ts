// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** What the shares of a cost follow from. More may be added. */
export type CostBasis =
  /** A figure of each member, such as its calls. */
  | 'DRIVER'
  /** The same for everyone, by the months that each has the service. */
  | 'EQUAL'
  /** As entered, in per cent. */
  | 'FIXED'
  /** The population in the register, by the months that each has the service. */
  | 'PER_HEAD';

/** Which version to agree. */
export type CostSchemeAgreeInput = {
  /** The version; its shares never change. */
  readonly costSchemeId: string | number;
};

/** Where a version stands. More may be added. */
export type CostSchemeState =
  /** An actual cost that waits to be agreed. */
  | 'ACTUAL_PROPOSED'
  /** Agreed; not every member has its share yet. */
  | 'AGREED'
  /** Agreed, and every member has its share. */
  | 'APPLIED'
  /** An estimate that waits to be agreed. */
  | 'ESTIMATED'
  /** Never agreed: a newer version took its place. */
  | 'REPLACED';

/** What becomes of the difference between a year's cost and what was charged. More may be added. */
export type CostSettlement =
  /** It is carried on, as a part of the next year's estimate. */
  | 'CARRY'
  /** It is charged or credited, as the true-up. */
  | 'TRUE_UP';

/** What a version is about. */
export type CostStage =
  /** The cost that a year had. */
  | 'ACTUAL'
  /** The cost that is expected of a year. */
  | 'ESTIMATE';

export type CostVersionQueryVariables = Exact<{
  id: string | number;
}>;


export type CostVersionQuery = { readonly costScheme: { readonly id: string, readonly offeringId: string, readonly offeringTitle: string, readonly year: string, readonly version: number, readonly stage: CostStage, readonly state: CostSchemeState, readonly holds: boolean, readonly basis: CostBasis, readonly driver: string | null, readonly dampingPercent: string | null, readonly tolerancePoints: string, readonly settlement: CostSettlement | null, readonly reshared: boolean | null, readonly mayAgree: boolean, readonly cost: { readonly amount: string }, readonly carried: { readonly amount: string }, readonly charged: { readonly amount: string }, readonly members: ReadonlyArray<{ readonly memberId: string, readonly memberName: string, readonly figure: string | null, readonly figureSource: string | null, readonly months: number, readonly shareBefore: string | null, readonly share: string, readonly amount: { readonly amount: string }, readonly trueUp: { readonly amount: { readonly amount: string } } | null }> } };

export type AgreeCostsMutationVariables = Exact<{
  input: CostSchemeAgreeInput;
}>;


export type AgreeCostsMutation = { readonly costSchemeAgree: { readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const CostVersion: Operation<CostVersionQuery, CostVersionQueryVariables> = {
  name: 'CostVersion',
  text: "query CostVersion($id: ID!) { costScheme(id: $id) { id offeringId offeringTitle year version stage state holds basis driver dampingPercent tolerancePoints cost { amount } carried { amount } charged { amount } settlement reshared mayAgree members { memberId memberName figure figureSource months shareBefore share amount { amount } trueUp { amount { amount } } } } }",
};
export const AgreeCosts: Operation<AgreeCostsMutation, AgreeCostsMutationVariables> = {
  name: 'AgreeCosts',
  text: "mutation AgreeCosts($input: CostSchemeAgreeInput!) { costSchemeAgree(input: $input) { userErrors { message path nextStep } } }",
};
