import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from './client.js';
import {
  givenBody,
  givenLead,
  givenLeadDetails,
  givenMember,
  givenOperator,
  type Lead,
  type Member,
} from './given/directory.js';
import { Stack } from './stack.js';

let stack: Stack;
let visitor: Client;
let lead: Lead;
let member: Member;
let fresh = 0;

const someone = (domain = 'stourley.gov.example'): string => `officer.${(fresh += 1)}@${domain}`;
const randomId = (prefix: string): string => `${prefix}_${randomUUID().replaceAll('-', '')}`;

const SEARCH = `query($text: String!, $first: Int! = 20, $after: String) { bodySearch(text: $text, first: $first, after: $after) {
  edges { node { id name standing endedOn formerNames isInvented successors { name } } } pageInfo { hasNextPage endCursor } } }`;
const ME = `query { me { person { id name email } permissions
  memberships { body { name } capacity roles } actingFor { body { name } capacity roles } } }`;
const PEOPLE = 'query { people { edges { node { id name email roles isDomainKnown } } } }';
const mutation = (name: string, fields: string): string =>
  `mutation($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${fields} userErrors { code message path } } }`;

interface Found {
  readonly bodySearch: {
    readonly edges: {
      node: {
        id: string;
        name: string;
        standing: string;
        endedOn: string | null;
        successors: { name: string }[];
      };
    }[];
    readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}
interface Me {
  readonly me: {
    readonly person: { id: string; name: string; email: string };
    readonly permissions: string[];
    readonly memberships: object[];
    readonly actingFor: object | null;
  };
}
interface People {
  readonly people: {
    readonly edges: {
      node: { id: string; name: string; email: string; roles: string[]; isDomainKnown: boolean };
    }[];
  };
}

const search = async (text: string, page: object = {}) =>
  (await visitor.ok<Found>(SEARCH, { text, ...page })).bodySearch;
const namesFound = async (text: string) => (await search(text)).edges.map(({ node }) => node.name);
const me = async (client: Client) => (await client.ok<Me>(ME)).me;
const people = async (client: Client) =>
  (await client.ok<People>(PEOPLE)).people.edges.map(({ node }) => node);

/** Refused with these codes, and nothing in the database is other than before. */
const refused = async (
  client: Client,
  query: string,
  input: object,
  codes: readonly string[],
): Promise<void> => {
  const before = await stack.fingerprint();
  expect(await client.refusedWith(query, { input })).toEqual(codes);
  expect(await stack.fingerprint()).toBe(before);
};

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-06-01');
  visitor = stack.visitor();
  lead = await givenLead(stack, { prefix: 'NCC' });
  member = await givenMember(stack);
}, 60_000);

afterAll(async () => {
  await stack.stop();
});

describe('the register, for anyone', () => {
  it('is searched by name, former name, code, address and domain', async () => {
    expect(await namesFound('ashbeck')).toEqual(['Ashbeck Borough Council']);
    expect(await namesFound('Northmere Shire')).toEqual(['Northmere County Council']);
    expect(await namesFound('E10000017')).toEqual(['Lancashire County Council']);
    expect(await namesFound('Jo.Bloggs+x@MAIL.burnley.gov.uk')).toEqual(['Burnley Borough Council']);
    expect(await namesFound('x@evilburnley.gov.uk')).toEqual([]);
    expect(await namesFound('\u0000%_')).toEqual([]);
  });

  it('leads from an abolished body to its successor', async () => {
    const { edges } = await search('north yorkshire county council');
    expect(edges[0]?.node).toMatchObject({
      standing: 'ABOLISHED',
      endedOn: '2023-04-01',
      successors: [{ name: 'North Yorkshire Council' }],
    });
    const { body } = await visitor.ok<{ body: object }>(
      'query($id: ID!) { body(id: $id) { name standing successors { name } emailDomains } }',
      {
        id: (await givenBody(stack, 'INV-ASHBECK')).id,
      },
    );
    expect(body).toEqual({
      name: 'Ashbeck Borough Council',
      standing: 'ACTIVE',
      successors: [],
      emailDomains: ['ashbeck-fenhollow.gov.example', 'ashbeck.gov.example'],
    });
  });

  it('is read page by page', async () => {
    const first = await search('county', { first: 2 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await search('county', { first: 2, after: first.pageInfo.endCursor });
    const both = await search('county', { first: 4 });
    expect([...first.edges, ...second.edges].map(({ node }) => node.name)).toEqual(
      both.edges.map(({ node }) => node.name),
    );
  });

  it.each([
    [{ text: 'a', first: 0 }, 'PAGE_SIZE'],
    [{ text: 'a', first: 101 }, 'PAGE_SIZE'],
    [{ text: 'a', after: 'garbage' }, 'CURSOR_INVALID'],
    [{ text: 'a', after: Buffer.from('["0","a","b"]').toString('base64url') }, 'NOT_FOUND'],
    [{ text: 'a', after: Buffer.from('["0","a\\u0000","x"]').toString('base64url') }, 'NOT_FOUND'],
  ])('refuses the page %j', async (variables, code) => {
    expect(await visitor.refusedWith(SEARCH, variables)).toEqual([code]);
  });

  it.each(['', 'undefined', 'bod_1', randomId('inv'), randomId('bod')])(
    'answers NOT_FOUND for the id %j',
    async (id) => {
      expect(await visitor.refusedWith('query($id: ID!) { body(id: $id) { name } }', { id })).toEqual([
        'NOT_FOUND',
      ]);
    },
  );
});

describe('signing in', () => {
  const requestCode = mutation('sessionRequestCode', 'minutes');
  const signIn = mutation(
    'sessionSignIn',
    'token person { name } memberships { roles } actingFor { capacity }',
  );

  it('takes a code from a mail, and gives a token that opens the API until it is signed out', async () => {
    const email = someone();
    const since = new Date();
    expect(await visitor.ok(requestCode, { input: { email } })).toEqual({
      sessionRequestCode: { minutes: 10, userErrors: [] },
    });
    const mail = await stack.mailbox.next(email, /sign-in code/, since);
    const code = /\d{6}/.exec(mail.subject)?.[0] ?? '';
    await refused(visitor, signIn, { email, code: String((Number(code) + 1) % 1_000_000).padStart(6, '0') }, [
      'CODE_WRONG',
    ]);
    const { sessionSignIn } = await visitor.ok<{ sessionSignIn: { token: string } }>(signIn, {
      input: { email, code, name: 'Sam Ashworth' },
    });
    expect(sessionSignIn).toMatchObject({
      person: { name: 'Sam Ashworth' },
      memberships: [],
      actingFor: null,
    });
    await refused(visitor, signIn, { email, code }, ['CODE_EXPIRED']);

    const client = new Client(stack.url, sessionSignIn.token);
    expect(await me(client)).toMatchObject({
      person: { name: 'Sam Ashworth', email },
      permissions: ['session:use'],
      memberships: [],
      actingFor: null,
    });
    await client.ok('mutation { sessionSignOut { sessionId userErrors { code } } }');
    expect(await client.send(ME)).toMatchObject({
      status: 401,
      errors: [{ extensions: { code: 'SIGN_IN_REQUIRED' } }],
    });
  });

  it('answers alike for an address that is known and one that is not', async () => {
    const known = someone();
    await stack.signIn(known);
    const answers = [known, someone()].map((email) => visitor.send(requestCode, { input: { email } }));
    const [a, b] = await Promise.all(answers);
    expect(a).toEqual(b);
  });

  it.each([
    ['nobody', 'EMAIL_FORMAT'],
    ['jo@gmail.com', 'EMAIL_NOT_PUBLIC_SECTOR'],
    ['jo@evilashbeck.gov.example', 'EMAIL_NOT_PUBLIC_SECTOR'],
    ['jo@ashbeck.gov.example.evil.com', 'EMAIL_NOT_PUBLIC_SECTOR'],
  ])('refuses %s with %s', async (email, code) => {
    await refused(visitor, requestCode, { email }, [code]);
  });

  it('takes a token from the Authorization header and nowhere else', async () => {
    const { token } = await stack.signIn(someone());
    const send = (path: string, headers: Record<string, string>, body: object = {}) =>
      fetch(`${stack.url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: ME, ...body }),
      }).then(
        async (response) =>
          (await response.json()) as { data?: unknown; errors?: { extensions: { code: string } }[] },
      );
    const codeOf = async (answer: ReturnType<typeof send>) => (await answer).errors?.[0]?.extensions.code;
    expect(await codeOf(send('/graphql', { authorization: `Bearer ${token ?? ''}` }))).toBeUndefined();
    expect(await codeOf(send(`/graphql?access_token=${token ?? ''}`, {}))).toBe('SIGN_IN_REQUIRED');
    expect(await codeOf(send(`/graphql?access_token=${token ?? ''}`, { authorization: 'Basic eDp5' }))).toBe(
      'SIGN_IN_REQUIRED',
    );
    expect(await codeOf(send('/graphql', { authorization: 'Basic eDp5' }, { access_token: token }))).toBe(
      'SIGN_IN_REQUIRED',
    );
    expect(await codeOf(send('/graphql', { authorization: `Bearer acs_${'a'.repeat(43)}` }))).toBe(
      'SIGN_IN_REQUIRED',
    );
  });

  it('is needed for everything that is not public', async () => {
    expect(await visitor.refusedWith(ME)).toEqual(['SIGN_IN_REQUIRED']);
    expect(await visitor.refusedWith(PEOPLE)).toEqual(['SIGN_IN_REQUIRED']);
    await refused(visitor, mutation('workspaceOpen', 'body { name }'), {}, ['SIGN_IN_REQUIRED']);
  });
});

describe('sessions', () => {
  const SESSIONS = 'query { sessions { edges { node { id isCurrent } } } }';
  const revoke = mutation('sessionRevoke', 'sessionId');
  interface Sessions {
    readonly sessions: { readonly edges: { node: { id: string; isCurrent: boolean } }[] };
  }
  const listed = async (client: Client) =>
    (await client.ok<Sessions>(SESSIONS)).sessions.edges.map(({ node }) => node);

  it('are listed to their person, who ends any of them at once', async () => {
    const email = someone();
    const [first, second] = [await stack.signIn(email), await stack.signIn(email)];
    expect((await listed(second)).map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    const other = (await listed(second)).find(({ isCurrent }) => !isCurrent);
    await second.ok(revoke, { input: { sessionId: other?.id } });
    expect((await first.send(ME)).status).toBe(401);
    expect(await listed(second)).toHaveLength(1);
  });

  it('of others cannot be told from ones that do not exist', async () => {
    const mine = await stack.signIn(someone());
    const theirs = await stack.signIn(someone());
    const [session] = await listed(theirs);
    const attempt = async (sessionId: string | undefined) => {
      const answer = await mine.send(revoke, { input: { sessionId } });
      return JSON.stringify(answer).replace(/"requestId":"[^"]+"/, '');
    };
    expect(await attempt(session?.id)).toBe(await attempt(randomId('ses')));
    await refused(mine, revoke, { sessionId: session?.id }, ['NOT_FOUND']);
    expect((await theirs.send(ME)).status).toBe(200);
  });
});

describe('a workspace', () => {
  const open = mutation('workspaceOpen', 'body { name }');

  it('is opened by the first person of a body, who acts for it at once', async () => {
    const first = await stack.signIn(someone());
    expect(await first.ok(open, { input: {} })).toEqual({
      workspaceOpen: { body: { name: 'Stourley City Council' }, userErrors: [] },
    });
    const acting = { body: { name: 'Stourley City Council' }, capacity: 'TENANT', roles: ['TENANT_ADMIN'] };
    expect(await me(first)).toMatchObject({ memberships: [acting], actingFor: acting });
    await refused(await stack.signIn(someone()), open, {}, ['ALREADY_MEMBER']);
  });

  it('is not opened for another body, nor by guessing among several', async () => {
    const officer = await stack.signIn(someone('ashbeck-fenhollow.gov.example'));
    const [tarnside, oldMarrow] = [
      await givenBody(stack, 'INV-TARNSIDE'),
      await givenBody(stack, 'INV-OLD-MARROW'),
    ];
    await refused(officer, open, {}, ['BODY_CHOICE_REQUIRED']);
    await refused(officer, open, { bodyId: tarnside.id }, ['DOMAIN_BELONGS_TO_OTHER']);
    await refused(officer, open, { bodyId: oldMarrow.id }, ['BODY_ABOLISHED']);
    await refused(officer, open, { bodyId: randomId('bod') }, ['NOT_FOUND']);
  });
});

describe('people and roles', () => {
  const add = mutation('personAdd', 'person { id roles isDomainKnown }');
  const grant = mutation('roleGrant', 'person { id roles }');
  const take = mutation('roleRevoke', 'person { id roles }');
  const newPerson = (change: object = {}) => ({
    email: someone(),
    name: 'Kim Colleague',
    roles: ['TENANT_DPO'],
    idempotencyKey: randomUUID(),
    ...change,
  });

  it('are looked after by an administrator; a role taken away is gone with the very next request', async () => {
    const administrator = await member.as('TENANT_ADMIN');
    const email = someone(member.domain);
    const input = newPerson({ email, roles: ['TENANT_FINANCE'] });
    const { personAdd } = await administrator.ok<{ personAdd: { person: { id: string } } }>(add, { input });
    expect(personAdd).toMatchObject({ person: { roles: ['TENANT_FINANCE'], isDomainKnown: true } });
    expect(await administrator.ok(add, { input })).toEqual({ personAdd });
    const personId = personAdd.person.id;
    const colleague = await stack.signIn(email);
    expect((await me(colleague)).actingFor).toMatchObject({ roles: ['TENANT_FINANCE'] });
    expect((await people(colleague)).map(({ id }) => id)).toContain(personId);

    await administrator.ok(grant, { input: { personId, role: 'TENANT_ADMIN' } });
    await colleague.ok(add, { input: newPerson() });
    await administrator.ok(take, { input: { personId, role: 'TENANT_ADMIN' } });
    await refused(colleague, add, newPerson(), ['ROLE_REQUIRED']);
    await administrator.ok(take, { input: { personId, role: 'TENANT_FINANCE' } });
    expect(await me(colleague)).toMatchObject({ memberships: [], actingFor: null });
    expect(await colleague.refusedWith(PEOPLE)).toEqual(['ROLE_REQUIRED']);
  });

  it.each<[object, readonly string[]]>([
    [{ roles: ['PLATFORM_OPERATOR'] }, ['ROLE_NOT_GRANTABLE']],
    [{ roles: ['LEAD_APPROVER'], email: 'x' }, ['EMAIL_FORMAT', 'ROLE_NOT_GRANTABLE']],
    [{ roles: [] }, ['FIELD_REQUIRED']],
    [{ name: 'a'.repeat(201) }, ['TEXT_TOO_LONG']],
    [{ name: '\u202eKim' }, ['TEXT_INVALID']],
  ])('refuses a colleague with %j', async (change, codes) => {
    await refused(await member.as('TENANT_ADMIN'), add, newPerson(change), codes);
  });

  it('of another body cannot be told from ones that do not exist', async () => {
    const administrator = await member.as('TENANT_ADMIN');
    const other = await givenMember(stack, { body: 'INV-TARNSIDE' });
    const { person } = await me(await other.as('TENANT_ADMIN'));
    for (const query of [grant, take]) {
      const attempt = async (personId: string) => {
        const answer = await administrator.send(query, { input: { personId, role: 'TENANT_DPO' } });
        return JSON.stringify(answer).replace(/"requestId":"[^"]+"/, '');
      };
      expect(await attempt(person.id)).toBe(await attempt(randomId('per')));
      await refused(administrator, query, { personId: person.id, role: 'TENANT_DPO' }, ['NOT_FOUND']);
    }
    expect((await people(administrator)).map(({ id }) => id)).not.toContain(person.id);
  });

  it('leave an administrator', async () => {
    const administrator = await member.as('TENANT_ADMIN');
    const { person } = await me(administrator);
    const others = (await people(administrator)).filter(
      ({ id, roles }) => id !== person.id && roles.includes('TENANT_ADMIN'),
    );
    for (const { id: personId } of others)
      await administrator.ok(take, { input: { personId, role: 'TENANT_ADMIN' } });
    await refused(administrator, take, { personId: person.id, role: 'TENANT_ADMIN' }, ['LAST_ADMINISTRATOR']);
  });

  it('of several bodies act for one at a time, by choice', async () => {
    const email = someone();
    const other = await givenMember(stack, { body: 'INV-TARNSIDE' });
    for (const organisation of [member, other])
      await (
        await organisation.as('TENANT_ADMIN')
      ).ok(add, { input: newPerson({ email, roles: ['TENANT_SPONSOR'] }) });
    const undecided = await stack.signIn(email);
    expect(await me(undecided)).toMatchObject({ actingFor: null, permissions: ['session:use'] });
    const actFor = mutation('sessionActFor', 'token');
    await refused(undecided, actFor, { bodyId: lead.bodyId, capacity: 'LEAD' }, ['NOT_YOUR_BODY']);
    await refused(undecided, actFor, { bodyId: randomId('bod'), capacity: 'TENANT' }, ['NOT_YOUR_BODY']);
    await refused(undecided, actFor, { capacity: 'PLATFORM' }, ['NOT_YOUR_BODY']);
    const { sessionActFor } = await undecided.ok<{ sessionActFor: { token: string } }>(actFor, {
      input: { bodyId: other.bodyId, capacity: 'TENANT' },
    });
    expect((await undecided.send(ME)).status).toBe(401);
    const decided = new Client(stack.url, sessionActFor.token);
    expect((await me(decided)).actingFor).toMatchObject({
      body: { name: other.name },
      roles: ['TENANT_SPONSOR'],
    });
    expect((await people(decided)).map(({ email: address }) => address)).toContain(
      `tenant-admin@${other.domain}`,
    );
  });
});

describe('a lead authority', () => {
  const appoint = mutation(
    'leadAuthorityAppoint',
    'leadAuthority { name invoicePrefix details { address } }',
  );
  const setDetails = mutation('leadAuthorityDetailsSet', 'leadAuthority { paymentDays }');
  const addBody = mutation('bodyAdd', 'body { id name isInvented }');
  const appointment = (change: object = {}) => ({
    invoicePrefix: 'WCC',
    approver: { email: someone('westerlow.gov.example'), name: 'Wes Approver' },
    idempotencyKey: randomUUID(),
    ...change,
  });

  it('shows its brand as the only one there is', async () => {
    const only = async () =>
      (await visitor.ok<{ brand: { name: string } | null }>('query { brand { name } }')).brand;
    expect(await only()).toBeNull();
    await (
      await lead.as('LEAD_CATALOGUE_MANAGER')
    ).ok(mutation('leadAuthorityBrandSet', ''), { input: { displayName: 'Northmere', colour: '#000000' } });
    expect(await only()).toEqual({ name: 'Northmere' });
  });

  it('is appointed by a platform operator only', async () => {
    const operator = await givenOperator(stack);
    const { id: bodyId } = await givenBody(stack, 'INV-WESTERLOW');
    await refused(await lead.as('LEAD_APPROVER'), appoint, appointment({ bodyId }), ['ROLE_REQUIRED']);
    await refused(operator, appoint, appointment({ bodyId: lead.bodyId }), ['LEAD_ALREADY']);
    await refused(operator, appoint, appointment({ bodyId, invoicePrefix: 'NCC' }), ['INVOICE_PREFIX_TAKEN']);
    await refused(
      operator,
      appoint,
      appointment({ bodyId, invoicePrefix: 'N', approver: { email: 'x', name: ' ' } }),
      ['INVOICE_PREFIX_FORMAT', 'EMAIL_FORMAT', 'FIELD_REQUIRED'],
    );
    const input = appointment({ bodyId });
    const appointed = await operator.ok(appoint, { input });
    expect(appointed).toMatchObject({
      leadAuthorityAppoint: {
        leadAuthority: { name: 'Westerlow County Council', invoicePrefix: 'WCC', details: null },
      },
    });
    expect(await operator.ok(appoint, { input })).toEqual(appointed);
    const approver = await stack.signIn((input.approver as { email: string }).email);
    expect((await me(approver)).actingFor).toMatchObject({ capacity: 'LEAD', roles: ['LEAD_APPROVER'] });
  });

  it('sets what its invoices say, and nobody else reads it', async () => {
    await givenLeadDetails(lead, { paymentDays: 14 });
    const read =
      'query { leadAuthority { name invoicePrefix paymentDays details { vatNumber bankSortCode bankAccountNumber } } }';
    expect(await (await lead.as('LEAD_AUDITOR')).ok(read)).toEqual({
      leadAuthority: {
        name: 'Northmere County Council',
        invoicePrefix: 'NCC',
        paymentDays: 14,
        details: { vatNumber: 'GB000000000', bankSortCode: '000000', bankAccountNumber: '00000000' },
      },
    });
    expect(await (await member.as('TENANT_ADMIN')).refusedWith(read)).toEqual(['ROLE_REQUIRED']);
    const bad = {
      address: '',
      vatNumber: 'GB123456789',
      bankAccountName: 'x',
      bankSortCode: '1',
      bankAccountNumber: '2',
      paymentDays: 500,
    };
    await refused(await lead.as('LEAD_FINANCE_APPROVER'), setDetails, bad, [
      'FIELD_REQUIRED',
      'VAT_NUMBER_FORMAT',
      'SORT_CODE_FORMAT',
      'ACCOUNT_NUMBER_FORMAT',
      'TOO_BIG',
    ]);
    await refused(await lead.as('LEAD_CATALOGUE_MANAGER'), setDetails, bad, ['ROLE_REQUIRED']);
  });

  it('has a brand that anyone may see, in a colour that can be read', async () => {
    const BRAND = 'query($leadId: ID) { brand(leadId: $leadId) { leadId name colour } }';
    const setBrand = mutation('leadAuthorityBrandSet', 'brand { leadId name colour }');
    const brandOf = async (leadId: string | null) =>
      (await visitor.ok<{ brand: object | null }>(BRAND, { leadId })).brand;
    const manager = await lead.as('LEAD_CATALOGUE_MANAGER');
    expect(await brandOf(lead.bodyId)).toMatchObject({ name: 'Northmere', colour: '#000000' });

    await refused(manager, setBrand, { displayName: ' ', colour: '#777777' }, [
      'FIELD_REQUIRED',
      'COLOUR_CONTRAST',
    ]);
    await refused(manager, setBrand, { displayName: 'Northmere', colour: 'teal' }, ['COLOUR_FORMAT']);
    const input = { displayName: 'Northmere Shared Services', colour: ' #1F4E4A ' };
    await refused(await lead.as('LEAD_FINANCE_APPROVER'), setBrand, input, ['ROLE_REQUIRED']);
    await refused(await member.as('TENANT_ADMIN'), setBrand, input, ['ROLE_REQUIRED']);
    await refused(visitor, setBrand, input, ['SIGN_IN_REQUIRED']);

    const brand = { leadId: lead.bodyId, name: 'Northmere Shared Services', colour: '#1f4e4a' };
    expect(await manager.ok(setBrand, { input })).toEqual({
      leadAuthorityBrandSet: { brand, userErrors: [] },
    });
    expect(await brandOf(lead.bodyId)).toEqual(brand);
    const records = () =>
      stack.sql<{ details: object }>(
        "select details from lead_audit where action = 'lead.brand-set' order by seq",
      );
    expect(await records()).toEqual([
      { details: { changed: ['name', 'colour'], name: 'Northmere', colour: '#000000' } },
      { details: { changed: ['name', 'colour'], name: brand.name, colour: brand.colour } },
    ]);
    // The same again changes nothing and leaves no record.
    const before = await stack.fingerprint();
    await manager.ok(setBrand, { input });
    expect(await stack.fingerprint()).toBe(before);
    await manager.ok(setBrand, { input: { ...input, colour: '#767676' } });
    expect(await brandOf(lead.bodyId)).toEqual({ ...brand, colour: '#767676' });
    expect((await records())[2]).toEqual({
      details: { changed: ['colour'], name: brand.name, colour: '#767676' },
    });

    // By now Westerlow is a lead authority too, so nobody in particular is meant.
    expect(await brandOf(null)).toBeNull();
    expect(await brandOf(member.bodyId)).toBeNull();
    expect(await brandOf(randomId('bod'))).toBeNull();
    expect(
      (await visitor.send(BRAND, { leadId: 'x' })).errors.map(({ extensions }) => extensions.code),
    ).toEqual(['NOT_FOUND']);
  });

  it('adds a body that the register lacks, with a reason', async () => {
    const manager = await lead.as('LEAD_CATALOGUE_MANAGER');
    const input = {
      name: 'Northmere Academy Trust',
      type: 'Academy trust',
      emailDomains: ['northmere-academies.example'],
      reason: 'Named in our notice.',
      idempotencyKey: randomUUID(),
    };
    expect(await manager.ok(addBody, { input })).toMatchObject({
      bodyAdd: { body: { name: 'Northmere Academy Trust', isInvented: false } },
    });
    expect(await namesFound('jo@northmere-academies.example')).toEqual(['Northmere Academy Trust']);
    await refused(
      manager,
      addBody,
      { ...input, idempotencyKey: randomUUID(), name: 'northmere ACADEMY-trust' },
      ['BODY_EXISTS'],
    );
    await refused(manager, addBody, { ...input, name: 'Another Trust' }, ['IDEMPOTENCY_KEY_REUSED']);
    await refused(
      manager,
      addBody,
      { ...input, idempotencyKey: randomUUID(), name: 'Another Trust', emailDomains: ['gov.uk'] },
      ['DOMAIN_TOO_WIDE'],
    );
    await refused(
      manager,
      addBody,
      { ...input, idempotencyKey: randomUUID(), name: '\u0421ouncil', reason: '' },
      ['TEXT_INVALID', 'EVIDENCE_REASON_REQUIRED'],
    );
    await refused(await member.as('TENANT_ADMIN'), addBody, { ...input, idempotencyKey: randomUUID() }, [
      'ROLE_REQUIRED',
    ]);
  });
});
