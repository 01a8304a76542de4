import { randomUUID } from 'node:crypto';
import type { Client } from '../client.js';
import type { Stack } from '../stack.js';

type Capacity = 'LEAD' | 'TENANT';

/** A body with people who act for it in one capacity. */
export interface Organisation {
  /** The public id of the body. */
  readonly bodyId: string;
  readonly name: string;
  /** An email domain of its own. */
  readonly domain: string;
  /**
   * Somebody signed in with the role, added by the body's administrator when need be. `localPart` is the part of their
   * address before the @: the same one with another role is the same person with both.
   */
  readonly as: (role: string, localPart?: string) => Promise<Client>;
}
export type Lead = Organisation;
export type Member = Organisation;

interface FoundBody {
  readonly id: string;
  readonly name: string;
  readonly emailDomains: readonly string[];
}

/** A body of the register by its code, such as INV-ASHBECK. */
export const givenBody = async (stack: Stack, code: string): Promise<FoundBody> => {
  const { bodySearch } = await stack
    .visitor()
    .ok<{ bodySearch: { edges: { node: FoundBody & { code: string } }[] } }>(
      'query($text: String!) { bodySearch(text: $text, first: 5) { edges { node { id name code emailDomains } } } }',
      { text: code },
    );
  const body = bodySearch.edges.map(({ node }) => node).find((node) => node.code === code);
  if (!body) throw new Error(`no body ${code} in the register`);
  return body;
};

const isSignedIn = async (client: Client): Promise<boolean> =>
  (await client.send('query { me { person { id } } }')).errors.length === 0;

/** Sign-ins are kept while they last: an address may ask for five codes an hour only, and the clock may be moved. */
const keepSignedIn = (signIn: (email: string) => Promise<Client>): ((email: string) => Promise<Client>) => {
  const kept = new Map<string, Promise<Client>>();
  return async (email) => {
    const client = await kept.get(email);
    if (client && (await isSignedIn(client))) return client;
    const signedIn = signIn(email);
    kept.set(email, signedIn);
    return signedIn;
  };
};

/** A platform operator, appointed as whoever runs the service would. */
export const givenOperator = async (stack: Stack): Promise<Client> => {
  const email = 'operator@accede.gov.example';
  await stack.service.appointOperator({ email, name: 'Olu Operator' });
  return stack.signIn(email);
};

const organisation = (
  stack: Stack,
  body: FoundBody,
  capacity: Capacity,
  administrator: { role: string; email: string },
): Organisation => {
  const domain = body.emailDomains[0] ?? '';
  const client = keepSignedIn((email) => stack.signIn(email, { bodyId: body.id, capacity }));
  const given = new Map<string, Promise<unknown>>();
  const add = async (email: string, role: string): Promise<void> => {
    const name = (email.split('@')[0] ?? '')
      .split('-')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(' ');
    await (
      await client(administrator.email)
    ).ok(
      'mutation($input: PersonAddInput!) { personAdd(input: $input) { person { id } userErrors { code message } } }',
      { input: { email, name, roles: [role], idempotencyKey: randomUUID() } },
    );
  };
  return {
    bodyId: body.id,
    name: body.name,
    domain,
    as: async (role, localPart) => {
      if (role === administrator.role && localPart === undefined) return client(administrator.email);
      const email = `${localPart ?? role.toLowerCase().replaceAll('_', '-')}@${domain}`;
      const key = `${email} ${role}`;
      if (!given.has(key)) given.set(key, add(email, role));
      await given.get(key);
      return client(email);
    },
  };
};

const leads = new WeakMap<Stack, Map<string, Promise<Lead>>>();
const members = new WeakMap<Stack, Map<string, Promise<Member>>>();

const once = <T>(
  kept: WeakMap<Stack, Map<string, Promise<T>>>,
  stack: Stack,
  key: string,
  make: () => Promise<T>,
): Promise<T> => {
  const ofStack = kept.get(stack) ?? new Map<string, Promise<T>>();
  kept.set(stack, ofStack);
  const made = ofStack.get(key) ?? make();
  ofStack.set(key, made);
  return made;
};

/** A lead authority, appointed by a platform operator; its approver gives the other roles. The same one for the same body. */
export const givenLead = (
  stack: Stack,
  { body: code = 'INV-NORTHMERE', prefix }: { body?: string; prefix?: string } = {},
): Promise<Lead> =>
  once(leads, stack, code, async () => {
    const body = await givenBody(stack, code);
    const email = `lead-approver@${body.emailDomains[0]}`;
    const operator = await givenOperator(stack);
    await operator.ok(
      'mutation($input: LeadAuthorityAppointInput!) { leadAuthorityAppoint(input: $input) { leadAuthority { id } userErrors { code message } } }',
      {
        input: {
          bodyId: body.id,
          invoicePrefix:
            prefix ??
            code
              .replace(/^INV-/, '')
              .replace(/[^A-Z]/g, '')
              .slice(0, 5),
          approver: { email, name: 'Lee Approver' },
          idempotencyKey: randomUUID(),
        },
      },
    );
    return organisation(stack, body, 'LEAD', { role: 'LEAD_APPROVER', email });
  });

/** Gives a lead authority the details that its invoices need; they are illustrative. */
export const givenLeadDetails = async (
  lead: Lead,
  change: Readonly<Record<string, string | number>> = {},
): Promise<void> => {
  const approver = await lead.as('LEAD_FINANCE_APPROVER');
  await approver.ok(
    'mutation($input: LeadAuthorityDetailsSetInput!) { leadAuthorityDetailsSet(input: $input) { leadAuthority { id } userErrors { code message } } }',
    {
      input: {
        address: 'County Hall\nNorthmere\nNM1 1AA',
        vatNumber: 'GB000000000',
        bankAccountName: lead.name,
        bankSortCode: '00-00-00',
        bankAccountNumber: '00000000',
        paymentDays: 30,
        ...change,
      },
    },
  );
};

/** Gives the lead authority of a catalogue manager a brand. */
export const givenBrand = async (manager: Client, displayName: string): Promise<void> => {
  await manager.ok(
    'mutation($input: LeadAuthorityBrandSetInput!) { leadAuthorityBrandSet(input: $input) { brand { name } userErrors { code message } } }',
    { input: { displayName, colour: '#1f4e4a' } },
  );
};

/** A body whose first person has opened its workspace and is its administrator. The same one for the same body. */
export const givenMember = (
  stack: Stack,
  { body: code = 'INV-ASHBECK' }: { body?: string } = {},
): Promise<Member> =>
  once(members, stack, code, async () => {
    const body = await givenBody(stack, code);
    const email = `tenant-admin@${body.emailDomains[0]}`;
    const first = await stack.signIn(email);
    await first.ok(
      'mutation($input: WorkspaceOpenInput!) { workspaceOpen(input: $input) { body { id } userErrors { code message } } }',
      { input: { bodyId: body.id } },
    );
    return organisation(stack, body, 'TENANT', { role: 'TENANT_ADMIN', email });
  });
