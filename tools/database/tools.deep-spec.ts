import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ok } from '#libs/kernel';
import { Actor, auditLead, auditPlatform, auditTenant, findMigrations, type Tx } from '#libs/platform';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { sqlAt, TestPlatform } from '../../test/platform.js';
import {
  prepareDatabase,
  removeEmbedded,
  startEmbedded,
  temporaryDataDir,
  type EmbeddedPostgres,
} from '../embedded-postgres/index.js';

const TOOLS = path.resolve(import.meta.dirname, '..');
const LEAD = '00000000-0000-4000-8000-00000000000a';
const TENANT = '00000000-0000-4000-8000-00000000000c';
const PERSON = '00000000-0000-4000-8000-000000000001';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a compiled tool as a person would, with nothing of this test's own environment that it obeys. */
const run = (tool: string, args: readonly string[], env: Record<string, string>): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const clean = { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'test' };
    for (const name of ['DATABASE_URL', 'APP_DATABASE_URL', 'ACCEDE_DEMO', 'ACCEDE_DATA', 'SMTP_URL'])
      delete (clean as NodeJS.ProcessEnv)[name];
    const child = spawn(process.execPath, [path.join(TOOLS, `${tool}.js`), ...args], {
      env: { ...clean, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
const shiftAt = async (url: string): Promise<number> =>
  Number((await sqlAt<{ shift: string }>(url, 'select shift_ms as shift from clock_setting'))[0]?.shift);

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

describe('npm run clock', () => {
  const NOT_HERE =
    'The clock moves only in the demonstration: on the embedded database, or with ACCEDE_DEMO=1 beside DATABASE_URL.\n';
  const demonstration = () => ({ DATABASE_URL: database.ownerUrl, ACCEDE_DEMO: '1' });

  it('moves the one clock to the morning of a date, summer or winter, and tells where it stands', async () => {
    for (const [date, words, hour] of [
      ['2026-11-01', '1 November 2026, 09:00', 9],
      ['2026-06-01', '1 June 2026, 09:00', 8],
    ] as const) {
      const { code, out, err } = await run('clock', [date], demonstration());
      expect([code, out, err]).toEqual([0, `The clock was moved to ${words}.\n`, '']);
      const target = Date.parse(`${date}T0${hour}:00:00Z`);
      expect(Math.abs(Date.now() + (await shiftAt(database.adminUrl)) - target)).toBeLessThan(20_000);
    }
    const told = await run('clock', [], demonstration());
    expect(told).toEqual({ code: 0, out: 'The clock stands at 1 June 2026, 09:00.\n', err: '' });
  });

  it.each([['2026-02-30'], ['tomorrow'], ['2026-1-1'], [''], ['2026-01-01', '10:00']])(
    'does not take %j for a date',
    async (...args) => {
      const before = await shiftAt(database.adminUrl);
      const { code, out, err } = await run('clock', args, demonstration());
      expect([code, out]).toEqual([2, '']);
      expect(err).toBe(
        `${JSON.stringify(args.join(' '))} is not a date.\nUsage: npm run clock -- 2026-11-01   (now goes back to the real time; without a date it tells what time it is)\n`,
      );
      expect(await shiftAt(database.adminUrl)).toBe(before);
    },
  );

  it('goes back to the real time', async () => {
    await run('clock', ['2026-11-01'], demonstration());
    const { code, out, err } = await run('clock', ['now'], demonstration());
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^The clock is right again: \d+ \w+ \d{4}, \d\d:\d\d\.\n$/);
    expect(await shiftAt(database.adminUrl)).toBe(0);
  });

  it('does not go back before 2020', async () => {
    const before = await shiftAt(database.adminUrl);
    expect(await run('clock', ['2019-12-31'], demonstration())).toEqual({
      code: 2,
      out: '',
      err: 'The clock goes back to 2020-01-01 and no further, not to 2019-12-31.\n',
    });
    expect(await shiftAt(database.adminUrl)).toBe(before);
    expect((await run('clock', ['2020-01-01'], demonstration())).code).toBe(0);
  });

  it.each<[string, Record<string, string>]>([
    ['with DATABASE_URL alone', {}],
    ['when the demonstration is switched off', { ACCEDE_DEMO: '0' }],
  ])('moves no real service’s clock: %s', async (_, env) => {
    const before = await shiftAt(database.adminUrl);
    const ended = await run('clock', ['2030-01-01'], { DATABASE_URL: database.ownerUrl, ...env });
    expect(ended).toEqual({ code: 1, out: '', err: NOT_HERE });
    expect(await shiftAt(database.adminUrl)).toBe(before);
  });
});

describe('npm run audit:verify', () => {
  const verify = () => run('audit-verify', [], { APP_DATABASE_URL: database.appUrl });
  const admin = (text: string) => sqlAt(database.adminUrl, text);
  let append: (actor: 'tenant' | 'alone' | 'lead' | 'platform', times: number) => Promise<void>;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    await admin(`
      insert into body (id, name, name_key, short_name, type, created_at) values
        ('${LEAD}', 'Examplewick Council', 'examplewick council', 'Examplewick', 'DISTRICT', now()),
        ('${TENANT}', 'Sampleford Council', 'sampleford council', 'Sampleford', 'DISTRICT', now());
      insert into person values ('${PERSON}', now());
      insert into lead_authority (lead_id, invoice_prefix, appointed_at) values ('${LEAD}', 'EXA', now());
      insert into workspace values ('${TENANT}', now(), '${PERSON}')`);
    const platform = await TestPlatform.start({}, { database });
    const record = { action: 'a', subjectKind: 's', subjectId: null };
    const tenant = Actor.tenantJob('test', TENANT);
    const actors = {
      tenant: [tenant, (tx) => auditTenant(tx, LEAD, record)],
      alone: [tenant, (tx) => auditTenant(tx, TENANT, record)],
      lead: [Actor.job('test', { leadId: LEAD, personId: null }), (tx) => auditLead(tx, record)],
      platform: [Actor.system('platform-audit'), (tx) => auditPlatform(tx, record)],
    } satisfies Record<string, [Actor, (tx: Tx) => Promise<Buffer>]>;
    append = async (who, times) => {
      const [actor, write] = actors[who];
      await platform.work.run(actor, async (tx) => {
        for (let i = 0; i < times; i += 1) await write(tx);
        return ok(null);
      });
    };
    stop = () => platform.stop();
    await append('platform', 1);
    await append('lead', 4);
    await append('tenant', 3);
    await append('alone', 2);
  });
  afterAll(() => stop());

  it('tells of every chain, and that all are whole', async () => {
    expect(await verify()).toEqual({
      code: 0,
      err: '',
      out: [
        'the platform: 1 record, whole',
        'Examplewick Council: 4 records, whole',
        'Sampleford Council with Examplewick Council: 3 records, whole',
        'Sampleford Council, its own affairs: 2 records, whole',
        'audit chain verified: 4 chains, 10 records',
        '',
      ].join('\n'),
    });
  });

  it('names the first broken record of each chain that is broken, and ends with 1', async () => {
    await admin(`
      set session_replication_role = replica;
      delete from lead_audit where seq in (2, 3);
      update tenant_audit set action = 'b' where seq = 3 and lead_id = '${LEAD}';
      delete from tenant_audit where lead_id = tenant_id`);
    expect(await verify()).toEqual({
      code: 1,
      err: 'audit chain BROKEN: 3 of 4 chains\n',
      out: [
        'the platform: 1 record, whole',
        'Examplewick Council: BROKEN at record 2: record 2 is missing',
        'Sampleford Council with Examplewick Council: BROKEN at record 3: record 3 was changed',
        'Sampleford Council, its own affairs: BROKEN at record 1: the chain ends at record 0 and its head says 2',
        '',
      ].join('\n'),
    });
  });

  it('says in one line why it cannot start', async () => {
    const asOwner = await run('audit-verify', [], { APP_DATABASE_URL: database.ownerUrl });
    expect([asOwner.code, asOwner.out]).toEqual([1, '']);
    expect(asOwner.err).toMatch(/^Accede cannot start: the database login "accede_owner" .*\n$/);
    const half = await run('audit-verify', [], { DATABASE_URL: database.ownerUrl });
    expect(half).toEqual({
      code: 1,
      out: '',
      err: 'Set APP_DATABASE_URL too: the chains are read as the service.\n',
    });
  });
});

describe('an address that leads nowhere', () => {
  const at = (url: string, part: Partial<URL>) => Object.assign(new URL(url), part).href;
  const WRONG = 'must be a PostgreSQL address, like postgresql://accede_owner@localhost:5432/accede.\n';
  const place = (url: string, login = 'accede_owner') =>
    `database ${JSON.stringify(new URL(url).pathname.slice(1))} at ${new URL(url).host} as ${login}`;

  it('is told in one line that names the setting and the place and no password', async () => {
    const nowhere = 'postgresql://accede_owner:hunter2@127.0.0.1:1/accede';
    const missing = at(database.ownerUrl, { pathname: '/no_such_database', password: 'hunter2' });
    const stranger = at(database.ownerUrl, { username: 'nobody_at_all', password: 'hunter2' });
    for (const [url, words] of [
      ['banana', `DATABASE_URL ${WRONG}`],
      ['mysql://accede_owner:hunter2@127.0.0.1/accede', `DATABASE_URL ${WRONG}`],
      [nowhere, `DATABASE_URL: no connection to ${place(nowhere)} (nothing answers there).\n`],
      [
        missing,
        `DATABASE_URL: no connection to ${place(missing)} (database "no_such_database" does not exist).\n`,
      ],
    ] as const) {
      const tools = [
        run('migrate', [], { DATABASE_URL: url, APP_DATABASE_URL: database.appUrl }),
        run('clock', [], { DATABASE_URL: url, ACCEDE_DEMO: '1' }),
      ];
      for (const ended of await Promise.all(tools)) expect(ended).toEqual({ code: 1, out: '', err: words });
    }
    const refused = await run('migrate', [], { DATABASE_URL: stranger, APP_DATABASE_URL: database.appUrl });
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect(refused.err).toMatch(
      /^DATABASE_URL: no connection to database .* as nobody_at_all \(.*"nobody_at_all".*\)\.\n$/,
    );
    expect(refused.err).not.toContain('hunter2');
  }, 60_000);

  it('is found out before anything is migrated when it is the service’s', async () => {
    const ended = await run('migrate', [], { DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: 'banana' });
    expect(ended).toEqual({
      code: 1,
      out: '',
      err: 'APP_DATABASE_URL must be a PostgreSQL address, like postgresql://accede_app@localhost:5432/accede.\n',
    });
  });
});

describe('npm run migrate', () => {
  it('applies nothing to a database that is up to date', async () => {
    const env = { DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: database.appUrl };
    expect(await run('migrate', [], env)).toEqual({
      code: 0,
      out: 'The database is up to date already.\n',
      err: '',
    });
  });

  it('needs both addresses, or neither', async () => {
    for (const env of [{ DATABASE_URL: database.ownerUrl }, { APP_DATABASE_URL: database.appUrl }]) {
      expect(await run('migrate', [], env as Record<string, string>)).toEqual({
        code: 1,
        out: '',
        err: 'Set both DATABASE_URL (the owner, for migrations) and APP_DATABASE_URL (the service), or neither for the embedded database.\n',
      });
    }
  });
});

describe('on the embedded database', () => {
  // Not a cluster's own folder but the one above it, which lies there while no cluster runs in it.
  const folder = temporaryDataDir('accede-tools-');
  const postgres = path.join(folder, 'postgres');
  const here = { ACCEDE_DATA: folder };
  let server: EmbeddedPostgres | undefined;

  afterAll(async () => {
    await server?.stopImmediately();
    await removeEmbedded(folder);
  });

  it('the tools start it for their step, and leave it stopped', async () => {
    const names = (await findMigrations()).map(({ name }) => name);
    const first = await run('migrate', [], here);
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toBe(
      [...names.map((name) => `applied ${name}`), 'The database is up to date.', ''].join('\n'),
    );
    expect(await run('audit-verify', [], here)).toEqual({
      code: 0,
      err: '',
      out: 'the platform: 0 records, whole\naudit chain verified: 1 chain, 0 records\n',
    });
    expect(existsSync(path.join(postgres, 'cluster/postmaster.pid'))).toBe(false);
  }, 60_000);

  it('the clock does not move while nothing runs', async () => {
    expect(await run('clock', ['2026-11-01'], here)).toEqual({
      code: 1,
      out: '',
      err: 'The demonstration is not running here. Start it with npm start.\n',
    });
  });

  it('the tools find the one that runs, and do not remove it', async () => {
    server = await startEmbedded({ dataDir: postgres, forTests: true });
    await prepareDatabase(server.adminUrl, 'accede');
    expect((await run('migrate', [], here)).out).toBe('The database is up to date already.\n');
    expect((await run('clock', ['2026-11-01'], here)).out).toBe(
      'The clock was moved to 1 November 2026, 09:00.\n',
    );
    expect((await run('audit-verify', [], here)).out).toMatch(/audit chain verified: 1 chain, 0 records\n$/);
    const reset = await run('db-reset', ['--yes'], here);
    expect([reset.code, reset.out]).toEqual([1, '']);
    expect(reset.err).toMatch(/^Accede is already running on .*\n$/);
    const off = await run('clock', ['2026-11-01'], { ...here, ACCEDE_DEMO: '0' });
    expect(off.code).toBe(1);
    await server.stopImmediately();
    server = undefined;
  }, 60_000);

  it('db:reset asks first, and removes it when told to', async () => {
    expect(await run('db-reset', ['--yes'], { ...here, DATABASE_URL: database.ownerUrl })).toEqual({
      code: 1,
      out: '',
      err: 'DATABASE_URL or APP_DATABASE_URL is set: only the embedded database can be reset.\n',
    });
    for (const args of [[], ['--no'], ['--yes', '--now']]) {
      expect(await run('db-reset', args, here)).toEqual({
        code: 2,
        out: '',
        err: `This removes ${postgres} with everything in it. To go on: npm run db:reset -- --yes\n`,
      });
    }
    expect(existsSync(postgres)).toBe(true);
    expect(await run('db-reset', ['--yes'], here)).toEqual({
      code: 0,
      out: `Removed ${postgres}. The next npm start makes a new one.\n`,
      err: '',
    });
    expect(existsSync(postgres)).toBe(false);
    expect((await run('db-reset', [], here)).out).toBe(`There is no embedded database at ${postgres}.\n`);
  }, 60_000);
});
