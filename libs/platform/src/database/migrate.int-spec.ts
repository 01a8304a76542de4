import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqlAt } from '../../../../test/platform.js';
import { asAdmin, dropDatabase, testServer } from '../../../../test/test-server.js';
import { prepareDatabase } from '../../../../tools/embedded-postgres/index.js';
import { findMigrations, type Migration } from './find-migrations.js';
import { migrate, type MigrateUrls } from './migrate.js';

const databases: string[] = [];
const logins: string[] = [];

/** A database with nothing in it, that belongs to the owner. */
const emptyDatabase = async (): Promise<MigrateUrls & { adminUrl: string }> => {
  const { adminUrl, ownerUrl, appUrl, template } = testServer();
  const name = `${template}_migrate_${process.pid}_${databases.push('') - 1}`;
  databases[databases.length - 1] = name;
  await prepareDatabase(adminUrl, name);
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return { adminUrl: at(adminUrl), ownerUrl: at(ownerUrl), appUrl: at(appUrl) };
};

afterAll(async () => {
  const { adminUrl } = testServer();
  for (const name of databases) await dropDatabase(adminUrl, name);
  await asAdmin(adminUrl, async (client) => {
    for (const login of logins) await client.query(`drop role if exists ${login}`);
  });
});

const migration = (name: string, sql: string): Migration => ({
  name,
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
});
const tablesAt = async (url: string) =>
  (
    await sqlAt<{ name: string }>(
      url,
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
    )
  ).map(({ name }) => name);

describe('migrating', () => {
  it('is done once by three who start together on an empty database, and not again', async () => {
    const urls = await emptyDatabase();
    const names = (await findMigrations()).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(10);
    const answers = await Promise.all([1, 2, 3].map(() => migrate(urls)));
    expect(answers.map(({ applied }) => applied).sort((a, b) => a.length - b.length)).toEqual([
      [],
      [],
      names,
    ]);
    const rows = await sqlAt<{ name: string }>(
      urls.ownerUrl,
      'select name from schema_migration order by name',
    );
    expect(rows.map(({ name }) => name)).toEqual(names);
    expect(await migrate(urls)).toEqual({ applied: [] });
    const seen = await sqlAt(urls.appUrl, 'select count(*)::int as n from schema_migration');
    expect(seen).toEqual([{ n: names.length }]);
  }, 60_000);

  it('refuses one whose text changed after it was applied, before it does anything else', async () => {
    const urls = await emptyDatabase();
    const first = migration('0001-first.sql', 'create table first (id integer)');
    expect(await migrate(urls, [first])).toEqual({ applied: ['0001-first.sql'] });
    const changed = migration('0001-first.sql', 'create table first (id bigint)');
    const early = migration('0000-early.sql', 'create table early (id integer)');
    await expect(migrate(urls, [early, changed])).rejects.toThrow(
      'Migration 0001-first.sql was changed after it was applied. Add a new one instead.',
    );
    expect(await tablesAt(urls.ownerUrl)).toEqual(['first', 'schema_migration']);
    // A lib whose numbers are low may add one after a later lib's was applied.
    expect(await migrate(urls, [early, first])).toEqual({ applied: ['0000-early.sql'] });
  });

  it('leaves nothing of one that fails, keeps those before it, and tells which and why', async () => {
    const urls = await emptyDatabase();
    const good = migration('0001-good.sql', 'create table good (id integer)');
    const bad = migration('0002-bad.sql', 'create table bad (id integer); select 1 / 0');
    const later = migration('0003-later.sql', 'create table later (id integer)');
    await expect(migrate(urls, [good, bad, later])).rejects.toThrow(
      'Migration 0002-bad.sql failed: division by zero',
    );
    expect(await tablesAt(urls.ownerUrl)).toEqual(['good', 'schema_migration']);
    const mended = migration('0002-bad.sql', 'create table bad (id integer)');
    expect(await migrate(urls, [good, mended, later])).toEqual({
      applied: ['0002-bad.sql', '0003-later.sql'],
    });
  });

  it('creates the service’s login when it is absent, with no right but the service’s', async () => {
    const { adminUrl, ownerUrl } = await emptyDatabase();
    const login = `accede_test_login_${process.pid}`;
    logins.push(login);
    const appUrl = Object.assign(new URL(ownerUrl), { username: login, password: 'p%40ss%27word' }).href;
    // As somebody who may create roles; the embedded owner may not, and has its logins made for it.
    const urls = { ownerUrl: adminUrl, appUrl };
    await Promise.all([migrate(urls, []), migrate(urls, [])]);
    await migrate(urls, []);
    const [role] = await sqlAt(
      adminUrl,
      `select rolcanlogin as login, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as more,
              (select array_agg(r.rolname::text) from pg_auth_members m join pg_roles r on r.oid = m.roleid where m.member = a.oid) as member_of
       from pg_roles a where rolname = $1`,
      [login],
    );
    expect(role).toEqual({ login: true, more: false, member_of: ['accede_service'] });
    expect(await sqlAt(appUrl, 'select count(*)::int as n from schema_migration')).toEqual([{ n: 0 }]);
  });

  it('needs a login for the service', async () => {
    const { ownerUrl } = await emptyDatabase();
    const appUrl = 'postgresql://127.0.0.1/accede';
    await expect(migrate({ ownerUrl, appUrl }, [])).rejects.toThrow('APP_DATABASE_URL needs a login name.');
  });

  it('names the setting and the place when it cannot connect', async () => {
    const { appUrl } = testServer();
    await expect(migrate({ ownerUrl: 'postgresql://nobody@127.0.0.1:1/none', appUrl })).rejects.toThrow(
      'DATABASE_URL: no connection to database "none" at 127.0.0.1:1 as nobody (nothing answers there).',
    );
  });
});

describe('the list of migrations', () => {
  let root = '';
  const put = async (lib: string, name: string): Promise<void> => {
    await mkdir(join(root, 'libs', lib, 'sql'), { recursive: true });
    await writeFile(join(root, 'libs', lib, 'sql', name), `-- ${name}`);
  };
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'accede-migrations-'));
    await mkdir(join(root, 'libs', 'without'), { recursive: true });
    await writeFile(join(root, 'libs', 'README.md'), 'not a lib');
    await put('b', '0200-b.sql');
    await put('a', '0300-a.sql');
    await put('a', '0100-a.sql');
    await put('a', 'notes.sql');
  });
  afterAll(() => rm(root, { recursive: true }));

  it('is every lib’s numbered files, in order of their numbers', async () => {
    const found = await findMigrations(root);
    expect(found.map(({ name }) => name)).toEqual(['0100-a.sql', '0200-b.sql', '0300-a.sql']);
    expect(found[0]).toEqual(migration('0100-a.sql', '-- 0100-a.sql'));
  });

  it('refuses two with the same number, whose order would be chance', async () => {
    await put('c', '0200-c.sql');
    await expect(findMigrations(root)).rejects.toThrow(
      'Migrations 0200-b.sql and 0200-c.sql have the same number',
    );
  });
});
