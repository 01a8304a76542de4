import type { Role } from '../api/me.generated.js';

/** What each role lets a person do, in plain words. */
export const roleMeanings: Readonly<Record<Role, string>> = {
  PLATFORM_OPERATOR: 'Runs the service and appoints lead authorities. Sees no money.',
  LEAD_CATALOGUE_MANAGER: 'Keeps frameworks, services and prices, and reviews opt-ins.',
  LEAD_APPROVER:
    'Countersigns agreements, reviews opt-ins, sees the audit trail and gives roles to colleagues.',
  LEAD_FINANCE_PREPARER: 'Prepares the monthly bills and records what members pay.',
  LEAD_FINANCE_APPROVER:
    'Approves and issues bills that somebody else prepared, and keeps the bank and VAT details.',
  LEAD_SERVICE_MANAGER: 'Records usage, makes usage keys, and decides about usage in quarantine.',
  LEAD_AUDITOR: 'Reads everything, with the audit trail, and changes nothing.',
  TENANT_ADMIN:
    'Adds colleagues and gives roles, prepares opt-ins, awards call-offs, records purchase orders and makes usage keys.',
  TENANT_CLIENT_LEAD: 'Prepares opt-ins, awards call-offs and records usage by hand. Sees invoices.',
  TENANT_FINANCE: 'Records purchase orders and sees charges and invoices.',
  TENANT_SIGNATORY: 'Signs agreements for the council.',
  TENANT_DPO: 'Reads opt-ins, agreements and services, to advise on the use of personal data.',
  TENANT_SPONSOR: 'Reads opt-ins, agreements and services, to answer for the business case.',
  TENANT_AUDITOR: 'Reads everything, with invoices, usage keys and the audit trail, and changes nothing.',
};

/** The roles that people may hold in a capacity, in the order in which pages list them. */
export const rolesIn = (capacity: string): readonly Role[] =>
  (Object.keys(roleMeanings) as Role[]).filter((role) => role.startsWith(`${capacity}_`));
