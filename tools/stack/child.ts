import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { CHECKOUT } from '../embedded-postgres/index.js';

const PATIENCE_MS = 10_000;
const LAST_LINES = 20;

export interface ChildSettings {
  readonly name: string;
  /** The compiled program, relative to the checkout. */
  readonly program: string;
  readonly args?: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly logFolder: string;
}

export interface Ended {
  readonly name: string;
  readonly code: number | null;
  /** How it ended, and the last lines it wrote. */
  readonly words: string;
}

export interface Child {
  readonly name: string;
  readonly ended: Promise<Ended>;
  /** SIGTERM, and SIGKILL when it has not gone after ten seconds. */
  stop(): Promise<void>;
}

function lastLinesOf(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-LAST_LINES).join('\n');
}

/** Starts a program of this checkout with its output in a log file. It ends when we do, whatever becomes of us. */
export function startChild({ name, program, args = [], env, logFolder }: ChildSettings): Child {
  const file = path.join(CHECKOUT, program);
  if (!existsSync(file)) throw new Error(`${program} is missing: the ${name} cannot be started.`);
  mkdirSync(logFolder, { recursive: true });
  const log = path.join(logFolder, `${name}.log`);
  const output = openSync(log, 'w');
  const preload = pathToFileURL(path.join(import.meta.dirname, 'stop-with-parent.js')).href;
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', preload, file, ...args], {
    cwd: CHECKOUT,
    env,
    // A group of its own: Ctrl-C reaches the launcher alone, which ends its processes in order.
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
  closeSync(output);
  const ended = new Promise<Ended>((resolve) => {
    child.once('error', (error) => resolve({ name, code: null, words: error.message }));
    child.once('exit', (code, signal) => {
      const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
      resolve({ name, code, words: `The ${name} ${how}. Its last lines (${log}):\n${lastLinesOf(log)}` });
    });
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    const patience = new AbortController();
    const late = sleep(PATIENCE_MS, 'late' as const, { signal: patience.signal }).catch(
      () => 'ended' as const,
    );
    if ((await Promise.race([ended, late])) === 'late') child.kill('SIGKILL');
    await ended;
    patience.abort();
  };
  return { name, ended, stop };
}
