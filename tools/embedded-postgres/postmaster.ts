import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commandLineOf, signal } from './processes.js';

/** What a running server writes into its data folder. */
export interface Postmaster {
  readonly pid: number;
  readonly ready: boolean;
}

/** Fast (clients are cut, all is written), then immediate (recovery next time), then by force. */
const PERSUASION = [
  { name: 'SIGINT', milliseconds: 10_000 },
  { name: 'SIGQUIT', milliseconds: 5_000 },
  { name: 'SIGKILL', milliseconds: 5_000 },
] as const;

function pidFile(cluster: string): string {
  return path.join(cluster, 'postmaster.pid');
}

export function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(pidFile(cluster), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined;
  } catch {
    return undefined;
  }
}

/** Asks a server to end, ever more firmly, until `ended` says that it has. */
export async function endServer(pid: number, ended: () => boolean, immediately = false): Promise<void> {
  for (const { name, milliseconds } of immediately ? PERSUASION.slice(1) : PERSUASION) {
    signal(pid, name);
    for (const deadline = Date.now() + milliseconds; Date.now() < deadline;) {
      if (ended()) return;
      await sleep(10);
    }
  }
  throw new Error(`PostgreSQL (process ${pid}) does not stop.`);
}

/**
 * Stops the server that a launcher killed by force has left behind, and clears the mark of one that has died.
 * The number in the mark may by now be another process's, so the process must name this cluster.
 */
export async function takeOver(cluster: string): Promise<void> {
  const left = readPostmaster(cluster);
  const isOurs = (pid: number): boolean => commandLineOf(pid).includes(cluster);
  if (left && isOurs(left.pid)) await endServer(left.pid, () => !isOurs(left.pid));
  rmSync(pidFile(cluster), { force: true });
}
