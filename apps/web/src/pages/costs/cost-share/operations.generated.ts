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

export type CostShareQueryVariables = Exact<{
  id: string | number;
}>;


export type CostShareQuery = { readonly costShare: { readonly id: string, readonly offeringTitle: string, readonly leadName: string, readonly year: string, readonly version: number, readonly stage: CostStage, readonly holds: boolean, readonly basis: CostBasis, readonly driver: string | null, readonly dampingPercent: string | null, readonly tolerancePoints: string, readonly settlement: CostSettlement | null, readonly reshared: boolean | null, readonly figure: string | null, readonly figureSource: string | null, readonly months: number, readonly shareBefore: string | null, readonly share: string, readonly cost: { readonly amount: string }, readonly carried: { readonly amount: string }, readonly amount: { readonly amount: string }, readonly parts: ReadonlyArray<{ readonly day: string, readonly amount: { readonly amount: string } }>, readonly trueUp: { readonly day: string, readonly amount: { readonly amount: string } } | null } };

export const CostShare: Operation<CostShareQuery, CostShareQueryVariables> = {
  name: 'CostShare',
  text: "query CostShare($id: ID!) { costShare(id: $id) { id offeringTitle leadName year version stage holds basis driver dampingPercent tolerancePoints cost { amount } carried { amount } settlement reshared figure figureSource months shareBefore share amount { amount } parts { day amount { amount } } trueUp { day amount { amount } } } }",
};
