import type pg from 'pg';
import { admitService } from './admit-service.js';
import { findMigrations, type Migration } from './find-migrations.js';
import { openClient, readDatabaseUrl } from './open-client.js';

/** Any number will do, as long as every migrator takes the same. */
const MIGRATION_LOCK = 4_127_001;

export interface MigrateUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

/**
 * Brings the database up to date as its owner, one transaction a migration, and lets the service's login in.
 * Several may start at once: they take turns. Throws when an applied migration's text has changed since,
 * and ConfigError, one line, when an address is wrong or nothing lets us in there.
 */
export const migrate = async (
  urls: MigrateUrls,
  migrations?: readonly Migration[],
): Promise<{ applied: string[] }> => {
  readDatabaseUrl('APP_DATABASE_URL', urls.appUrl);
  const client = await openClient('DATABASE_URL', urls.ownerUrl, { application_name: 'accede-migrate' });
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await client.query(
      'create table if not exists schema_migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
    );
    const applied = await applyMissing(client, migrations ?? (await findMigrations()));
    await admitService(client, urls.appUrl);
    return { applied };
  } finally {
    await client.end();
  }
};

const applyMissing = async (client: pg.Client, migrations: readonly Migration[]): Promise<string[]> => {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    'select name, sha256 from schema_migration',
  );
  const done = new Map(rows.map((row) => [row.name, row.sha256]));
  // All are compared before the first is applied.
  const changed = migrations.find(({ name, sha256 }) => (done.get(name) ?? sha256) !== sha256);
  if (changed)
    throw new Error(`Migration ${changed.name} was changed after it was applied. Add a new one instead.`);
  const missing = migrations.filter(({ name }) => !done.has(name));
  for (const migration of missing) await apply(client, migration);
  return missing.map(({ name }) => name);
};

const apply = async (client: pg.Client, { name, sql, sha256 }: Migration): Promise<void> => {
  await client.query('begin');
  try {
    await client.query("set local lock_timeout = '5s'");
    await client.query(sql);
    await client.query('insert into schema_migration (name, sha256) values ($1, $2)', [name, sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
};
