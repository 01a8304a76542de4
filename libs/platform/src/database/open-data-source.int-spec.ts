import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { TestPlatform } from '../../../../test/platform.js';
import { ConfigError, readConfig } from '../config/config.js';
import { UnsafeRoleError } from './assert-safe-role.js';
import { openDataSource } from './data-source.js';
import { DatabaseHealth } from './database-health.js';

const PASSWORD = 'a-password';
const name = (what: string) => `accede_test_${process.pid}_${what}`;
const made: string[] = [];
let platform: TestPlatform;

beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(async () => {
  const { database } = platform;
  await platform.stop();
  const elsewhere = Object.assign(new URL(database.adminUrl), { pathname: '/postgres' });
  const client = new pg.Client({ connectionString: elsewhere.href });
  await client.connect();
  for (const role of made) await client.query(`drop role if exists ${role}`);
  await client.end();
});

/** A login with these rights, let in like the service's own. */
const login = async (what: string, rights = '', further = ''): Promise<string> => {
  const role = name(what);
  made.unshift(role);
  await platform.sql(
    `create role ${role} login password '${PASSWORD}' ${rights}; grant accede_service to ${role}; ${further}`,
  );
  return role;
};
const open = async (role: string, settings: Record<string, string> = {}, parameters = '') => {
  const url = Object.assign(new URL(platform.database.appUrl), {
    username: role,
    password: PASSWORD,
    search: parameters,
  });
  const config = readConfig({
    NODE_ENV: 'test',
    SMTP_URL: 'smtp://127.0.0.1',
    APP_DATABASE_URL: url.href,
    ...settings,
  });
  const source = await openDataSource(config, []);
  await source.destroy();
};
const refusalOf = async (opening: Promise<void>): Promise<unknown> => {
  try {
    await opening;
  } catch (error) {
    return error;
  }
  throw new Error('the service was let start');
};
const ADVICE =
  'Give APP_DATABASE_URL a login that owns and bypasses nothing; npm run migrate creates it when it is absent.';

describe('the service starts', () => {
  it('as a login that has the service’s grants and nothing else', async () => {
    await open(await login('plain'));
  });

  it.each<[string, string, string, string]>([
    ['superuser', 'superuser bypassrls createrole', '', 'is a superuser'],
    ['bypassing', 'bypassrls', '', 'bypasses row-level security'],
    ['role_maker', 'createrole', '', 'may create roles'],
    ['replicator', 'replication', '', 'may read the whole server by replication'],
    ['two_faults', 'bypassrls createrole', '', 'bypasses row-level security and may create roles'],
    [
      'table_owner',
      '',
      'create table mine (); alter table mine owner to ROLE',
      'owns the database or something in it',
    ],
    ['schema_owner', '', 'create schema mine authorization ROLE', 'owns the database or something in it'],
    [
      'function_owner',
      '',
      `create function mine() returns int language sql return 1; alter function mine() owner to ROLE`,
      'owns the database or something in it',
    ],
    ['becoming_owner', '', 'grant accede_owner to ROLE', 'may act as accede_owner'],
    ['reader_of_all', '', 'grant pg_read_all_data to ROLE', 'may act as pg_read_all_data'],
  ])('not as a login like this: %s', async (what, rights, further, why) => {
    const role = await login(what, rights, further.replaceAll('ROLE', name(what)));
    const error = await refusalOf(open(role));
    expect(error).toBeInstanceOf(UnsafeRoleError);
    expect((error as Error).message).toBe(
      `Accede cannot start: the database login "${role}" ${why}. ${ADVICE}`,
    );
    await platform.sql(`drop owned by ${role}; revoke accede_owner from ${role}`).catch(() => undefined);
  });

  it('not as a member, however distant, of a role that bypasses', async () => {
    const bypassing = await login('far_bypass', 'bypassrls');
    const between = await login('far_between', '', `grant ${bypassing} to ${name('far_between')}`);
    const far = await login('far', '', `grant ${between} to ${name('far')}`);
    const error = await refusalOf(open(far));
    expect((error as Error).message).toBe(
      `Accede cannot start: the database login "${far}" may act as ${bypassing}. ${ADVICE}`,
    );
  });

  it('not as a superuser who only took up a harmless role', async () => {
    const hidden = await login('hidden', 'superuser');
    const error = await refusalOf(open(hidden, {}, `?options=-c%20role%3Daccede_app`));
    expect((error as Error).message).toBe(
      `Accede cannot start: the database login "${hidden}" is a superuser. ${ADVICE}`,
    );
  });

  it('not as the owner of the database', async () => {
    const url = new URL(platform.database.ownerUrl);
    const config = readConfig({ NODE_ENV: 'test', SMTP_URL: 'smtp://127.0.0.1', APP_DATABASE_URL: url.href });
    const error = await refusalOf(openDataSource(config, []).then((source) => source.destroy()));
    expect(error).toBeInstanceOf(UnsafeRoleError);
    expect((error as Error).message).toMatch(
      /"accede_owner" (may create roles and )?owns the database or something in it/,
    );
  });

  it('not as a login that the migrations have not let in', async () => {
    const role = await login('stranger', '', `revoke accede_service from ${name('stranger')}`);
    const error = await refusalOf(open(role));
    expect(error).toBeInstanceOf(UnsafeRoleError);
    expect((error as Error).message).toBe(
      `Accede cannot start: the database login "${role}" has not been let in. Run npm run migrate with DATABASE_URL and APP_DATABASE_URL set.`,
    );
  });

  it('not where the service’s grants are not the login’s own to use', async () => {
    const role = await login(
      'idle_member',
      'noinherit',
      `revoke accede_service from ${name('idle_member')}; grant accede_service to ${name('idle_member')}`,
    );
    expect(((await refusalOf(open(role))) as Error).message).toContain('has not been let in');
  });

  it('not in production on a server that may forget what it acknowledged', async () => {
    const role = await login('forgetful', '', `alter role ${name('forgetful')} set synchronous_commit = off`);
    const off = await platform.sql<{ name: string }>(
      `select name from pg_settings where name in ('fsync', 'full_page_writes') and setting = 'off' order by 1`,
    );
    const error = await refusalOf(open(role, { NODE_ENV: 'production' }));
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message).toBe(
      `Accede cannot start: the database server has ${[...off.map((row) => row.name), 'synchronous_commit'].join(' and ')} off and would lose acknowledged work in a crash.`,
    );
    await open(role);
  });

  it('and lives on when a connection is cut in the moment in which it is handed out', async () => {
    const source = platform.context.get(DataSource);
    const pool = (source.driver as PostgresDriver).master as pg.Pool;
    // All at once, so that there are new ones among them.
    const clients = await Promise.all(
      Array.from({ length: platform.config.databasePool }, () => pool.connect()),
    );
    const fresh = clients.at(-1)!;
    expect(fresh.listenerCount('error')).toBe(1);
    expect(() => fresh.emit('error', new Error('terminating connection'))).not.toThrow();
    for (const client of clients) client.release(true);
  });

  it('through the module, which passes the refusal on', async () => {
    const start = TestPlatform.start({ APP_DATABASE_URL: platform.database.adminUrl }, platform);
    await expect(start).rejects.toThrow(UnsafeRoleError);
  });

  it.each([
    ['no server', 'postgresql://app@127.0.0.1:1/accede', /\((connect )?ECONNREFUSED[^)]*\)\.$/],
    [
      'no such login',
      'ROLE:nobody_at_all',
      /\((role "nobody_at_all" does not exist|password authentication failed for user "nobody_at_all")\)\.$/,
    ],
    ['no such database', 'DATABASE:no_such_database', /\(database "no_such_database" does not exist\)\.$/],
    [
      'no encryption where the address asks for it',
      'SEARCH:?sslmode=verify-full',
      /\(The server does not support SSL connections\)\.$/,
    ],
  ])('not with %s, and says so in one line', async (_, change, words) => {
    const url = new URL(change.startsWith('postgresql') ? change : platform.database.appUrl);
    const [what, value = ''] = change.split(':');
    if (what === 'ROLE') url.username = value;
    if (what === 'DATABASE') url.pathname = value;
    if (what === 'SEARCH') url.search = value;
    const config = readConfig({ NODE_ENV: 'test', SMTP_URL: 'smtp://127.0.0.1', APP_DATABASE_URL: url.href });
    const error = await refusalOf(openDataSource(config, []).then((source) => source.destroy()));
    expect(error).toBeInstanceOf(ConfigError);
    expect((error as Error).message).toMatch(
      /^Accede cannot start: the database of APP_DATABASE_URL does not let it in \(/,
    );
    expect((error as Error).message).toMatch(words);
  });
});

describe('the database’s health', () => {
  it('is good when the database answers and has every migration as it stands in the code', async () => {
    const health = platform.context.get(DatabaseHealth);
    expect(await health.fault()).toBeNull();
    await platform.sql(`update schema_migration set sha256 = 'x' where name = '0100-tenancy.sql'`);
    expect(await health.fault()).toBe('1 migration is not applied');
    await platform.sql(`delete from schema_migration where name like '01%'`);
    expect(await health.fault()).toMatch(/^[2-9] migrations are not applied$/);
  });

  it('is bad when the database does not answer', async () => {
    const other = await TestPlatform.start({}, platform);
    const health = other.context.get(DatabaseHealth);
    await other.stop();
    expect(await health.fault()).toBe('the database does not answer');
  });
});
