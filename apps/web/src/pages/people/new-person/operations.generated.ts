// Made by npm run generate from operations.graphql. Do not edit.
import type { Operation } from '../../../api/operation.js';

/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
/** A colleague and what they may do. */
export type PersonAddInput = {
  /** Their work email address; its domain may be another one than the body has. */
  readonly email: string;
  /** Your key for this request. */
  readonly idempotencyKey: string;
  /** Their name; not used when they have signed in before. */
  readonly name: string;
  /** At least one role of the capacity that you act in. */
  readonly roles: ReadonlyArray<Role>;
};

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

export type AddPersonMutationVariables = Exact<{
  input: PersonAddInput;
}>;


export type AddPersonMutation = { readonly personAdd: { readonly person: { readonly id: string } | null, readonly userErrors: ReadonlyArray<{ readonly message: string, readonly path: ReadonlyArray<string>, readonly nextStep: string | null }> } };

export const AddPerson: Operation<AddPersonMutation, AddPersonMutationVariables> = {
  name: 'AddPerson',
  text: "mutation AddPerson($input: PersonAddInput!) { personAdd(input: $input) { person { id } userErrors { message path nextStep } } }",
};
