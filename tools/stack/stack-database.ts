import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { prepareDatabase, startEmbedded } from '../embedded-postgres/index.js';

export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

export interface StackDatabase extends DatabaseUrls {
  /** Settles when an embedded server ends by itself; never for one that is not ours. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

const NAME = 'accede';
const LOADED = 'Accede: the demonstration has been loaded';

/** The two addresses of the environment, or undefined when the embedded database is wanted. */
export function databaseUrlsOf(env: NodeJS.ProcessEnv): DatabaseUrls | undefined {
  const ownerUrl = env['DATABASE_URL'];
  const appUrl = env['APP_DATABASE_URL'];
  if (ownerUrl && appUrl) return { ownerUrl, appUrl };
  if (!ownerUrl && !appUrl) return undefined;
  throw new Error(
    'Set both DATABASE_URL (the owner, for migrations) and APP_DATABASE_URL (the service), or neither for the embedded database.',
  );
}

/** The given database, or an embedded one on the folder. */
export async function openDatabase(
  given: DatabaseUrls | undefined,
  dataDir: string,
  forTests: boolean,
): Promise<StackDatabase> {
  if (given) return { ...given, died: new Promise(() => undefined), stop: () => Promise.resolve() };
  const server = await startEmbedded({ dataDir, forTests });
  try {
    const urls = await prepareDatabase(server.adminUrl, NAME);
    return { ...urls, died: server.died, stop: () => (forTests ? server.stopImmediately() : server.stop()) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function asOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The mark lies in the database itself, so that it goes with the data and never outlives it. */
export function isDemonstrationLoaded(ownerUrl: string): Promise<boolean> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ mark: string | null }>(
      "select shobj_description(oid, 'pg_database') as mark from pg_database where datname = current_database()",
    );
    return rows[0]?.mark === LOADED;
  });
}

export async function markDemonstrationLoaded(ownerUrl: string): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    await client.query(
      `comment on database ${escapeIdentifier(rows[0]?.name ?? '')} is ${escapeLiteral(LOADED)}`,
    );
  });
}
