import path from 'node:path';
import { migrate } from '#libs/platform';
import { dataFolder, postgresFolder, refuseSecondLauncher } from '../embedded-postgres/index.js';
import { loadDemonstration } from './demonstration.js';
import { environmentOf } from './environment.js';
import { freePorts, local, refuseBusy, type Ports } from './ports.js';
import { Running, startProcesses } from './processes.js';
import {
  clearInterruptedLoad,
  openDatabase,
  type DatabaseUrls,
  type StackDatabase,
} from './stack-database.js';

export interface StackOptions {
  /** A database that runs already; else an embedded one is started on `dataDir`. */
  readonly database?: DatabaseUrls | undefined;
  /** The embedded launcher's folder, with the logs in it; the checkout's own folders when absent. */
  readonly dataDir?: string;
  /** Free ones when absent. */
  readonly ports?: Ports;
  /** Mailbox, movable clock and invented data. On unless said otherwise when the database is embedded. */
  readonly demonstration?: boolean | undefined;
  /** Whether the demonstration's data is loaded; as `demonstration` when absent. */
  readonly load?: boolean;
  /** Gives up the database's durability for speed. */
  readonly forTests?: boolean;
  /** Further settings of the processes. */
  readonly env?: NodeJS.ProcessEnv;
  /** Ends the start, or does nothing once the stack is up. */
  readonly signal?: AbortSignal;
  /** Told what is happening, a line at a time. */
  readonly say?: (line: string) => void;
}

export interface Stack extends DatabaseUrls {
  readonly webUrl: string;
  readonly apiUrl: string;
  readonly mailboxUrl: string | undefined;
  /** Where the embedded database lies; undefined for one that is not ours. */
  readonly dataDir: string | undefined;
  readonly logFolder: string;
  readonly demonstration: boolean;
  /** The environment that the processes run with, for programs that talk to the stack. */
  readonly env: NodeJS.ProcessEnv;
  /** Settles with an explanation when a process, or the embedded database, ends by itself. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

/** Settles with the first end that nobody asked for. */
function firstDeath(database: StackDatabase, running: Running): Promise<string> {
  return Promise.race([
    database.died.then((words) => `The database ended. Its last lines:\n${words}`),
    ...running.children.map((child) => child.ended.then(({ words }) => words)),
  ]);
}

function usedBy(demonstration: boolean): readonly (keyof Ports)[] {
  return demonstration ? ['web', 'api', 'worker', 'mailbox', 'smtp', 'stripe'] : ['web', 'api', 'worker'];
}

/** The options with every choice made. */
interface Settled extends StackOptions {
  readonly dataDir: string;
  readonly logFolder: string;
  readonly ports: Ports;
  readonly demonstration: boolean;
  readonly forTests: boolean;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

async function settle(options: StackOptions): Promise<Settled> {
  return {
    ...options,
    dataDir: options.dataDir ?? postgresFolder(),
    logFolder: path.join(options.dataDir ?? dataFolder(), 'logs'),
    ports: options.ports ?? (await freePorts()),
    demonstration: options.demonstration ?? !options.database,
    forTests: options.forTests ?? false,
    signal: options.signal ?? new AbortController().signal,
    say: options.say ?? (() => undefined),
  };
}

/** Everything after the database: migrations, processes, the demonstration's data. */
async function bringUp(
  running: Running,
  database: StackDatabase,
  { ports, demonstration, load = demonstration, env: further, signal, say }: Settled,
): Promise<{ env: NodeJS.ProcessEnv; died: Promise<string> }> {
  signal.throwIfAborted();
  if (load) await clearInterruptedLoad(database, say);
  const { applied } = await migrate(database);
  if (applied.length > 0)
    say(`Applied ${applied.length} ${applied.length === 1 ? 'migration' : 'migrations'}.`);
  signal.throwIfAborted();
  const env = environmentOf(ports, database.appUrl, demonstration, {
    // Beside the data that remembers what Stripe was asked for.
    STRIPE_DOUBLE_FILE: path.join(path.dirname(running.logFolder), 'stripe-double.json'),
    ...further,
  });
  say('Starting the service …');
  await startProcesses(running, ports, env, signal);
  const died = firstDeath(database, running);
  if (load) {
    say('Looking after the demonstration …');
    const settings = { env: { ...env, DATABASE_URL: database.ownerUrl }, logFolder: running.logFolder };
    const loading = loadDemonstration(database.ownerUrl, settings, (child) => running.children.push(child));
    const failing = died.then((words) => Promise.reject(new Error(words)));
    say(`Demonstration: ${await Promise.race([loading, failing, untilAborted(signal)])}.`);
  }
  return { env, died };
}

/**
 * Starts the whole service: database, migrations, api, worker, web and, in a demonstration, the mailbox and its data.
 * Answers when all of it is ready. Throws after stopping what had been started, with a message for a person.
 */
export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const settled = await settle(options);
  const { dataDir, logFolder, ports, demonstration, say } = settled;
  if (!options.database) refuseSecondLauncher(dataDir);
  await refuseBusy(ports, usedBy(demonstration));
  say(options.database ? 'Using the database of DATABASE_URL …' : 'Starting PostgreSQL …');
  const database = await openDatabase(options.database, dataDir, settled.forTests);
  const running = new Running(logFolder, () => database.stop());
  try {
    const { env, died } = await bringUp(running, database, settled);
    return {
      ownerUrl: database.ownerUrl,
      appUrl: database.appUrl,
      webUrl: local(ports.web),
      apiUrl: local(ports.api),
      mailboxUrl: demonstration ? `${local(ports.web)}/dev/mailbox` : undefined,
      dataDir: options.database ? undefined : dataDir,
      logFolder,
      demonstration,
      env,
      died,
      stop: () => running.stop(),
    };
  } catch (error) {
    await running.stop();
    throw error;
  }
}
