import { Client, escapeIdentifier } from 'pg';
import { migrate } from '#libs/platform';
import {
  prepareDatabase,
  removeAbandoned,
  removeEmbedded,
  startEmbedded,
  temporaryDataDir,
} from '../tools/embedded-postgres/index.js';

/** What the test files need to know of the server; handed to jest's workers through their environment. */
export interface TestServer {
  readonly adminUrl: string;
  /** The migrated database that each test file gets a copy of. */
  readonly template: string;
  /** The template's two addresses; a copy has the same but for its name. */
  readonly ownerUrl: string;
  readonly appUrl: string;
}

const VARIABLE = 'ACCEDE_TEST_SERVER';

/** A server named by TEST_DATABASE_ADMIN_URL may ask for a password; the embedded one trusts this machine. */
const PASSWORD = 'accede-test';

let end: () => Promise<void> = () => Promise.resolve();

export function testServer(): TestServer {
  const text = process.env[VARIABLE];
  if (!text)
    throw new Error('No test database here: name the file x.int-spec.ts, x.e2e-spec.ts or x.deep-spec.ts.');
  return JSON.parse(text) as TestServer;
}

/** Has this test file use another server from now on; answers how to go back. */
export function useServer(server: TestServer): () => void {
  const before = process.env[VARIABLE];
  process.env[VARIABLE] = JSON.stringify(server);
  return () => {
    process.env[VARIABLE] = before;
  };
}

export async function asAdmin<T>(adminUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await asAdmin(adminUrl, (client) =>
    client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`),
  );
}

/** Databases of this run that a test file left behind, on a server that is not ours to throw away. */
async function dropAll(adminUrl: string, prefix: string): Promise<void> {
  const { rows } = await asAdmin(adminUrl, (client) =>
    client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [
      prefix,
    ]),
  );
  for (const { name } of rows) await dropDatabase(adminUrl, name);
}

async function startServer(prefix: string): Promise<string> {
  const given = process.env['TEST_DATABASE_ADMIN_URL'];
  if (given) {
    end = () => dropAll(given, prefix);
    return given;
  }
  await removeAbandoned();
  const dataDir = temporaryDataDir();
  const cluster = await startEmbedded({ dataDir, forTests: true });
  end = async () => {
    await cluster.stopImmediately();
    await removeEmbedded(dataDir);
  };
  return cluster.adminUrl;
}

/** Starts the server of a test run, or takes the one of TEST_DATABASE_ADMIN_URL, and migrates the template once. */
export async function startTestCluster(): Promise<void> {
  const prefix = `accede_test_${process.pid}_`;
  const template = `${prefix}template`;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stopTestCluster().finally(() => process.exit(130)));
  }
  try {
    const adminUrl = await startServer(prefix);
    const external = process.env['TEST_DATABASE_ADMIN_URL'] !== undefined;
    const urls = await prepareDatabase(adminUrl, template, external ? PASSWORD : undefined);
    await migrate(urls);
    const server: TestServer = { adminUrl, template, ...urls };
    process.env[VARIABLE] = JSON.stringify(server);
  } catch (error) {
    await stopTestCluster();
    throw error;
  }
}

/** Ends it once, however often it is asked to. */
export function stopTestCluster(): Promise<void> {
  const once = end;
  end = () => Promise.resolve();
  return once();
}
