import { existsSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { makeEnterable, temporaryDataDirs } from './data-folder.js';
import { databaseUrl } from './database-url.js';
import { findBinaries } from './find-binaries.js';
import { initialise } from './initialise.js';
import { AlreadyRunning, launcherOf, takeLauncherLock } from './launcher-lock.js';
import { endServer, takeOver } from './postmaster.js';
import { signal } from './processes.js';
import { startServer, type Server } from './server.js';
import { canEnter, serverAccount, type Account } from './system-user.js';

export interface EmbeddedOptions {
  /** The launcher's folder: the cluster, its log and the launcher's lock lie in it. Made when absent. */
  readonly dataDir: string;
  /** A free one is chosen when absent. */
  readonly port?: number;
  /** Gives up durability for speed. */
  readonly forTests?: boolean;
}

export interface EmbeddedPostgres {
  readonly port: number;
  /** The superuser's, to the database `postgres`. Nothing but preparing databases should use it. */
  readonly adminUrl: string;
  ownerUrl(database: string): string;
  appUrl(database: string): string;
  /** Settles with the last lines of the log when the server ends without being told to by us. */
  readonly died: Promise<string>;
  /** Cuts the clients, writes everything and ends. */
  stop(): Promise<void>;
  /** Ends at once; the next start recovers what was committed. */
  stopImmediately(): Promise<void>;
}

function clusterOf(dataDir: string): string {
  return path.join(dataDir, 'cluster');
}

function refuseClosed(account: Account | undefined, dataDir: string): void {
  if (canEnter(account, dataDir)) return;
  const name = account?.name ?? 'this user';
  throw new Error(
    `The database runs as ${name}, who cannot enter ${dataDir}. Set ACCEDE_DATA to an open folder.`,
  );
}

async function startIn(dataDir: string, { port, forTests = false }: EmbeddedOptions): Promise<Server> {
  const cluster = clusterOf(dataDir);
  const account = serverAccount(cluster);
  refuseClosed(account, dataDir);
  const binaries = findBinaries(account);
  await takeOver(cluster);
  initialise(cluster, { binaries, account, forTests });
  return startServer({ binaries, account, cluster, forTests, log: path.join(dataDir, 'postgres.log') }, port);
}

function handleOf(server: Server, release: () => void): EmbeddedPostgres {
  const { process: child, port } = server;
  const adminUrl = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  let stopping: Promise<void> | undefined;
  let ended = false;
  // Our own sudden end takes the server along, as far as it lets us: the next start would stop it anyway.
  const lastCall = (): void => signal(child.pid, 'SIGINT');
  process.once('exit', lastCall);
  const died = new Promise<string>((resolve) => {
    child.once('exit', () => {
      ended = true;
      process.off('exit', lastCall);
      if (!stopping) {
        release();
        resolve(server.lastWords());
      }
    });
  });
  const end = async (immediately: boolean): Promise<void> => {
    if (ended) return;
    await endServer(child.pid, () => ended, immediately);
    release();
  };
  return {
    port,
    adminUrl,
    ownerUrl: (database) => databaseUrl(adminUrl, { role: 'accede_owner', database }),
    appUrl: (database) => databaseUrl(adminUrl, { role: 'accede_app', database }),
    died,
    stop: () => (stopping ??= end(false)),
    stopImmediately: () => (stopping ??= end(true)),
  };
}

/**
 * Starts PostgreSQL on a data folder, making it at first. A server left behind by a launcher that was killed is
 * stopped and started again, with its data; a folder that a living launcher has is refused with AlreadyRunning.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  makeEnterable(options.dataDir);
  const dataDir = realpathSync(options.dataDir);
  const release = takeLauncherLock(dataDir);
  try {
    return handleOf(await startIn(dataDir, options), release);
  } catch (error) {
    release();
    throw error;
  }
}

/** Throws AlreadyRunning when a living launcher has the folder: a first look, before anything is begun. */
export function refuseSecondLauncher(dataDir: string): void {
  const pid = launcherOf(dataDir);
  if (pid !== undefined) throw new AlreadyRunning(dataDir, pid);
}

/** Deletes a data folder with everything in it, after stopping what a killed launcher left running on it. */
export async function removeEmbedded(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const dataDir = realpathSync(folder);
  takeLauncherLock(dataDir);
  await takeOver(clusterOf(dataDir));
  rmSync(dataDir, { recursive: true, force: true });
}

/** Removes the throw-away clusters of test runs that were killed before they could do it themselves. */
export async function removeAbandoned(): Promise<void> {
  for (const folder of temporaryDataDirs()) {
    // A folder with nothing in it yet is one that somebody is about to use.
    const begun = readdirSync(folder).length > 0;
    if (begun && launcherOf(folder) === undefined) await removeEmbedded(folder);
  }
}
