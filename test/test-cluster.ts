import { migrate } from '#libs/platform';
import {
  prepareDatabase,
  removeAbandoned,
  removeEmbedded,
  startEmbedded,
  temporaryDataDir,
} from '../tools/embedded-postgres/index.js';
import { asAdmin, dropDatabase, VARIABLE, type TestServer } from './test-server.js';

/** A server named by TEST_DATABASE_ADMIN_URL may ask for a password; the embedded one trusts this machine. */
const PASSWORD = 'accede-test';

let end: () => Promise<void> = () => Promise.resolve();

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
