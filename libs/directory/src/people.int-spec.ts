import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { ok, type Result } from '#libs/kernel';
import {
  Actor,
  JobStore,
  listAudit,
  newId,
  PlatformModule,
  readConfig,
  UnitOfWork,
  verifyChain,
} from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../../../test/database.js';
import {
  ActFor,
  addNotice,
  AddPerson,
  AppointLead,
  AppointOperator,
  DirectoryModule,
  FindBody,
  GrantRole,
  illustrative,
  ListPeople,
  ListSessions,
  LoadRegister,
  OpenWorkspace,
  PeopleNames,
  ReadLeadAuthority,
  ReadMemberships,
  ReadSession,
  RequestCode,
  RevokeRole,
  RevokeSession,
  SendNotice,
  SetLeadDetails,
  SignIn,
  type AppointLeadCommand,
  type SignedIn,
} from './index.js';

let database: TestDatabase;
let app: TestingModule;
let admin: pg.Client;
let ashbeck: string;
let northmere: string;
let fresh = 0;

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok)
    throw new Error(result.refusals.map(({ code, message }) => `${code}: ${message}`).join(' '));
  return result.value;
};
const codesOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code, path }) => `${path.join('.')} ${code}`);
const errorsOf = (result: Result<unknown>): readonly string[] =>
  result.ok ? [] : result.refusals.map(({ code }) => code);

const NOON = '2026-06-01T11:00:00Z';
const setClock = (instant: string) =>
  admin.query('update clock_setting set shift_ms = $1', [Date.parse(instant) - Date.now()]);
/** An address that no other test has used. */
const someone = (domain = 'ashbeck.gov.example'): string => `person.${(fresh += 1)}@${domain}`;

const requestCode = (email: string) => app.get(RequestCode).execute({ email });
/** The codes that were mailed to an address, the newest last. */
const mailed = async (email: string): Promise<readonly string[]> => {
  const { rows } = await admin.query<{ code: string }>(
    `select payload->'words'->>'code' as code from job where queue = 'mail' and payload->>'to' = $1 order by id`,
    [email],
  );
  return rows.map(({ code }) => code);
};
const codeFor = async (email: string): Promise<string> => {
  valueOf(await requestCode(email));
  return (await mailed(email)).at(-1) ?? '';
};
const wrong = (code: string, by = 1): string => String((Number(code) + by) % 1_000_000).padStart(6, '0');
const signIn = async (email: string, name: string | null = null) =>
  valueOf(await app.get(SignIn).execute({ email, code: await codeFor(email), name }));
const read = async (token: string): Promise<SignedIn | null> => app.get(ReadSession).execute(token);
const actorOf = async (token: string): Promise<Actor> => {
  const signedIn = await read(token);
  if (signedIn === null) throw new Error('not signed in');
  const { person, bodyId, capacity, roles } = signedIn;
  return Actor.person({ personId: person.id, bodyId, capacity, roles, requestId: null });
};
const bodyId = async (code: string): Promise<string> => {
  const body = await app.get(UnitOfWork).read(Actor.visitor(), (tx) => app.get(FindBody).byCode(tx, code));
  return body?.id ?? '';
};
const count = async (sql: string, values: unknown[] = []): Promise<number> => {
  const { rows } = await admin.query<{ count: number }>(`select count(*)::int as count from ${sql}`, values);
  return rows[0]?.count ?? -1;
};
/** What the chain of a council's own affairs says: what was done, to whom, by whom and with which roles. */
const ownAffairs = async (id: string): Promise<unknown[][]> => {
  const { rows } = await admin.query<unknown[]>({
    text: `select action, subject_id, person_id, details from tenant_audit
           where tenant_id = $1 and lead_id = $1 and subject_kind = 'person' order by seq`,
    values: [id],
    rowMode: 'array',
  });
  return rows;
};
/** The same for the people of a lead authority, who are on its own chain. */
const ownAffairsOfLead = async (id: string): Promise<unknown[][]> => {
  const { rows } = await admin.query<unknown[]>({
    text: `select action, subject_id, person_id, details from lead_audit
           where lead_id = $1 and subject_kind = 'person' order by seq`,
    values: [id],
    rowMode: 'array',
  });
  return rows;
};
/** Everything but codes and sessions. */
const fingerprint = async (): Promise<string> => {
  const tables = [
    'person',
    'person_contact',
    'role_assignment',
    'workspace',
    'lead_authority',
    'lead_authority_details',
    'platform_audit',
    'lead_audit',
    'tenant_audit',
    'idempotency_receipt',
    'body',
    'body_domain',
  ];
  const parts = tables.map(
    (name) =>
      `select '${name}' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${name} t`,
  );
  const { rows } = await admin.query<{ digest: string }>(parts.join(' union all '));
  return rows.map(({ digest }) => digest).join();
};
const unchanged = async (work: () => Promise<unknown>): Promise<void> => {
  const before = await fingerprint();
  await work();
  expect(await fingerprint()).toBe(before);
};

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  await admin.connect();
  const config = readConfig({
    NODE_ENV: 'test',
    APP_DATABASE_URL: database.appUrl,
    SMTP_URL: 'smtp://127.0.0.1:1',
    ACCEDE_DEMO: '1',
    LOG_LEVEL: 'silent',
  });
  app = await Test.createTestingModule({
    imports: [PlatformModule.forRoot(config, DirectoryModule.entities), DirectoryModule],
  }).compile();
  valueOf(await app.get(LoadRegister).execute());
  ashbeck = await bodyId('INV-ASHBECK');
  northmere = await bodyId('INV-NORTHMERE');
});
beforeEach(() => setClock(NOON));

afterAll(async () => {
  await app.close();
  await admin.end();
  await database.drop();
});

describe('asking for a code', () => {
  it('answers alike for an address that is known and one that is not', async () => {
    const known = someone();
    await signIn(known);
    expect(await requestCode(known)).toEqual(await requestCode(someone()));
  });

  it('mails six digits and keeps none of them', async () => {
    const email = someone();
    const code = await codeFor(email);
    expect(code).toMatch(/^\d{6}$/);
    const { rows } = await admin.query(
      `select row_to_json(c)::text as text from sign_in_code c where email = $1`,
      [email],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0].text).not.toContain(code);
    const { rows: mail } = await admin.query(`select payload from job where payload->>'to' = $1`, [email]);
    expect(mail[0].payload).toEqual({ to: email, code: 'SIGN_IN_CODE', words: { code, until: '12:10' } });
  });

  it.each([
    ['nobody', 'EMAIL_FORMAT'],
    ['jo@gmail.com', 'EMAIL_NOT_PUBLIC_SECTOR'],
    ['jo@evilashbeck.gov.example', 'EMAIL_NOT_PUBLIC_SECTOR'],
    ['jo@ashbeck.gov.example.evil.com', 'EMAIL_NOT_PUBLIC_SECTOR'],
    ['jo@evilgov.uk', 'EMAIL_NOT_PUBLIC_SECTOR'],
    ['jo@\u0430shbeck.gov.example', 'EMAIL_NOT_PUBLIC_SECTOR'],
  ])('for %s is refused with %s and sends nothing', async (email, code) => {
    const before = [await count('job'), await count('sign_in_code')];
    expect(codesOf(await requestCode(email))).toEqual([`email ${code}`]);
    expect([await count('job'), await count('sign_in_code')]).toEqual(before);
  });

  it('takes any public sector domain, and any address of a person who was added', async () => {
    expect((await requestCode(someone('fire.gov.uk'))).ok).toBe(true);
    const added = someone('contractor.example');
    expect(errorsOf(await requestCode(added))).toEqual(['EMAIL_NOT_PUBLIC_SECTOR']);
    valueOf(await app.get(AppointOperator).execute({ email: added, name: 'Olu Operator' }));
    expect((await requestCode(added)).ok).toBe(true);
  });

  it('can be done five times an hour, whatever the tag, the case or the hurry', async () => {
    const email = someone();
    const [local, domain] = email.split('@');
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, i) =>
        requestCode(i % 2 ? email.toUpperCase() : `${local}+${i}@${domain}.`),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(5);
    expect(results.flatMap(errorsOf)).toEqual([
      'CODE_TOO_MANY_REQUESTS',
      'CODE_TOO_MANY_REQUESTS',
      'CODE_TOO_MANY_REQUESTS',
    ]);
    expect(await mailed(email)).toHaveLength(5);
    await setClock('2026-06-01T11:59:30Z');
    const refused = await requestCode(email);
    expect(refused.ok ? '' : refused.refusals[0]?.message).toBe(
      'You have asked for too many codes. Try again in 1 minute.',
    );
    await setClock('2026-06-01T12:00:30Z');
    expect((await requestCode(email)).ok).toBe(true);
  });

  it('forgets old codes', async () => {
    const email = someone();
    await codeFor(email);
    await setClock('2026-06-02T11:00:01Z');
    await codeFor(someone());
    expect(await count('sign_in_code where email = $1', [email])).toBe(0);
  });
});

describe('signing in', () => {
  const attempt = (email: string, code: string, name: string | null = null) =>
    app.get(SignIn).execute({ email, code, name });

  it('makes the person the first time, and knows them the next', async () => {
    const email = someone();
    const written = email.toUpperCase().replace('@', '+accede@');
    valueOf(await requestCode(written));
    const first = valueOf(await attempt(written, (await mailed(email)).at(-1) ?? '', ' Sam Ashworth '));
    expect(first.person).toEqual({ id: first.person.id, email, name: 'Sam Ashworth' });
    const second = await signIn(email, 'Someone Else');
    expect(second.person).toEqual(first.person);
    expect(second.token).not.toBe(first.token);
    expect((await signIn(someone())).person.name).toBe(`Person ${fresh}`);
  });

  it('keeps a token as its hash only', async () => {
    const { token, sessionId } = await signIn(someone());
    expect(token).toMatch(/^acs_[A-Za-z0-9_-]{43}$/);
    const { rows } = await admin.query(`select row_to_json(s)::text as text from session s where id = $1`, [
      sessionId,
    ]);
    expect(rows[0].text).not.toContain(token.slice(4));
    expect((await read(token))?.session.id).toBe(sessionId);
  });

  it('counts wrong tries although they are refused, and ends the code with the fifth', async () => {
    const email = someone();
    const code = await codeFor(email);
    const sessions = await count('session');
    for (let tries = 1; tries <= 4; tries += 1) {
      expect(codesOf(await attempt(email, wrong(code, tries)))).toEqual(['code CODE_WRONG']);
      expect(
        await count('sign_in_code where email = $1 and tries = $2 and ended_at is null', [email, tries]),
      ).toBe(1);
    }
    expect(codesOf(await attempt(email, wrong(code, 5)))).toEqual(['code CODE_TOO_MANY_TRIES']);
    expect(codesOf(await attempt(email, code))).toEqual(['code CODE_TOO_MANY_TRIES']);
    expect([await count('session'), await count('person_contact where email = $1', [email])]).toEqual([
      sessions,
      0,
    ]);
  });

  it('cannot be forced by guessing at once', async () => {
    const email = someone();
    const code = await codeFor(email);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, i) => attempt(email, wrong(code, i + 1))),
    );
    expect(results.flatMap(errorsOf).filter((error) => error === 'CODE_WRONG')).toHaveLength(4);
    expect(await count('sign_in_code where email = $1 and tries = 5', [email])).toBe(1);
    expect(errorsOf(await attempt(email, code))).toEqual(['CODE_TOO_MANY_TRIES']);
  });

  it('works once for a code, also for two at once', async () => {
    const email = someone();
    const code = await codeFor(email);
    const results = await Promise.all([attempt(email, code), attempt(email, code), attempt(email, code)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap(errorsOf)).toEqual(['CODE_EXPIRED', 'CODE_EXPIRED']);
    expect(await count('person_contact where email = $1', [email])).toBe(1);
    expect(await count('session s join person_contact c using (person_id) where c.email = $1', [email])).toBe(
      1,
    );
  });

  it('works for ten minutes', async () => {
    const email = someone();
    const code = await codeFor(email);
    await setClock('2026-06-01T11:10:01Z');
    expect(codesOf(await attempt(email, code))).toEqual(['code CODE_EXPIRED']);
    expect(await count('person_contact where email = $1', [email])).toBe(0);
  });

  it('works with the newest code only', async () => {
    const email = someone();
    const old = await codeFor(email);
    const code = await codeFor(email);
    if (old !== code) expect(codesOf(await attempt(email, old))).toEqual(['code CODE_WRONG']);
    expect((await attempt(email, code)).ok).toBe(true);
  });

  it("does not work with somebody else's code", async () => {
    const [email, other] = [someone(), someone()];
    const [code, theirs] = [await codeFor(email), await codeFor(other)];
    if (code !== theirs) expect(codesOf(await attempt(email, theirs))).toEqual(['code CODE_WRONG']);
    expect(codesOf(await attempt(someone(), code))).toEqual(['code CODE_WRONG']);
  });

  it('tells all faults of the input at once, and counts no try', async () => {
    const email = someone();
    const code = await codeFor(email);
    expect(codesOf(await attempt('nobody', code, ' '))).toEqual([
      'email EMAIL_FORMAT',
      'name FIELD_REQUIRED',
    ]);
    expect(codesOf(await attempt(email, code, 'a\u0000b'))).toEqual(['name TEXT_INVALID']);
    expect((await attempt(email, code)).ok).toBe(true);
  });
});

describe('a session', () => {
  it.each([null, '', 'acs_' + 'a'.repeat(43), 'Bearer x'])('is not opened by %j', async (token) => {
    expect(await read(token ?? '')).toBeNull();
  });

  it('ends after eight idle hours, and after seven days however busy', async () => {
    const idle = await signIn(someone());
    const busy = await signIn(someone());
    await setClock('2026-06-01T18:59:00Z');
    expect(await read(busy.token)).not.toBeNull();
    await setClock('2026-06-01T19:00:01Z');
    expect(await read(idle.token)).toBeNull();
    for (let hour = 26; hour < 7 * 24 + 11; hour += 7) {
      await setClock(new Date(Date.UTC(2026, 5, 1, hour - 2)).toISOString());
      expect(await read(busy.token)).not.toBeNull();
    }
    await setClock('2026-06-08T10:59:00Z');
    await read(busy.token);
    await setClock('2026-06-08T11:00:01Z');
    expect(await read(busy.token)).toBeNull();
  });

  it('is noted as used once a minute', async () => {
    const { token, sessionId } = await signIn(someone());
    const lastUsed = async (): Promise<Date> =>
      (
        await admin.query<{ last_used_at: Date }>('select last_used_at from session where id = $1', [
          sessionId,
        ])
      ).rows[0]!.last_used_at;
    const begun = await lastUsed();
    await setClock('2026-06-01T11:00:50Z');
    await read(token);
    expect(await lastUsed()).toEqual(begun);
    await setClock('2026-06-01T11:01:30Z');
    await read(token);
    expect((await lastUsed()).getTime()).toBeGreaterThan(begun.getTime());
  });

  it('is ended at once by its person, and by nobody else', async () => {
    const mine = await signIn(someone());
    const other = await signIn(someone());
    const revoke = async (by: string, sessionId: string) =>
      app.get(RevokeSession).execute(await actorOf(by), { sessionId });
    expect(codesOf(await revoke(other.token, mine.sessionId))).toEqual(
      codesOf(await revoke(other.token, newId())),
    );
    expect(codesOf(await revoke(other.token, mine.sessionId))).toEqual(['sessionId NOT_FOUND']);
    expect(await read(mine.token)).not.toBeNull();
    const actor = await actorOf(mine.token);
    expect(valueOf(await revoke(mine.token, mine.sessionId))).toEqual({ sessionId: mine.sessionId });
    expect(await read(mine.token)).toBeNull();
    expect(codesOf(await app.get(RevokeSession).execute(actor, mine))).toEqual(['sessionId NOT_FOUND']);
  });

  it('is listed to its person alone, newest first, page by page', async () => {
    const email = someone();
    await signIn(someone());
    const begun: string[] = [];
    for (const minute of ['00', '05', '10']) {
      await setClock(`2026-06-01T11:${minute}:00Z`);
      begun.unshift((await signIn(email)).sessionId);
    }
    const actor = await actorOf((await signIn(email)).token);
    const list = (first: number, after: { createdAt: Date; id: string } | null) =>
      app.get(ListSessions).execute(actor, { first, after });
    const firstPage = await list(2, null);
    expect(firstPage).toHaveLength(3);
    const place = firstPage[1]!;
    const rest = await list(2, { createdAt: place.createdAt, id: place.id });
    expect([...firstPage.slice(0, 2), ...rest].map(({ id }) => id).slice(1)).toEqual(begun);
  });

  it('dies with the contact details of its person', async () => {
    const { token, person } = await signIn(someone());
    await admin.query('delete from person_contact where person_id = $1', [person.id]);
    expect(await read(token)).toBeNull();
    expect(await app.get(PeopleNames).byIds([person.id])).toEqual(
      new Map([[person.id, 'a former colleague']]),
    );
  });

  it('is forgotten a month after its end', async () => {
    const email = someone();
    const { sessionId } = await signIn(email);
    await setClock('2026-07-09T11:00:01Z');
    await signIn(email);
    expect(await count('session where id = $1', [sessionId])).toBe(0);
  });
});

/** A fresh body of our own, with a domain, so that each test opens its own workspace. */
const newBody = async (): Promise<{ id: string; domain: string; name: string }> => {
  const id = newId();
  const name = `Invented Council ${(fresh += 1)}`;
  const domain = `council${fresh}.gov.example`;
  await admin.query(
    `insert into body (id, name, name_key, short_name, type, invented, created_at) values ($1, $2, lower($2), $2, 'Unitary authority', true, now())`,
    [id, name],
  );
  await admin.query(`insert into body_domain (domain, body_id, source) values ($1, $2, 'DEMONSTRATION')`, [
    domain,
    id,
  ]);
  return { id, domain, name };
};
/** A body with its workspace open, and the token of its administrator. */
const workspace = async () => {
  const body = await newBody();
  const adminSession = await signIn(someone(body.domain), 'Ada Admin');
  valueOf(await app.get(OpenWorkspace).execute(await actorOf(adminSession.token), { bodyId: null }));
  return { ...body, admin: adminSession, actor: await actorOf(adminSession.token) };
};
const addPerson = async (actor: Actor, roles: readonly string[], email = someone()) =>
  app
    .get(AddPerson)
    .execute(actor, { email, name: 'Kim Colleague', roles: roles as never, idempotencyKey: newId() });

describe('opening a workspace', () => {
  const open = async (token: string, chosen: string | null = null) =>
    app.get(OpenWorkspace).execute(await actorOf(token), { bodyId: chosen });

  it('makes the first person its administrator, whose session acts for it at once', async () => {
    const body = await newBody();
    const { token, person } = await signIn(someone(`mail.${body.domain}`));
    expect(await read(token)).toMatchObject({ bodyId: null, capacity: null, roles: [] });
    expect(valueOf(await open(token))).toEqual({ bodyId: body.id });
    expect(await read(token)).toMatchObject({ bodyId: body.id, capacity: 'TENANT', roles: ['TENANT_ADMIN'] });
    expect(await ownAffairs(body.id)).toEqual([
      ['workspace.open', person.id, person.id, { roles: ['TENANT_ADMIN'] }],
    ]);
  });

  it('happens once for a body, also for two at once', async () => {
    const body = await newBody();
    const tokens = [await signIn(someone(body.domain)), await signIn(someone(body.domain))].map(
      ({ token }) => token,
    );
    const results = await Promise.all(tokens.map((token) => open(token)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap(codesOf)).toEqual(['bodyId ALREADY_MEMBER']);
    expect(await count('role_assignment where body_id = $1', [body.id])).toBe(1);
    await unchanged(async () => expect(codesOf(await open(tokens[0]!))).toEqual(['bodyId ALREADY_MEMBER']));
  });

  it('asks which body, when the domain belongs to several', async () => {
    const { token } = await signIn(someone('ashbeck-fenhollow.gov.example'));
    await unchanged(async () => expect(codesOf(await open(token))).toEqual(['bodyId BODY_CHOICE_REQUIRED']));
    const fenhollow = await bodyId('INV-FENHOLLOW');
    expect(valueOf(await open(token, fenhollow))).toEqual({ bodyId: fenhollow });
  });

  it('leads people of an abolished body to its successor', async () => {
    const { token } = await signIn(someone('oldmarrow.gov.example'));
    const [old, calderwick] = [await bodyId('INV-OLD-MARROW'), await bodyId('INV-CALDERWICK')];
    await unchanged(async () => {
      const refused = await open(token, old);
      expect(refused.ok ? '' : refused.refusals[0]?.message).toBe(
        'Old Marrow District Council closed on 1 April 2023. Continue as Calderwick District Council.',
      );
    });
    expect(valueOf(await open(token))).toEqual({ bodyId: calderwick });
  });

  it.each([
    ['another body', 'ashbeck.gov.example', 'INV-STOURLEY', 'bodyId DOMAIN_BELONGS_TO_OTHER'],
    ['a body by the look of the domain', 'gov.uk', 'LAN', 'bodyId EMAIL_NOT_PUBLIC_SECTOR'],
    ['a body by a domain read on its website', 'bcpcouncil.gov.uk', 'BPC', 'bodyId DOMAIN_NOT_CONFIRMED'],
    ['nothing known', 'unknown-council.gov.uk', null, 'bodyId EMAIL_NOT_PUBLIC_SECTOR'],
  ])('of %s is refused', async (_, domain, code, refusal) => {
    const { token } = await signIn(someone(domain));
    await unchanged(async () =>
      expect(codesOf(await open(token, code === null ? null : await bodyId(code)))).toEqual([refusal]),
    );
  });

  it('of a body that does not exist answers NOT_FOUND', async () => {
    const { token } = await signIn(someone());
    await unchanged(async () => expect(codesOf(await open(token, newId()))).toEqual(['bodyId NOT_FOUND']));
  });
});

describe('acting for one of several bodies', () => {
  it('is a choice; the session gets another token, and the one before is dead', async () => {
    const email = someone();
    const [a, b] = [await workspace(), await workspace()];
    valueOf(await addPerson(a.actor, ['TENANT_FINANCE'], email));
    valueOf(await addPerson(b.actor, ['TENANT_SIGNATORY', 'TENANT_DPO'], email));
    const started = await signIn(email);
    expect(started.actingFor).toBeNull();
    expect(started.memberships).toEqual([
      { bodyId: a.id, capacity: 'TENANT', roles: ['TENANT_FINANCE'] },
      { bodyId: b.id, capacity: 'TENANT', roles: ['TENANT_SIGNATORY', 'TENANT_DPO'] },
    ]);
    expect(await read(started.token)).toMatchObject({ bodyId: null, roles: [] });

    const actFor = async (token: string, chosen: string) =>
      app
        .get(ActFor)
        .execute(await actorOf(token), started.sessionId, { bodyId: chosen, capacity: 'TENANT' });
    const { token } = valueOf(await actFor(started.token, b.id));
    expect(await read(started.token)).toBeNull();
    expect(await read(token)).toMatchObject({
      session: { id: started.sessionId },
      bodyId: b.id,
      roles: ['TENANT_SIGNATORY', 'TENANT_DPO'],
    });
    expect(codesOf(await actFor(token, ashbeck))).toEqual(codesOf(await actFor(token, newId())));
    expect(codesOf(await actFor(token, ashbeck))).toEqual(['bodyId NOT_YOUR_BODY']);
    expect(await read(token)).toMatchObject({ bodyId: b.id });
    const me = await app.get(ReadMemberships).execute(await actorOf(token));
    expect(me?.memberships.map(({ body, roles }) => [body?.name, roles])).toEqual([
      [a.name, ['TENANT_FINANCE']],
      [b.name, ['TENANT_SIGNATORY', 'TENANT_DPO']],
    ]);
  });

  it("is not done with somebody else's session", async () => {
    const [a, b] = [await workspace(), await workspace()];
    const chosen = { bodyId: a.id, capacity: 'TENANT' } as const;
    expect(errorsOf(await app.get(ActFor).execute(a.actor, b.admin.sessionId, chosen))).toEqual([
      'SIGN_IN_REQUIRED',
    ]);
    expect(await read(b.admin.token)).toMatchObject({ bodyId: b.id });
  });

  it('never slips to another body when the chosen one is lost', async () => {
    const email = someone();
    const [a, b] = [await workspace(), await workspace()];
    const { personId } = valueOf(await addPerson(a.actor, ['TENANT_FINANCE'], email));
    const { token } = await signIn(email);
    expect(await read(token)).toMatchObject({ bodyId: a.id });
    valueOf(await addPerson(b.actor, ['TENANT_FINANCE'], email));
    expect(await read(token)).toMatchObject({ bodyId: a.id });
    valueOf(await app.get(RevokeRole).execute(a.actor, { personId, role: 'TENANT_FINANCE' }));
    expect(await read(token)).toMatchObject({ bodyId: null, capacity: null, roles: [] });
  });
});

describe('people and roles', () => {
  it('adds a colleague, whose domain is flagged when it is not the body’s', async () => {
    const a = await workspace();
    const insider = valueOf(await addPerson(a.actor, ['TENANT_CLIENT_LEAD'], someone(a.domain)));
    const outsider = valueOf(
      await addPerson(a.actor, ['TENANT_FINANCE', 'TENANT_FINANCE'], someone('contractor.example')),
    );
    const people = await app.get(ListPeople).execute(a.actor, { first: 10, after: null });
    expect(people.map(({ name, roles, domainMatches }) => ({ name, roles, domainMatches }))).toEqual([
      { name: 'Ada Admin', roles: ['TENANT_ADMIN'], domainMatches: true },
      { name: 'Kim Colleague', roles: ['TENANT_CLIENT_LEAD'], domainMatches: true },
      { name: 'Kim Colleague', roles: ['TENANT_FINANCE'], domainMatches: false },
    ]);
    const first = await app.get(ListPeople).execute(a.actor, { first: 1, after: null });
    const place = first[0]!;
    const next = await app
      .get(ListPeople)
      .execute(a.actor, { first: 1, after: { name: place.name, id: place.id } });
    expect(next[0]?.id).toBe(insider.personId);
    expect(await app.get(PeopleNames).byIds([insider.personId, outsider.personId, insider.personId])).toEqual(
      new Map([
        [insider.personId, 'Kim Colleague'],
        [outsider.personId, 'Kim Colleague'],
      ]),
    );
  });

  it('adds a colleague once for a key', async () => {
    const a = await workspace();
    const command = {
      email: someone(),
      name: 'Kim',
      roles: ['TENANT_DPO'] as const,
      idempotencyKey: newId(),
    };
    const added = valueOf(await app.get(AddPerson).execute(a.actor, command));
    await unchanged(async () => {
      expect(valueOf(await app.get(AddPerson).execute(a.actor, command))).toEqual(added);
      expect(errorsOf(await app.get(AddPerson).execute(a.actor, { ...command, name: 'Jim' }))).toEqual([
        'IDEMPOTENCY_KEY_REUSED',
      ]);
      expect(
        codesOf(await app.get(AddPerson).execute(a.actor, { ...command, idempotencyKey: newId() })),
      ).toEqual(['roles PERSON_ALREADY_HAS_ROLE']);
    });
  });

  it.each([
    [{ email: 'x' }, ['email EMAIL_FORMAT']],
    [{ name: '' }, ['name FIELD_REQUIRED']],
    [{ roles: [] }, ['roles FIELD_REQUIRED']],
    [{ roles: ['PLATFORM_OPERATOR'] }, ['roles ROLE_NOT_GRANTABLE']],
    [{ roles: ['TENANT_DPO', 'LEAD_APPROVER'] }, ['roles ROLE_NOT_GRANTABLE']],
    [
      { email: 'x', name: ' ', roles: ['LEAD_APPROVER'] },
      ['email EMAIL_FORMAT', 'name FIELD_REQUIRED', 'roles ROLE_NOT_GRANTABLE'],
    ],
  ])('refuses a colleague with %j', async (change, codes) => {
    const a = await workspace();
    const command = {
      email: someone(),
      name: 'Kim',
      roles: ['TENANT_DPO'],
      idempotencyKey: newId(),
      ...change,
    };
    await unchanged(async () =>
      expect(codesOf(await app.get(AddPerson).execute(a.actor, command as never))).toEqual(codes),
    );
  });

  it('gives and takes roles; a taken one is gone with the very next request', async () => {
    const a = await workspace();
    const email = someone();
    const { personId } = valueOf(await addPerson(a.actor, ['TENANT_FINANCE'], email));
    const { token } = await signIn(email);
    valueOf(await app.get(GrantRole).execute(a.actor, { personId, role: 'TENANT_SIGNATORY' }));
    expect((await read(token))?.roles).toEqual(['TENANT_FINANCE', 'TENANT_SIGNATORY']);
    await unchanged(async () =>
      expect(
        codesOf(await app.get(GrantRole).execute(a.actor, { personId, role: 'TENANT_SIGNATORY' })),
      ).toEqual(['role PERSON_ALREADY_HAS_ROLE']),
    );
    valueOf(await app.get(RevokeRole).execute(a.actor, { personId, role: 'TENANT_FINANCE' }));
    expect((await read(token))?.roles).toEqual(['TENANT_SIGNATORY']);
    await unchanged(async () =>
      expect(
        codesOf(await app.get(RevokeRole).execute(a.actor, { personId, role: 'TENANT_FINANCE' })),
      ).toEqual(['personId NOT_FOUND']),
    );
    valueOf(await app.get(RevokeRole).execute(a.actor, { personId, role: 'TENANT_SIGNATORY' }));
    expect(await read(token)).toMatchObject({ bodyId: null, roles: [] });
    expect(await app.get(ListPeople).one(a.actor, personId)).toBeNull();
    const by = a.admin.person.id;
    expect(await ownAffairs(a.id)).toEqual([
      ['workspace.open', by, by, { roles: ['TENANT_ADMIN'] }],
      ['person.add', personId, by, { roles: ['TENANT_FINANCE'] }],
      ['role.grant', personId, by, { roles: ['TENANT_SIGNATORY'] }],
      ['role.revoke', personId, by, { roles: ['TENANT_FINANCE'] }],
      ['role.revoke', personId, by, { roles: ['TENANT_SIGNATORY'] }],
    ]);
  });

  it('never reach into another body', async () => {
    const [a, b] = [await workspace(), await workspace()];
    const { personId } = valueOf(await addPerson(b.actor, ['TENANT_FINANCE']));
    await unchanged(async () => {
      for (const action of [GrantRole, RevokeRole]) {
        const theirs = await app
          .get<GrantRole>(action)
          .execute(a.actor, { personId, role: 'TENANT_FINANCE' });
        const nobodys = await app
          .get<GrantRole>(action)
          .execute(a.actor, { personId: newId(), role: 'TENANT_FINANCE' });
        expect(theirs).toEqual(nobodys);
        expect(errorsOf(theirs)).toEqual(['NOT_FOUND']);
      }
    });
    expect(await app.get(ListPeople).one(a.actor, personId)).toBeNull();
    expect(
      (await app.get(ListPeople).execute(a.actor, { first: 10, after: null })).map(({ id }) => id),
    ).toEqual([a.admin.person.id]);
  });

  it.each(['PLATFORM_OPERATOR', 'LEAD_APPROVER'] as const)(
    'never give or take %s as a tenant',
    async (role) => {
      const a = await workspace();
      const personId = a.admin.person.id;
      await unchanged(async () => {
        expect(codesOf(await app.get(GrantRole).execute(a.actor, { personId, role }))).toEqual([
          'role ROLE_NOT_GRANTABLE',
        ]);
        expect(codesOf(await app.get(RevokeRole).execute(a.actor, { personId, role }))).toEqual([
          'role ROLE_NOT_GRANTABLE',
        ]);
      });
    },
  );

  it('leave an administrator, also when two take the role from each other at once', async () => {
    const a = await workspace();
    const adminId = a.admin.person.id;
    await unchanged(async () => {
      const refused = await app.get(RevokeRole).execute(a.actor, { personId: adminId, role: 'TENANT_ADMIN' });
      expect(refused.ok ? '' : refused.refusals[0]?.message).toBe(
        `${a.name} needs at least one administrator. Make someone else an administrator first.`,
      );
    });
    const { personId } = valueOf(await addPerson(a.actor, ['TENANT_ADMIN']));
    const results = await Promise.all([
      app.get(RevokeRole).execute(a.actor, { personId, role: 'TENANT_ADMIN' }),
      app.get(RevokeRole).execute(a.actor, { personId: adminId, role: 'TENANT_ADMIN' }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap(errorsOf)).toEqual(['LAST_ADMINISTRATOR']);
    expect(
      await count(`role_assignment where body_id = $1 and role = 'TENANT_ADMIN' and revoked_at is null`, [
        a.id,
      ]),
    ).toBe(1);
  });

  it('are one role for two who give it at once', async () => {
    const a = await workspace();
    const { personId } = valueOf(await addPerson(a.actor, ['TENANT_FINANCE']));
    const command = { personId, role: 'TENANT_DPO' } as const;
    const results = await Promise.all([
      app.get(GrantRole).execute(a.actor, command),
      app.get(GrantRole).execute(a.actor, command),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap(errorsOf)).toEqual(['PERSON_ALREADY_HAS_ROLE']);
  });
});

describe('platform operators and lead authorities', () => {
  const operator = async (): Promise<Actor> => {
    const email = someone();
    valueOf(await app.get(AppointOperator).execute({ email, name: 'Olu Operator' }));
    const { token } = await signIn(email);
    expect(await read(token)).toMatchObject({
      bodyId: null,
      capacity: 'PLATFORM',
      roles: ['PLATFORM_OPERATOR'],
    });
    return actorOf(token);
  };
  const appoint = async (actor: Actor, change: Partial<AppointLeadCommand> = {}) =>
    app.get(AppointLead).execute(actor, {
      bodyId: change.bodyId ?? (await newBody()).id,
      invoicePrefix: change.invoicePrefix ?? 'ABC',
      approver: change.approver ?? { email: someone(), name: 'Lee Approver' },
      idempotencyKey: newId(),
    });

  it('an operator is appointed once', async () => {
    const command = { email: someone(), name: 'Olu Operator' };
    const first = valueOf(await app.get(AppointOperator).execute(command));
    expect(first.isNew).toBe(true);
    await unchanged(async () =>
      expect(valueOf(await app.get(AppointOperator).execute(command))).toEqual({
        personId: first.personId,
        isNew: false,
      }),
    );
    expect(codesOf(await app.get(AppointOperator).execute({ email: 'x', name: '' }))).toEqual([
      'email EMAIL_FORMAT',
      'name FIELD_REQUIRED',
    ]);
  });

  it('a lead authority begins with its approver, who gives the other roles', async () => {
    const actor = await operator();
    const approver = someone('northmere.gov.example');
    const command = {
      bodyId: northmere,
      invoicePrefix: 'NCC',
      approver: { email: approver, name: 'Lee Approver' },
      idempotencyKey: newId(),
    };
    const appointed = valueOf(await app.get(AppointLead).execute(actor, command));
    expect(appointed.leadId).toBe(northmere);
    await unchanged(async () => {
      expect(valueOf(await app.get(AppointLead).execute(actor, command))).toEqual(appointed);
      expect(codesOf(await appoint(actor, { bodyId: northmere, invoicePrefix: 'XYZ' }))).toEqual([
        'bodyId LEAD_ALREADY',
      ]);
      expect(codesOf(await appoint(actor, { bodyId: ashbeck, invoicePrefix: 'NCC' }))).toEqual([
        'invoicePrefix INVOICE_PREFIX_TAKEN',
      ]);
      expect(codesOf(await appoint(actor, { bodyId: await bodyId('INV-OLD-MARROW') }))).toEqual([
        'bodyId BODY_ABOLISHED',
      ]);
      expect(codesOf(await appoint(actor, { bodyId: newId() }))).toEqual(['bodyId NOT_FOUND']);
      expect(
        codesOf(
          await appoint(actor, {
            bodyId: ashbeck,
            invoicePrefix: 'ncc1',
            approver: { email: 'x', name: '' },
          }),
        ),
      ).toEqual([
        'invoicePrefix INVOICE_PREFIX_FORMAT',
        'approver.email EMAIL_FORMAT',
        'approver.name FIELD_REQUIRED',
      ]);
    });

    const lead = await actorOf((await signIn(approver)).token);
    expect(lead.identity).toMatchObject({ bodyId: northmere, capacity: 'LEAD', roles: ['LEAD_APPROVER'] });
    const finance = valueOf(await addPerson(lead, ['LEAD_FINANCE_PREPARER', 'LEAD_FINANCE_APPROVER']));
    expect((await app.get(ListPeople).one(lead, finance.personId))?.roles).toEqual([
      'LEAD_FINANCE_PREPARER',
      'LEAD_FINANCE_APPROVER',
    ]);
    await unchanged(async () => {
      expect(errorsOf(await addPerson(lead, ['TENANT_ADMIN']))).toEqual(['ROLE_NOT_GRANTABLE']);
      expect(
        errorsOf(
          await app.get(RevokeRole).execute(lead, { personId: appointed.approverId, role: 'LEAD_APPROVER' }),
        ),
      ).toEqual(['LAST_ADMINISTRATOR']);
    });
    const { approverId } = appointed;
    valueOf(
      await app.get(RevokeRole).execute(lead, { personId: finance.personId, role: 'LEAD_FINANCE_PREPARER' }),
    );
    expect(await ownAffairsOfLead(northmere)).toEqual([
      ['role.grant', approverId, actor.identity.personId, { roles: ['LEAD_APPROVER'] }],
      [
        'person.add',
        finance.personId,
        approverId,
        { roles: ['LEAD_FINANCE_PREPARER', 'LEAD_FINANCE_APPROVER'] },
      ],
      ['role.revoke', finance.personId, approverId, { roles: ['LEAD_FINANCE_PREPARER'] }],
    ]);
    expect(await ownAffairs(northmere)).toEqual([]);
  });

  it('two appointed at once under one prefix make one', async () => {
    const actor = await operator();
    const results = await Promise.all([
      appoint(actor, { invoicePrefix: 'TWO' }),
      appoint(actor, { invoicePrefix: 'TWO' }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.flatMap(errorsOf)).toEqual(['INVOICE_PREFIX_TAKEN']);
  });

  it('sets its own details, which nobody else reads', async () => {
    const actor = await operator();
    const { leadId } = valueOf(await appoint(actor, { invoicePrefix: 'SELL' }));
    const lead = Actor.person({
      personId: newId(),
      bodyId: leadId,
      capacity: 'LEAD',
      roles: ['LEAD_FINANCE_APPROVER'],
      requestId: null,
    });
    const own = () => app.get(UnitOfWork).read(lead, (tx) => app.get(ReadLeadAuthority).own(tx));
    expect(await own()).toMatchObject({ invoicePrefix: 'SELL', details: null, paymentDays: 30 });

    const details = {
      address: 'County Hall\nNorthmere',
      vatNumber: 'GB 000 0000 00',
      bankAccountName: 'Northmere County Council',
      bankSortCode: '00-00-00',
      bankAccountNumber: '00000000',
      paymentDays: 14,
    };
    valueOf(await app.get(SetLeadDetails).execute(lead, details));
    const kept = { ...details, ...illustrative };
    expect(await own()).toMatchObject({ details: kept, paymentDays: 14 });
    await unchanged(async () => {
      valueOf(await app.get(SetLeadDetails).execute(lead, details));
      expect(
        codesOf(await app.get(SetLeadDetails).execute(lead, { ...details, vatNumber: 'GB123456789' })),
      ).toEqual(['vatNumber VAT_NUMBER_FORMAT']);
    });
    const { rows } = await admin.query(
      `select action, details->'changed' as changed from lead_audit
       where lead_id = $1 and subject_kind = 'body' order by seq`,
      [leadId],
    );
    expect(rows).toEqual([
      {
        action: 'lead.details-set',
        changed: [
          'address',
          'vatNumber',
          'bankAccountName',
          'bankSortCode',
          'bankAccountNumber',
          'paymentDays',
        ],
      },
    ]);
    for (const stranger of [Actor.visitor(), actor, Actor.system('people')]) {
      const seen = await app
        .get(UnitOfWork)
        .read(stranger, (tx) => app.get(ReadLeadAuthority).byId(tx, leadId));
      expect(seen).toMatchObject({ invoicePrefix: 'SELL', details: null });
    }
  });
});

describe('a notice', () => {
  it('becomes a mail for each who holds the role when it is sent, and is gone with them', async () => {
    const [a, b] = [await workspace(), await workspace()];
    const emails = [someone(), someone()];
    for (const email of emails) valueOf(await addPerson(a.actor, ['TENANT_FINANCE'], email));
    const leaver = valueOf(await addPerson(a.actor, ['TENANT_FINANCE']));
    valueOf(await addPerson(b.actor, ['TENANT_FINANCE']));
    await admin.query('delete from job');

    const words = {
      number: 'NCC-2026-00001',
      lead: 'Northmere County Council',
      period: 'April 2026',
      gross: '£12.00',
      due: '30 May 2026',
    };
    await app.get(UnitOfWork).run(b.actor, async (tx) => {
      await addNotice(tx, { bodyId: a.id, role: 'TENANT_FINANCE', mail: 'INVOICE_ISSUED', words });
      return ok(null);
    });
    valueOf(
      await app.get(RevokeRole).execute(a.actor, { personId: leaver.personId, role: 'TENANT_FINANCE' }),
    );
    const job = await app.get(JobStore).take(['notice']);
    await app.get(SendNotice).handle(job!);
    const { rows } = await admin.query(`select queue, payload from job order by payload->>'to'`);
    expect(rows).toEqual(
      emails.map((to) => ({ queue: 'mail', payload: { to, code: 'INVOICE_ISSUED', words } })),
    );
    await expect(app.get(SendNotice).handle(job!)).rejects.toThrow('was taken by another worker');
    expect(await count('job')).toBe(emails.length);
  });
});

it('nobody but the listed doors sees people, roles, codes and sessions', async () => {
  const a = await workspace();
  await codeFor(someone());
  const tables = [
    'person',
    'person_contact',
    'role_assignment',
    'sign_in_code',
    'session',
    'workspace',
    'platform_audit',
  ];
  const seenBy = (actor: Actor) =>
    app.get(UnitOfWork).read(actor, async (tx) => {
      const seen: string[] = [];
      for (const table of tables)
        if ((await tx.manager.query<unknown[]>(`select from ${table} limit 1`)).length > 0) seen.push(table);
      return seen;
    });
  expect(await seenBy(Actor.visitor())).toEqual([]);
  expect(await seenBy(a.actor)).toEqual([]);
  expect(await seenBy(Actor.system('people'))).toEqual(tables);
});

it('who may act for a body is on the chain that the body itself reads, unbroken, and no other reads it', async () => {
  const [a, b] = [await workspace(), await workspace()];
  valueOf(await addPerson(a.actor, ['TENANT_FINANCE', 'TENANT_DPO']));
  const chain = { kind: 'tenant', tenantId: a.id, leadId: a.id } as const;
  const seenBy = (actor: Actor) =>
    app.get(UnitOfWork).read(actor, async (tx) => {
      const { records, fault } = await verifyChain(tx, chain);
      const listed = await listAudit(tx, chain, { first: 9, before: null, subject: null });
      return [records, fault, listed.map(({ action }) => action)];
    });
  expect(await seenBy(a.actor)).toEqual([2, null, ['person.add', 'workspace.open']]);
  for (const stranger of [b.actor, Actor.visitor(), Actor.system('people')])
    expect(await seenBy(stranger)).toEqual([0, null, []]);
});

it('who may act for the platform, and who became a lead authority, is on the chain of the platform, unbroken', async () => {
  const report = await app
    .get(UnitOfWork)
    .read(Actor.system('platform-audit'), (tx) => verifyChain(tx, { kind: 'platform' }));
  expect(report.fault).toBeNull();
  expect(report.records).toBe(await count('platform_audit'));
  const { rows } = await admin.query('select distinct action from platform_audit order by action');
  expect(rows.map(({ action }) => action)).toEqual(['lead.appoint', 'operator.appoint']);
});
