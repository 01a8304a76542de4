/** The invented people of the demonstration. None exists; their addresses end in .example, which never will. */
export interface CastMember {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly roles: readonly string[];
}

export const operator: CastMember = {
  name: 'Robin Ashworth',
  email: 'robin.ashworth@northmere.gov.example',
  role: 'platform operator',
  roles: ['PLATFORM_OPERATOR'],
};

export const lead = {
  body: 'INV-NORTHMERE',
  approver: {
    name: 'Helen Marsh',
    email: 'helen.marsh@northmere.gov.example',
    role: 'Northmere County Council (lead), countersigns',
    roles: ['LEAD_APPROVER'],
  },
  catalogue: {
    name: 'Imran Qureshi',
    email: 'imran.qureshi@northmere.gov.example',
    role: 'Northmere County Council (lead), catalogue manager',
    roles: ['LEAD_CATALOGUE_MANAGER'],
  },
  service: {
    name: 'Bethan Lloyd',
    email: 'bethan.lloyd@northmere.gov.example',
    role: 'Northmere County Council (lead), service manager',
    roles: ['LEAD_SERVICE_MANAGER'],
  },
  preparer: {
    name: 'Tom Ferris',
    email: 'tom.ferris@northmere.gov.example',
    role: 'Northmere County Council (lead), prepares bills',
    roles: ['LEAD_FINANCE_PREPARER'],
  },
  financeApprover: {
    name: 'Grace Oduya',
    email: 'grace.oduya@northmere.gov.example',
    role: 'Northmere County Council (lead), approves and issues bills',
    roles: ['LEAD_FINANCE_APPROVER'],
  },
  auditor: {
    name: 'Priya Nair',
    email: 'priya.nair@northmere.gov.example',
    role: 'Northmere County Council (lead), auditor, reads everything and changes nothing',
    roles: ['LEAD_AUDITOR'],
  },
} as const satisfies Record<string, CastMember | string>;

/** The people of a joining council, by what they do there. */
export interface Council {
  readonly name: string;
  readonly admin: CastMember;
  readonly signatory: CastMember;
  readonly finance: CastMember;
  /** Not every council has one. */
  readonly auditor: CastMember | null;
}

export const council = (
  name: string,
  short: string,
  domain: string,
  [admin, signatory, finance, auditor]: readonly [string, string, string, string?],
): Council => {
  const member = (person: string, role: string, roles: readonly string[]): CastMember => ({
    name: person,
    email: `${person.toLowerCase().replace(/[^a-z]+/g, '.')}@${domain}`,
    role: `${short}, ${role}`,
    roles,
  });
  return {
    name,
    admin: member(admin, 'administrator, joins and awards', ['TENANT_ADMIN', 'TENANT_CLIENT_LEAD']),
    signatory: member(signatory, 'authorised signatory', ['TENANT_SIGNATORY']),
    finance: member(finance, 'finance', ['TENANT_FINANCE']),
    auditor: auditor
      ? member(auditor, 'auditor, reads everything and changes nothing', ['TENANT_AUDITOR'])
      : null,
  };
};

export const ashbeck = council('Ashbeck Borough Council', 'Ashbeck Borough Council', 'ashbeck.gov.example', [
  'Nadia Rahman',
  'Peter Holroyd',
  'Sunita Patel',
  'Gareth Owen',
]);
export const calderwick = council(
  'Calderwick District Council',
  'Calderwick District Council',
  'calderwick.gov.example',
  ['Owen Pryce', 'Margaret Dunne', 'Felix Obi'],
);
/** Has not opened its workspace: anyone of this domain may be the first. */
export const stourley: CastMember = {
  name: 'Alice Thornley',
  email: 'alice.thornley@stourley.gov.example',
  role: 'Stourley City Council, has not joined yet: try it',
  roles: [],
};

/** Whom `npm start` offers to sign in as. */
export const everybody: readonly CastMember[] = [
  ashbeck.admin,
  ashbeck.signatory,
  ashbeck.finance,
  ...(ashbeck.auditor ? [ashbeck.auditor] : []),
  calderwick.admin,
  stourley,
  lead.catalogue,
  lead.approver,
  lead.service,
  lead.preparer,
  lead.financeApprover,
  lead.auditor,
  operator,
];
