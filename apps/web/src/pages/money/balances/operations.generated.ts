// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type AccountBalancesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type AccountBalancesQuery = { readonly accountBalances: { readonly asOf: string, readonly edges: ReadonlyArray<{ readonly node: { readonly memberId: string, readonly memberName: string, readonly notYetDue: { readonly amount: string }, readonly days1To30: { readonly amount: string }, readonly days31To60: { readonly amount: string }, readonly days61To90: { readonly amount: string }, readonly over90Days: { readonly amount: string }, readonly disputed: { readonly amount: string }, readonly overSettled: { readonly amount: string }, readonly onAccount: { readonly amount: string }, readonly owed: { readonly amount: string }, readonly balance: { readonly amount: string } } }>, readonly pageInfo: { readonly endCursor: string | null, readonly hasNextPage: boolean }, readonly total: { readonly members: number, readonly notYetDue: { readonly amount: string }, readonly days1To30: { readonly amount: string }, readonly days31To60: { readonly amount: string }, readonly days61To90: { readonly amount: string }, readonly over90Days: { readonly amount: string }, readonly disputed: { readonly amount: string }, readonly overSettled: { readonly amount: string }, readonly onAccount: { readonly amount: string }, readonly owed: { readonly amount: string }, readonly balance: { readonly amount: string } } } };

export const AccountBalances: Operation<AccountBalancesQuery, AccountBalancesQueryVariables> = {
  name: 'AccountBalances',
  text: "query AccountBalances($after: String) { accountBalances(first: 50, after: $after) { asOf edges { node { memberId memberName notYetDue { amount } days1To30 { amount } days31To60 { amount } days61To90 { amount } over90Days { amount } disputed { amount } overSettled { amount } onAccount { amount } owed { amount } balance { amount } } } pageInfo { endCursor hasNextPage } total { members notYetDue { amount } days1To30 { amount } days31To60 { amount } days61To90 { amount } over90Days { amount } disputed { amount } overSettled { amount } onAccount { amount } owed { amount } balance { amount } } } }",
};
