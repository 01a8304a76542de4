import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './find-binaries.js';
import { SERVER_ENVIRONMENT } from './initialise.js';
import { endServer, readPostmaster } from './postmaster.js';
import { runAs, type Account } from './system-user.js';

const HOST = '127.0.0.1';
const READY_WITHIN_MS = 120_000;
const LONGEST_LOG = 5_000_000;

export interface ServerPlace {
  readonly binaries: Binaries;
  readonly account: Account | undefined;
  readonly cluster: string;
  readonly log: string;
  /** Speed before safety: what is written need not survive the machine's fall. */
  readonly forTests: boolean;
}

export interface Server {
  readonly process: ChildProcess & { pid: number };
  readonly port: number;
  lastWords(): string;
}

/** A start that may succeed when it is tried once more. */
class TryAgain extends Error {
  constructor(
    message: string,
    readonly portTaken: boolean,
  ) {
    super(message);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, HOST, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

function argumentsOf({ cluster, forTests }: ServerPlace, port: number): string[] {
  const settings = {
    listen_addresses: HOST,
    port,
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: 100,
    ...(forTests && {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_wal_size: '4GB',
      // Small tables and two cores: what these would begin costs more than it saves.
      jit: 'off',
      max_parallel_workers_per_gather: 0,
    }),
  };
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function spawnServer(place: ServerPlace, port: number): Server {
  const { binaries, account, log } = place;
  if (sizeOf(log) > LONGEST_LOG) truncateSync(log);
  const before = sizeOf(log);
  const output = openSync(log, 'a');
  const child = spawn(binaries.postgres, argumentsOf(place, port), {
    ...runAs(account),
    cwd: '/',
    env: SERVER_ENVIRONMENT,
    // A group of its own: Ctrl-C at the terminal must not reach the server before its clients have finished.
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  const lastWords = (): string => {
    const written = readFileSync(log).subarray(before).toString('utf8').trim();
    return written.split('\n').slice(-5).join('\n');
  };
  return { process: child as Server['process'], port, lastWords };
}

async function untilReady(server: Server, cluster: string): Promise<void> {
  let failure: Error | undefined;
  const hasEnded = (): boolean => server.process.exitCode !== null || server.process.signalCode !== null;
  server.process.once('error', (error) => (failure = error));
  for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline;) {
    const postmaster = readPostmaster(cluster);
    if (postmaster?.pid === server.process.pid && postmaster?.ready) return;
    if (failure) throw failure;
    if (hasEnded()) throw explain(server.lastWords(), server.port);
    await sleep(5);
  }
  await endServer(server.process.pid, hasEnded);
  throw new Error(`The embedded PostgreSQL did not become ready: ${server.lastWords()}`);
}

function explain(words: string, port: number): Error {
  // The servants of a server killed by force need a moment to notice.
  if (words.includes('pre-existing shared memory block')) return new TryAgain(words, false);
  if (words.includes('Address already in use')) return new TryAgain(`Port ${port} is already in use.`, true);
  return new Error(`The embedded PostgreSQL did not start: ${words}`);
}

/** Starts the server and waits until it answers, on the given port or on a free one. */
export async function startServer(place: ServerPlace, port?: number): Promise<Server> {
  for (let left = 50; ; left -= 1) {
    const server = spawnServer(place, port ?? (await freePort()));
    try {
      await untilReady(server, place.cluster);
      return server;
    } catch (error) {
      if (!(error instanceof TryAgain) || left === 0 || (error.portTaken && port !== undefined)) throw error;
      await sleep(200);
    }
  }
}
