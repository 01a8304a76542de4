import { escapeIdentifier } from 'pg';
import { stopLooking } from './onlooker.js';
import { asAdmin, dropDatabase, testServer } from './test-server.js';

export interface TestDatabase {
  /** The cluster's superuser's address, who sees everything: for looking and for planted faults. */
  readonly adminUrl: string;
  /** The owner's address, for what a migration could do. */
  readonly ownerUrl: string;
  /** The running service's address. */
  readonly appUrl: string;
  /** Cuts whoever is connected and deletes the database. */
  readonly drop: () => Promise<void>;
  /** Makes it a template that other test files get copies of, once nobody is connected any more. */
  readonly keepAs: (template: string) => Promise<void>;
  /** Cuts whoever is connected, and makes a template of what is there now; then it goes on. */
  readonly copyAs: (template: string) => Promise<void>;
}

let made = 0;

function withDatabase(url: string, name: string): string {
  const copy = new URL(url);
  copy.pathname = `/${name}`;
  return copy.href;
}

/** The name of a database that nobody has yet. */
export function freshName(): string {
  made += 1;
  return `${testServer().template}_${process.pid}_${made}_${Math.random().toString(36).slice(2, 8)}`;
}

/** A copy of the migrated template, or of another one, for one test file alone; about 30 ms. */
export async function createTestDatabase(
  source = testServer().template,
  name = freshName(),
): Promise<TestDatabase> {
  const { adminUrl, ownerUrl, appUrl } = testServer();
  await asAdmin(adminUrl, (client) =>
    // The owner of a copy is whoever makes it, unless it is named. Copying files is quicker than logging them.
    client.query(
      `create database ${escapeIdentifier(name)} owner accede_owner template ${escapeIdentifier(source)} strategy file_copy`,
    ),
  );
  return {
    adminUrl: withDatabase(adminUrl, name),
    ownerUrl: withDatabase(ownerUrl, name),
    appUrl: withDatabase(appUrl, name),
    drop: async () => {
      await stopLooking(withDatabase(adminUrl, name));
      await dropDatabase(adminUrl, name);
    },
    keepAs: async (kept) => {
      await stopLooking(withDatabase(adminUrl, name));
      await asAdmin(adminUrl, (client) =>
        client.query(`alter database ${escapeIdentifier(name)} rename to ${escapeIdentifier(kept)}`),
      );
    },
    copyAs: async (kept) => {
      await stopLooking(withDatabase(adminUrl, name));
      await asAdmin(adminUrl, async (client) => {
        // Nobody may be connected to what is copied, nor come back meanwhile.
        await client.query(`alter database ${escapeIdentifier(name)} allow_connections false`);
        await client.query(
          'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1',
          [name],
        );
        await client.query(
          `create database ${escapeIdentifier(kept)} owner accede_owner template ${escapeIdentifier(name)} strategy file_copy`,
        );
        await client.query(`alter database ${escapeIdentifier(name)} allow_connections true`);
      });
    },
  };
}

/** The name of a template with more in it, which the first test file that asks for it makes while others wait. */
export async function templateWith(what: string, make: (name: string) => Promise<void>): Promise<string> {
  const { adminUrl, template } = testServer();
  const name = `${template}_with_${what}`;
  await asAdmin(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rows.length === 0) await make(name);
  });
  return name;
}
