// Made by npm run generate from me.graphql. Do not edit.
import type { Operation } from './operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** As what a person acts for a body. More may be added. */
export type Capacity =
  /** For a lead authority that hosts a framework. */
  | 'LEAD'
  /** For the service itself, and no body. */
  | 'PLATFORM'
  /** For a body that uses services. */
  | 'TENANT';

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

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { readonly me: { readonly permissions: ReadonlyArray<string>, readonly today: string, readonly person: { readonly id: string, readonly name: string, readonly email: string }, readonly actingFor: { readonly capacity: Capacity, readonly roles: ReadonlyArray<Role>, readonly body: { readonly id: string, readonly name: string, readonly shortName: string, readonly isInvented: boolean } | null } | null, readonly memberships: ReadonlyArray<{ readonly capacity: Capacity, readonly roles: ReadonlyArray<Role>, readonly body: { readonly id: string, readonly name: string } | null }> } };

export const Me: Operation<MeQuery, MeQueryVariables> = {
  name: 'Me',
  text: "query Me { me { person { id name email } permissions today actingFor { capacity roles body { id name shortName isInvented } } memberships { capacity roles body { id name } } } }",
};
