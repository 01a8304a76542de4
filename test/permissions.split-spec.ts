import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allRoles, capacityOf, permissions, type Permission, type Role } from '#libs/directory';
import { buildSchema } from '../tools/generate/schema.js';
import { outcomeOf, readAnswer, type Answer } from './cross-tenant/answer.js';
import { LEFT_OUT } from './cross-tenant/arguments.js';
import type { Door } from './cross-tenant/door.js';
import { doorsOf } from './cross-tenant/doors.js';
import { nobodysId } from './cross-tenant/names.js';
import { givenLead, givenLeadDetails, givenMember, givenOperator } from './given/directory.js';
import { halfOfToday } from './part.js';
import { Stack } from './stack.js';

/** Who may call each operation, as committed: roles, or `anyone`, `anyone signed in`, `a usage key`, `Stripe`. */
type Matrix = Readonly<Record<string, string | readonly Role[]>>;

const doors = doorsOf(await buildSchema());
const matrix = JSON.parse(
  readFileSync(new URL('../../test/permissions.json', import.meta.url), 'utf8'),
) as Matrix;

/** What the code says: the operation's permission, and who has it. */
const declared = ({ access }: Door): string | readonly Role[] => {
  if (access === 'public') return 'anyone';
  if (access === 'session:use') return 'anyone signed in';
  if (access === 'usage key') return 'a usage key';
  if (access === 'stripe signature') return 'Stripe';
  return permissions[access as Permission];
};

interface Caller {
  readonly name: string;
  readonly role: Role | null;
  readonly token: string | null;
}

let stack: Stack;
let callers: readonly Caller[];
/** What stood in the database after the door before. */
let last: string | null = null;
const SIGN_OUT = 'mutation sessionSignOut';

beforeAll(async () => {
  stack = await Stack.start();
  await stack.setClock('2026-05-06');
  const lead = await givenLead(stack);
  const member = await givenMember(stack, { body: 'INV-STOURLEY' });
  await givenLeadDetails(lead);
  const inRoles = async (): Promise<Caller[]> => {
    const found: Caller[] = [];
    for (const role of allRoles.filter((name) => name !== 'PLATFORM_OPERATOR')) {
      const body = capacityOf(role) === 'LEAD' ? lead : member;
      found.push({ name: role, role, token: (await body.as(role)).token });
    }
    return found;
  };
  callers = [
    ...(await inRoles()),
    { name: 'PLATFORM_OPERATOR', role: 'PLATFORM_OPERATOR', token: (await givenOperator(stack)).token },
    {
      name: 'somebody without a role',
      role: null,
      token: (await stack.signIn('nobody@fenhollow.gov.example')).token,
    },
    { name: 'a visitor', role: null, token: null },
  ];
}, 120_000);
afterAll(() => stack?.stop());

const isAllowed = (door: Door, { role, token }: Caller): boolean => {
  const allowed = matrix[door.name];
  if (allowed === 'anyone') return true;
  if (allowed === 'anyone signed in') return token !== null;
  return Array.isArray(allowed) && role !== null && allowed.includes(role);
};

/** Calls a door naming nothing that exists: whoever is let in is told so, and whoever is not never comes so far. */
const call = async (door: Door, { token, role }: Caller): Promise<Answer> => {
  const request = door.request({
    naming: (_, references, required) => (required ? nobodysId(references) : LEFT_OUT),
    after: null,
    as: role !== null && capacityOf(role) === 'LEAD' ? 'LEAD' : 'TENANT',
    // Who may is not a matter of what is asked for.
    isKeptOut: true,
  });
  return readAnswer(
    await fetch(`${stack.url}${request.path}`, {
      method: request.method,
      headers: { ...request.headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      body: request.body,
    }),
  );
};

const KEPT_OUT = ['SIGN_IN_REQUIRED', 'ROLE_REQUIRED', 'USAGE_KEY_REQUIRED', 'STRIPE_SIGNATURE'];
/** Doors that ask for something else than a session, and how they refuse. */
const WITHOUT_SESSION: Readonly<Record<string, string>> = {
  'usage key': 'USAGE_KEY_REQUIRED',
  'stripe signature': 'STRIPE_SIGNATURE',
};

describe('who may do what', () => {
  it('is for every operation as committed, and as the code declares it', () => {
    const fromCode = Object.fromEntries(doors.map((door) => [door.name, declared(door)]));
    expect(matrix).toEqual(fromCode);
  });

  it('leaves no permission unused and gives every role something to do', () => {
    const used = new Set(doors.map(({ access }) => access));
    expect(Object.keys(permissions).filter((permission) => !used.has(permission))).toEqual([]);
    const able = new Set(
      Object.values(matrix).flatMap((allowed) => (typeof allowed === 'string' ? [] : [...allowed])),
    );
    expect(allRoles.filter((role) => !able.has(role))).toEqual([]);
  });

  it.each(halfOfToday(doors).map((door) => [door.name, door] as const))(
    '%s keeps out everyone else, and changes nothing for them',
    async (_, door) => {
      const before = (last ??= await stack.fingerprint());
      const wrong: string[] = [];
      for (const caller of callers.filter((other) => !isAllowed(door, other))) {
        const outcome = outcomeOf(await call(door, caller));
        const right =
          WITHOUT_SESSION[door.access] ?? (caller.token === null ? 'SIGN_IN_REQUIRED' : 'ROLE_REQUIRED');
        if (outcome !== right) wrong.push(`${caller.name} was answered ${outcome}`);
      }
      expect(wrong).toEqual([]);
      last = await stack.fingerprint();
      expect(last).toBe(before);
    },
  );

  // Signing out ends the session of whoever calls, so it comes last.
  it.each(
    [...halfOfToday(doors)]
      .sort((a, b) => Number(a.name === SIGN_OUT) - Number(b.name === SIGN_OUT))
      .map((door) => [door.name, door] as const),
  )('%s lets in everyone who may', async (_, door) => {
    const wrong: string[] = [];
    for (const caller of callers.filter((other) => isAllowed(door, other))) {
      const answer = await call(door, caller);
      const outcome = outcomeOf(answer);
      if (KEPT_OUT.includes(outcome) || outcome.includes('INTERNAL') || answer.status >= 500)
        wrong.push(`${caller.name} was answered ${outcome}`);
    }
    expect(wrong).toEqual([]);
  });

  afterAll(() => {
    const tried = halfOfToday(doors).length;
    console.log(
      `permissions: ${tried} of ${doors.length} operations × ${callers.length} callers = ${tried * callers.length} pairs`,
    );
  });
});
