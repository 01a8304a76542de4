// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type LeadsOfMemberQueryVariables = Exact<{ [key: string]: never; }>;


export type LeadsOfMemberQuery = { readonly agreements: { readonly edges: ReadonlyArray<{ readonly node: { readonly leadId: string, readonly leadName: string } }> } };

export type WhatIsOwedQueryVariables = Exact<{
  leadId: string | number;
}>;


export type WhatIsOwedQuery = { readonly tenantStatement: { readonly owed: { readonly amount: string }, readonly onAccount: { readonly amount: string }, readonly balance: { readonly amount: string } } };

export const LeadsOfMember: Operation<LeadsOfMemberQuery, LeadsOfMemberQueryVariables> = {
  name: 'LeadsOfMember',
  text: "query LeadsOfMember { agreements(first: 100) { edges { node { leadId leadName } } } }",
};
export const WhatIsOwed: Operation<WhatIsOwedQuery, WhatIsOwedQueryVariables> = {
  name: 'WhatIsOwed',
  text: "query WhatIsOwed($leadId: ID!) { tenantStatement(withBodyId: $leadId, first: 1) { owed { amount } onAccount { amount } balance { amount } } }",
};
