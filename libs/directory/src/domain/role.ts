/** The roles of domain.md, each with the capacity in which its holder acts for the body. */
export const roles = {
  PLATFORM_OPERATOR: 'PLATFORM',
  LEAD_CATALOGUE_MANAGER: 'LEAD',
  LEAD_APPROVER: 'LEAD',
  LEAD_FINANCE_PREPARER: 'LEAD',
  LEAD_FINANCE_APPROVER: 'LEAD',
  LEAD_SERVICE_MANAGER: 'LEAD',
  LEAD_AUDITOR: 'LEAD',
  TENANT_ADMIN: 'TENANT',
  TENANT_CLIENT_LEAD: 'TENANT',
  TENANT_FINANCE: 'TENANT',
  TENANT_SIGNATORY: 'TENANT',
  TENANT_DPO: 'TENANT',
  TENANT_SPONSOR: 'TENANT',
  TENANT_AUDITOR: 'TENANT',
} as const;

export type Role = keyof typeof roles;
export const allRoles = Object.keys(roles) as Role[];
export type RoleCapacity = (typeof roles)[Role];
export const capacityOf = (role: Role): RoleCapacity => roles[role];

/**
 * Whether a person who acts in this capacity may give a role: a body's administrators give its tenant roles, a lead
 * authority's approvers its lead roles. Nobody makes a platform operator through the API.
 */
export const mayGrant = (capacity: string | null, role: Role): boolean =>
  capacity !== null && capacity !== 'PLATFORM' && roles[role] === capacity;

/** The roles held in a capacity; none for none. */
export const rolesOfCapacity = (capacity: string | null): readonly Role[] =>
  allRoles.filter((role) => roles[role] === capacity);

/** The role without whose last holder nobody could give a role in this capacity any more. */
export const administratorOf: Readonly<Record<RoleCapacity, Role>> = {
  TENANT: 'TENANT_ADMIN',
  LEAD: 'LEAD_APPROVER',
  PLATFORM: 'PLATFORM_OPERATOR',
};

const LEAD: readonly Role[] = allRoles.filter((role) => roles[role] === 'LEAD');
const TENANT: readonly Role[] = allRoles.filter((role) => roles[role] === 'TENANT');

/** Who may do what. Every operation of the API names one of these permissions or is public. */
export const permissions = {
  'session:use': allRoles,
  'lead:appoint': ['PLATFORM_OPERATOR'],
  'lead:read': LEAD,
  'lead:edit': ['LEAD_FINANCE_APPROVER'],
  'brand:edit': ['LEAD_CATALOGUE_MANAGER'],
  'body:add': ['LEAD_CATALOGUE_MANAGER'],
  'person:read': [...LEAD, ...TENANT],
  'person:edit': ['TENANT_ADMIN', 'LEAD_APPROVER'],
  'catalogue:edit': ['LEAD_CATALOGUE_MANAGER'],
  'optIn:read': [...LEAD, ...TENANT],
  'optIn:edit': ['TENANT_ADMIN', 'TENANT_CLIENT_LEAD'],
  'optIn:review': ['LEAD_CATALOGUE_MANAGER', 'LEAD_APPROVER'],
  'agreement:read': [...LEAD, ...TENANT],
  'agreement:sign': ['TENANT_SIGNATORY'],
  'agreement:countersign': ['LEAD_APPROVER'],
  'callOff:read': [...LEAD, ...TENANT],
  'callOff:award': ['TENANT_ADMIN', 'TENANT_CLIENT_LEAD'],
  'purchaseOrder:record': ['TENANT_FINANCE', 'TENANT_ADMIN'],
  'costSplit:record': ['TENANT_FINANCE', 'TENANT_ADMIN'],
  'usage:read': [...LEAD, ...TENANT],
  'usage:record': ['LEAD_SERVICE_MANAGER', 'TENANT_CLIENT_LEAD'],
  'usage:explain': ['LEAD_SERVICE_MANAGER', 'TENANT_CLIENT_LEAD'],
  'usageReturn:file': ['LEAD_SERVICE_MANAGER'],
  // Finance may not replace one either, and is told what to do instead: RETURN_NOT_YOURS.
  'usageReturn:replace': ['LEAD_SERVICE_MANAGER', 'LEAD_FINANCE_PREPARER', 'LEAD_FINANCE_APPROVER'],
  'usageReturn:sendBack': ['LEAD_FINANCE_PREPARER', 'LEAD_FINANCE_APPROVER'],
  'usageReturn:excuse': ['LEAD_FINANCE_APPROVER'],
  'usageKey:read': ['TENANT_ADMIN', 'LEAD_SERVICE_MANAGER', 'TENANT_AUDITOR', 'LEAD_AUDITOR'],
  'usageKey:edit': ['TENANT_ADMIN', 'LEAD_SERVICE_MANAGER'],
  'quarantine:resolve': ['LEAD_SERVICE_MANAGER'],
  'billing:preview': [
    'LEAD_FINANCE_PREPARER',
    'LEAD_FINANCE_APPROVER',
    'LEAD_AUDITOR',
    'TENANT_FINANCE',
    'TENANT_ADMIN',
  ],
  'billing:prepare': ['LEAD_FINANCE_PREPARER'],
  'billing:read': ['LEAD_FINANCE_PREPARER', 'LEAD_FINANCE_APPROVER', 'LEAD_AUDITOR'],
  'discount:propose': ['LEAD_FINANCE_PREPARER'],
  'discount:approve': ['LEAD_FINANCE_APPROVER'],
  'discount:decline': ['LEAD_FINANCE_PREPARER', 'LEAD_FINANCE_APPROVER'],
  'invoice:read': [
    'LEAD_FINANCE_PREPARER',
    'LEAD_FINANCE_APPROVER',
    'LEAD_AUDITOR',
    'TENANT_FINANCE',
    'TENANT_ADMIN',
    'TENANT_CLIENT_LEAD',
    'TENANT_AUDITOR',
  ],
  'invoice:approve': ['LEAD_FINANCE_APPROVER'],
  'invoice:issue': ['LEAD_FINANCE_APPROVER'],
  'invoice:void': ['LEAD_FINANCE_APPROVER'],
  'dispute:raise': ['TENANT_FINANCE', 'TENANT_CLIENT_LEAD'],
  'dispute:review': ['LEAD_FINANCE_PREPARER', 'LEAD_FINANCE_APPROVER'],
  'invoiceGrouping:read': ['TENANT_FINANCE', 'TENANT_ADMIN', 'TENANT_AUDITOR'],
  'invoiceGrouping:choose': ['TENANT_FINANCE', 'TENANT_ADMIN'],
  'receipt:read': ['LEAD_FINANCE_PREPARER', 'LEAD_FINANCE_APPROVER', 'LEAD_AUDITOR'],
  'receipt:record': ['LEAD_FINANCE_PREPARER'],
  'paymentMethod:read': ['TENANT_FINANCE', 'TENANT_ADMIN', 'TENANT_AUDITOR'],
  'paymentMethod:choose': ['TENANT_FINANCE', 'TENANT_ADMIN'],
  'audit:read': ['LEAD_APPROVER', 'LEAD_AUDITOR', 'TENANT_ADMIN', 'TENANT_AUDITOR'],
  'leadView:read': ['TENANT_ADMIN', 'TENANT_AUDITOR'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** Whether any of these roles carries the permission. */
export const mayDo = (held: readonly Role[], permission: Permission): boolean => {
  const allowed: readonly Role[] = permissions[permission];
  return held.some((role) => allowed.includes(role));
};
