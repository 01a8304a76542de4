import { Client } from '../client.js';
import type { Stack } from '../stack.js';
import { givenCosts, givenLastYear } from './costs.js';
import { givenBody, givenLead, givenMember, type Member } from './directory.js';
import { april, disputes, juneAndJuly, lateUse, may } from './world-bills.js';
import { givenBusiness, leadsOwnUsage, otherOptIns, type Business } from './world-business.js';
import { givenReturning, type Returning } from './world-returns.js';
import { givenAddedBody, givenHosted, type Hosted } from './world-hosted.js';

/**
 * Two lead authorities, and four bodies with business of their own: `a` has everything, `b` has less, `c` is a
 * member of both lead authorities, and `m` hosts besides. Every word that somebody typed for one of them holds
 * `CANARY-<whose>-`, and every figure of theirs is nobody else's.
 */
export interface World {
  readonly stack: Stack;
  readonly l: Hosted;
  readonly m: Hosted;
  readonly returning: Returning;
  readonly a: Business;
  readonly b: Business;
  readonly cUnderL: Business;
  readonly cUnderM: Business;
  /** A body of the register that has nothing to do with any of them. */
  readonly strangerId: string;
  /** Signed in for A once, and then lost every role. */
  readonly former: { readonly email: string; readonly tokenBefore: string };
  /** Signed in, with no role anywhere. */
  readonly withoutRole: string;
  /** Tokens of B's that were good once. */
  readonly expiredToken: string;
  readonly revokedToken: string;
  /** `query invoice`, `mutation callOffAward`, … that somebody entitled has succeeded with. */
  readonly succeeded: ReadonlySet<string>;
}

const STOURLEY = 'INV-STOURLEY';
const CALDERWICK = 'INV-CALDERWICK';
const TARNSIDE = 'INV-TARNSIDE';
const FIRE = 'INV-NORTHMERE-FIRE';
const WESTERLOW = 'INV-WESTERLOW';

/** The day on which everything begins: the framework is open. */
const OPENING = '2026-04-02';

/** Builds the whole world through the public API, as the people concerned. */
export const givenWorld = async (stack: Stack): Promise<World> => {
  // Events are sent past the client that notes what succeeds, and must all be taken.
  const succeeded = new Set<string>(['http POST /v1/usage']);
  const stopNoting = noteSuccesses(succeeded);
  try {
    return { ...(await build(stack)), succeeded };
  } finally {
    stopNoting();
  }
};

const build = async (stack: Stack): Promise<Omit<World, 'succeeded'>> => {
  await stack.setClock(OPENING);
  const lead = await givenLead(stack);
  const otherLead = await givenLead(stack, { body: WESTERLOW, prefix: 'WST' });
  const [a, b, c] = [
    await givenMember(stack, { body: STOURLEY }),
    await givenMember(stack, { body: CALDERWICK }),
    await givenMember(stack, { body: TARNSIDE }),
  ];
  const expiredToken = (await b.as('TENANT_ADMIN')).token ?? '';
  const [l, m] = await Promise.all([
    givenHosted(lead, 'L', [a, b, c], { unit: '4.42', ceiling: '5000000.00' }),
    givenHosted(otherLead, 'M', [c], { unit: '7.91', ceiling: '3000000.00' }),
  ]);
  const [ofA, ofB, cUnderL] = await Promise.all([
    givenBusiness(stack, l, a, 'A', {
      value: '48611.17',
      purchaseOrder: '48619.23',
      quantities: ['12371.25', '1249.53'],
    }),
    givenBusiness(stack, l, b, 'B', {
      value: '31337.19',
      purchaseOrder: '31351.07',
      quantities: ['8813.75', '883.25'],
    }),
    givenBusiness(stack, l, c, 'CL', {
      value: '27191.43',
      purchaseOrder: '27197.11',
      quantities: ['6173.5', '619.75'],
    }),
  ]);
  const cUnderM = await givenBusiness(stack, m, c, 'CM', {
    value: '19013.37',
    purchaseOrder: '19031.29',
    quantities: ['4211.25', '431.125'],
  });
  await givenCosts(stack, l, [
    { member: a, figure: '4007.5', source: 'CANARY-A-calls' },
    { member: b, figure: '2003.25', source: 'CANARY-B-calls' },
    { member: c, figure: '1009.75', source: 'CANARY-CL-calls' },
  ]);
  await givenLastYear(stack, l);
  await givenCosts(stack, m, [{ member: c, figure: '887.5', source: 'CANARY-CM-calls' }], '45679.30');
  await otherOptIns(l, a, 'A');
  await givenAddedBody(l);
  await leadsOwnUsage(stack, l, [ofA, ofB]);
  const returning = await givenReturning(l, l.lotId, ofA, ofB);
  const issued = await april(stack, l, m, ofA, returning);
  await disputes(l, ofA, issued);
  await may(stack, l, ofA, issued, returning);
  await juneAndJuly(stack, l, ofA, returning);
  await lateUse(stack, l, ofA);
  const former = await formerColleague(a);
  const signedOut = await stack.signIn(`tenant-admin@${b.domain}`);
  await revokeOther(stack, signedOut, `tenant-admin@${b.domain}`);
  await signedOut.ok('mutation { sessionSignOut { sessionId userErrors { code message } } }');
  return {
    stack,
    l,
    m,
    returning,
    a: ofA,
    b: ofB,
    cUnderL,
    cUnderM,
    strangerId: (await givenBody(stack, FIRE)).id,
    former,
    withoutRole: 'nobody@fenhollow.gov.example',
    expiredToken,
    revokedToken: signedOut.token ?? '',
  };
};

/** Notes each operation that comes back without a fault, until it is stopped. */
const noteSuccesses = (succeeded: Set<string>): (() => void) => {
  const send = Client.prototype.send;
  Client.prototype.send = async function <T>(this: Client, query: string, variables: object = {}) {
    const answer = await send.call(this, query, variables);
    const kind = /^\s*mutation/.test(query) ? 'mutation' : 'query';
    if (answer.errors.length === 0)
      for (const [name, payload] of Object.entries(answer.data ?? {}))
        if (((payload as { userErrors?: unknown[] } | null)?.userErrors ?? []).length === 0)
          succeeded.add(`${kind} ${name}`);
    return answer as { status: number; data: T | null; errors: typeof answer.errors };
  };
  return () => {
    Client.prototype.send = send;
  };
};

/** Ends one's own session of another place. */
const revokeOther = async (stack: Stack, client: Client, email: string): Promise<void> => {
  const other = await stack.signIn(email);
  const { sessions } = await other.ok<{
    sessions: { edges: { node: { id: string; isCurrent: boolean } }[] };
  }>('query { sessions(first: 20) { edges { node { id isCurrent } } } }');
  const current = sessions.edges.find(({ node }) => node.isCurrent);
  await client.ok(
    'mutation($input: SessionRevokeInput!) { sessionRevoke(input: $input) { userErrors { code message } } }',
    {
      input: { sessionId: current?.node.id },
    },
  );
};

/** Somebody who worked for the body, signed in, and then lost the role. */
const formerColleague = async (member: Member): Promise<World['former']> => {
  const localPart = 'former-colleague';
  const client = await member.as('TENANT_FINANCE', localPart);
  const { me } = await client.ok<{ me: { person: { id: string } } }>('query { me { person { id } } }');
  const administrator = await member.as('TENANT_ADMIN');
  const change = (mutation: 'roleGrant' | 'roleRevoke', role: string): Promise<unknown> =>
    administrator.ok(
      `mutation($input: ${mutation === 'roleGrant' ? 'RoleGrantInput' : 'RoleRevokeInput'}!) { ${mutation}(input: $input) { userErrors { code message } } }`,
      { input: { personId: me.person.id, role } },
    );
  await change('roleGrant', 'TENANT_SPONSOR');
  await change('roleRevoke', 'TENANT_SPONSOR');
  await change('roleRevoke', 'TENANT_FINANCE');
  return { email: `${localPart}@${member.domain}`, tokenBefore: client.token ?? '' };
};
