import { registerEnumType } from '@nestjs/graphql';
import { allRoles, type Role, type RoleCapacity } from '#libs/directory';

export const RoleEnum = Object.fromEntries(allRoles.map((role) => [role, role]));

const roleDescriptions: Record<Role, string> = {
  PLATFORM_OPERATOR: 'Runs the service and appoints lead authorities; sees no money.',
  LEAD_CATALOGUE_MANAGER: "Keeps the lead authority's catalogue and reviews opt-ins.",
  LEAD_APPROVER: 'Countersigns for the lead authority and gives its roles.',
  LEAD_FINANCE_PREPARER: 'Prepares billing runs and records receipts.',
  LEAD_FINANCE_APPROVER: 'Approves and issues invoices that somebody else prepared.',
  LEAD_SERVICE_MANAGER: 'Sends usage and looks after what is in quarantine.',
  LEAD_AUDITOR: "Reads everything of the lead authority's and changes nothing.",
  TENANT_ADMIN: "Looks after the body's workspace and gives its roles.",
  TENANT_CLIENT_LEAD: 'Prepares opt-ins and awards call-offs.',
  TENANT_FINANCE: 'Records purchase orders and sees bills.',
  TENANT_SIGNATORY: 'Signs agreements for the body.',
  TENANT_DPO: 'Advises on the use of personal data.',
  TENANT_SPONSOR: 'Answers for the business case.',
  TENANT_AUDITOR: "Reads everything of the body's and changes nothing.",
};

registerEnumType(RoleEnum, {
  name: 'Role',
  description: 'What a person may do for a body. More may be added.',
  valuesMap: Object.fromEntries(allRoles.map((role) => [role, { description: roleDescriptions[role] }])),
});

export const CapacityEnum = {
  TENANT: 'TENANT',
  LEAD: 'LEAD',
  PLATFORM: 'PLATFORM',
} as const satisfies Record<RoleCapacity, RoleCapacity>;

registerEnumType(CapacityEnum, {
  name: 'Capacity',
  description: 'As what a person acts for a body. More may be added.',
  valuesMap: {
    TENANT: { description: 'For a body that uses services.' },
    LEAD: { description: 'For a lead authority that hosts a framework.' },
    PLATFORM: { description: 'For the service itself, and no body.' },
  },
});

export const BodyStandingEnum = { ACTIVE: 'ACTIVE', ABOLISHED: 'ABOLISHED' } as const;
export type BodyStanding = keyof typeof BodyStandingEnum;

registerEnumType(BodyStandingEnum, {
  name: 'BodyStanding',
  description: 'Whether a public body still exists.',
  valuesMap: {
    ACTIVE: { description: 'It exists.' },
    ABOLISHED: { description: 'It closed; its successors are named where they are known.' },
  },
});
