import { allRoles, capacityOf, type Role } from '#libs/directory';
import type { Member } from '../given/directory.js';
import type { World } from '../given/world.js';
import type { Stack } from '../stack.js';
import type { Attacker } from './attackers.js';

const administratorOf = { TENANT: 'TENANT_ADMIN', LEAD: 'LEAD_APPROVER' } as const;

interface Attackers {
  readonly a: readonly Attacker[];
  readonly b: readonly Attacker[];
  readonly l: readonly Attacker[];
  readonly m: readonly Attacker[];
  readonly key: Attacker;
  readonly outsiders: readonly Attacker[];
}

export const attackersOf = async (world: World): Promise<Attackers> => {
  const { stack } = world;
  const inRoles = async (
    whose: string,
    body: Member,
    capacity: 'TENANT' | 'LEAD',
    kind: Attacker['kind'],
  ): Promise<Attacker[]> => {
    // The administrator first, who adds the others.
    await body.as(administratorOf[capacity]);
    const roles = allRoles.filter((role) => capacityOf(role) === capacity);
    return Promise.all(
      roles.map((role) => inRole(stack, { name: `${whose} ${role}`, kind, role, body, capacity })),
    );
  };
  const [a, b, l, m] = await Promise.all([
    inRoles('A', world.a.member, 'TENANT', 'ownTenant'),
    inRoles('B', world.b.member, 'TENANT', 'otherTenant'),
    inRoles('L', world.l.lead, 'LEAD', 'ownLead'),
    inRoles('M', world.m.lead, 'LEAD', 'otherLead'),
  ]);
  const key: Attacker = {
    name: "B's usage key",
    kind: 'usageKey',
    roles: [],
    token: world.b.usageKey,
    newToken: () => Promise.resolve(world.b.usageKey),
    own: {},
  };
  return { a, b, l, m, key, outsiders: await outsidersOf(world) };
};

const inRole = async (
  stack: Stack,
  who: { name: string; kind: Attacker['kind']; role: Role; body: Member; capacity: 'TENANT' | 'LEAD' },
): Promise<Attacker> => {
  const { name, kind, role, body, capacity } = who;
  const client = await body.as(role);
  const email = `${role.toLowerCase().replaceAll('_', '-')}@${body.domain}`;
  return {
    name,
    kind,
    roles: [role],
    token: client.token,
    newToken: inTurn(async () => (await stack.signIn(email, { bodyId: body.bodyId, capacity })).token),
    own: {},
  };
};

/** Sign-ins one after the other: an address has one code at a time. */
let signingIn: Promise<unknown> = Promise.resolve();
const inTurn = (work: () => Promise<string | null>) => (): Promise<string | null> => {
  const turn = signingIn.then(work);
  signingIn = turn.catch(() => undefined);
  return turn;
};

const OPERATOR = 'operator@accede.gov.example';

const outsidersOf = async ({
  stack,
  former,
  withoutRole,
  expiredToken,
  revokedToken,
}: World): Promise<Attacker[]> => {
  const outsider = (
    name: string,
    kind: Attacker['kind'],
    token: string | null,
    newToken?: () => Promise<string | null>,
  ): Attacker => ({
    name,
    kind,
    roles: kind === 'operator' ? ['PLATFORM_OPERATOR'] : [],
    token,
    newToken: newToken ?? (() => Promise.resolve(token)),
    own: {},
  });
  const signIn = (email: string) => inTurn(async () => (await stack.signIn(email)).token);
  return [
    outsider('a visitor', 'visitor', null),
    outsider('an expired session of B', 'badToken', expiredToken),
    outsider('a revoked session of B', 'badToken', revokedToken),
    outsider('a made-up token', 'badToken', `acs_${'x'.repeat(43)}`),
    outsider(
      'a former colleague of A, signed in before',
      'withoutRole',
      former.tokenBefore,
      signIn(former.email),
    ),
    outsider(
      'a former colleague of A, signed in since',
      'withoutRole',
      await signIn(former.email)(),
      signIn(former.email),
    ),
    outsider('somebody without a role', 'withoutRole', await signIn(withoutRole)(), signIn(withoutRole)),
    outsider('a platform operator', 'operator', await signIn(OPERATOR)(), signIn(OPERATOR)),
  ];
};
