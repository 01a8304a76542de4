// Made by npm run generate from role-needed.graphql. Do not edit.
import type { Operation } from './operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
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

export type RoleNeededQueryVariables = Exact<{
  permission: string;
  people: boolean;
}>;


export type RoleNeededQuery = { readonly needed: ReadonlyArray<Role>, readonly givers: ReadonlyArray<Role>, readonly people?: { readonly edges: ReadonlyArray<{ readonly node: { readonly name: string, readonly roles: ReadonlyArray<Role> } }> } };

export const RoleNeeded: Operation<RoleNeededQuery, RoleNeededQueryVariables> = {
  name: 'RoleNeeded',
  text: "query RoleNeeded($permission: String!, $people: Boolean!) { needed: rolesThatMay(permission: $permission) givers: rolesThatMay(permission: \"person:edit\") people(first: 100) @include(if: $people) { edges { node { name roles } } } }",
};
