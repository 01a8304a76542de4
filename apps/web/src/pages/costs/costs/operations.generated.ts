// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type CostsQueryVariables = Exact<{ [key: string]: never; }>;


export type CostsQuery = { readonly costSharings: ReadonlyArray<{ readonly offeringId: string, readonly offeringTitle: string, readonly years: ReadonlyArray<{ readonly year: string, readonly settlement: CostSettlement | null, readonly estimated: { readonly amount: string } | null, readonly carriedIn: { readonly amount: string }, readonly actual: { readonly amount: string } | null, readonly charged: { readonly amount: string }, readonly invoiced: { readonly amount: string }, readonly carriedOut: { readonly amount: string } | null, readonly versions: ReadonlyArray<{ readonly id: string, readonly version: number, readonly stage: CostStage, readonly state: CostSchemeState, readonly holds: boolean }> }> }> };

export const Costs: Operation<CostsQuery, CostsQueryVariables> = {
  name: 'Costs',
  text: "query Costs { costSharings { offeringId offeringTitle years { year estimated { amount } carriedIn { amount } actual { amount } charged { amount } invoiced { amount } settlement carriedOut { amount } versions { id version stage state holds } } } }",
};
