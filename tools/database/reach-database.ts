import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AlreadyRunning, postgresFolder, refuseSecondLauncher } from '../embedded-postgres/index.js';
import { openDatabase, type DatabaseUrls } from '../stack/stack-database.js';

export interface ReachedDatabase extends DatabaseUrls {
  /** Ends what was started for this step alone. */
  close(): Promise<void>;
}

/** The lines of PostgreSQL's own mark in its data folder, counted from 0. */
const PORT_LINE = 3;
const STATE_LINE = 7;

/** The addresses on the server that a living launcher has started on the folder; its port stands in its mark. */
function addressesOf(folder: string): DatabaseUrls {
  const mark = path.join(folder, 'cluster/postmaster.pid');
  const lines = existsSync(mark) ? readFileSync(mark, 'utf8').split('\n') : [];
  if (lines[STATE_LINE]?.trim() !== 'ready')
    throw new Error('The embedded database is just starting or stopping. Try again in a moment.');
  const at = (login: string): string =>
    `postgresql://${login}@127.0.0.1:${lines[PORT_LINE]?.trim() ?? ''}/accede`;
  return { ownerUrl: at('accede_owner'), appUrl: at('accede_app') };
}

/** The embedded database of this checkout as `npm start` runs it now; undefined when nothing runs. */
export function runningEmbedded(): DatabaseUrls | undefined {
  const folder = postgresFolder();
  try {
    refuseSecondLauncher(folder);
    return undefined;
  } catch (error) {
    if (error instanceof AlreadyRunning) return addressesOf(folder);
    throw error;
  }
}

/** The embedded database of this checkout: as it runs, or started for this step. */
export async function reachEmbedded(): Promise<ReachedDatabase> {
  const running = runningEmbedded();
  if (running) return { ...running, close: () => Promise.resolve() };
  const database = await openDatabase(undefined, postgresFolder(), false);
  return { ...database, close: () => database.stop() };
}
