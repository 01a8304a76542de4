import type { Role } from '../api/me.generated.js';

/** How pages call a role. */
export const roleNames: Readonly<Record<Role, string>> = {
  PLATFORM_OPERATOR: 'Platform operator',
  LEAD_CATALOGUE_MANAGER: 'Catalogue manager',
  LEAD_APPROVER: 'Approver',
  LEAD_FINANCE_PREPARER: 'Finance preparer',
  LEAD_FINANCE_APPROVER: 'Finance approver',
  LEAD_SERVICE_MANAGER: 'Service manager',
  LEAD_AUDITOR: 'Auditor',
  TENANT_ADMIN: 'Administrator',
  TENANT_CLIENT_LEAD: 'Client lead',
  TENANT_FINANCE: 'Finance',
  TENANT_SIGNATORY: 'Authorised signatory',
  TENANT_DPO: 'Data protection officer',
  TENANT_SPONSOR: 'Sponsor',
  TENANT_AUDITOR: 'Auditor',
};
