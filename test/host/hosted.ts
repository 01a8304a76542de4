import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AnswerTo, Order, OrderName } from './orders.js';
import type { RunningService, Settings } from './running-service.js';

/** Where the host of this jest worker listens; a test file knows nothing of the one before it. */
const noteOfHost = path.join(tmpdir(), `accede-host-of-${process.pid}`);

const startHost = async (): Promise<number> => {
  const program = path.join(import.meta.dirname, 'host.js');
  const host = spawn(process.execPath, ['--enable-source-maps', program, noteOfHost], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [port] = (await once(host, 'message')) as [number];
  // The worker does not wait for it; it ends with the worker.
  host.unref();
  host.channel?.unref();
  return port;
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

const portOfHost = async (): Promise<number> => {
  try {
    const [pid = 0, port = 0] = readFileSync(noteOfHost, 'utf8').split(' ').map(Number);
    if (isRunning(pid)) return port;
  } catch {
    // None was started yet.
  }
  return startHost();
};

let port: Promise<number> | null = null;

const order = async <N extends OrderName>(name: N, what: Order<N>): Promise<AnswerTo<N>> => {
  port ??= portOfHost();
  const response = await fetch(`http://127.0.0.1:${await port}/${name}`, {
    method: 'POST',
    body: JSON.stringify(what),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return JSON.parse(text) as AnswerTo<N>;
};

/** An api and a worker in the host's process. */
export const hostedService = async (settings: Settings): Promise<RunningService> => {
  const { service, url } = await order('startService', { settings });
  return {
    url,
    lookAfterStripe: async () => void (await order('lookAfterStripe', { service })),
    appointOperator: async (person) => void (await order('appointOperator', { service, ...person })),
    stop: async () => void (await order('stopService', { service })),
  };
};

/** The pages, in the host's process. */
export const hostedWeb = async (
  settings: Settings,
): Promise<{ readonly url: string; stop(): Promise<void> }> => {
  const { web, url } = await order('startWeb', { settings });
  return { url, stop: async () => void (await order('stopWeb', { web })) };
};
