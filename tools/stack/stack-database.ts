import { escapeIdentifier, escapeLiteral, type Client } from 'pg';
import { openClient } from '#libs/platform';
import { prepareDatabase, startEmbedded } from '../embedded-postgres/index.js';

export interface DatabaseUrls {
  readonly ownerUrl: string;
  readonly appUrl: string;
}

export interface StackDatabase extends DatabaseUrls {
  /** Settles when an embedded server ends by itself; never for one that is not ours. */
  readonly died: Promise<string>;
  /** Throws everything in an embedded database away and makes an empty one; null for one that is not ours. */
  readonly recreate: (() => Promise<void>) | null;
  stop(): Promise<void>;
}

const NAME = 'accede';

/** What the demonstration writes on a database, by how far it came. */
const MARKS = {
  begun: 'Accede: loading the demonstration has begun',
  loaded: 'Accede: the demonstration has been loaded',
  told: 'Accede: npm run demo has told its story here',
} as const;
export type Mark = keyof typeof MARKS;

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
  if (given)
    return { ...given, died: new Promise(() => undefined), recreate: null, stop: () => Promise.resolve() };
  const server = await startEmbedded({ dataDir, forTests });
  try {
    const urls = await prepareDatabase(server.adminUrl, NAME);
    return {
      ...urls,
      died: server.died,
      recreate: () => recreateAt(server.adminUrl),
      stop: () => (forTests ? server.stopImmediately() : server.stop()),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function recreateAt(adminUrl: string): Promise<void> {
  const client = await openClient('DATABASE_URL', adminUrl);
  try {
    await client.query(`drop database if exists ${escapeIdentifier(NAME)} with (force)`);
  } finally {
    await client.end();
  }
  await prepareDatabase(adminUrl, NAME);
}

async function asOwner<T>(ownerUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await openClient('DATABASE_URL', ownerUrl);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The demonstration's mark, null without one. It lies in the database itself: it goes with the data and never outlives it. */
export function markOf(ownerUrl: string): Promise<Mark | null> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ mark: string | null }>(
      "select shobj_description(oid, 'pg_database') as mark from pg_database where datname = current_database()",
    );
    const found = Object.entries(MARKS).find(([, words]) => words === rows[0]?.mark);
    return found ? (found[0] as Mark) : null;
  });
}

export async function setMark(ownerUrl: string, mark: Mark): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    await client.query(
      `comment on database ${escapeIdentifier(rows[0]?.name ?? '')} is ${escapeLiteral(MARKS[mark])}`,
    );
  });
}

/** Whether the database has nobody in it: no table of people yet, or no person. */
export function hasNobody(ownerUrl: string): Promise<boolean> {
  return asOwner(ownerUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(
      "select to_regclass('person') is not null as there",
    );
    if (!rows[0]?.there) return true;
    // Not even its owner sees a table of this service from outside a door.
    await client.query("select set_config('app.door', 'system', false)");
    const { rows: people } = await client.query<{ some: boolean }>(
      'select exists (select from person) as some',
    );
    return people[0]?.some === false;
  });
}

/** Refuses, in one line and before anything is written, a database that the demonstration has no business in. */
export async function refuseRealDatabase({ ownerUrl, appUrl }: DatabaseUrls): Promise<void> {
  const place = (url: string): string => `${new URL(url).host}${new URL(url).pathname}`;
  const mark = await markOf(ownerUrl);
  if (mark === 'begun') throw new Error(INTERRUPTED);
  if (mark === null && !(await hasNobody(ownerUrl)))
    throw new Error(
      'The demonstration is told on an empty database alone, and the one of DATABASE_URL has people in it. Nothing was changed. Without DATABASE_URL and APP_DATABASE_URL it brings its own.',
    );
  if (!URL.canParse(appUrl) || place(appUrl) !== place(ownerUrl))
    throw new Error(
      'For the demonstration DATABASE_URL and APP_DATABASE_URL must name the same host, port and database. Nothing was changed.',
    );
}

const INTERRUPTED =
  'Loading the demonstration into the database of DATABASE_URL was begun and never finished: drop that database, create it again empty, and start again.';

/** Before a load: what an earlier one, cut short, left behind is thrown away where it is ours, and refused elsewhere. */
export async function clearInterruptedLoad(
  database: StackDatabase,
  say: (line: string) => void,
): Promise<void> {
  if ((await markOf(database.ownerUrl)) !== 'begun') return;
  if (!database.recreate) throw new Error(INTERRUPTED);
  say('Loading the demonstration was begun and never finished: it begins again on a new database …');
  await database.recreate();
}
