import { setTimeout as sleep } from 'node:timers/promises';
import { callWindow } from './call-window.js';
import { holdIntervals, tick } from './held-intervals.js';
import type { Order, Report } from './orders.js';
import { watchDatabase } from './watch-database.js';
import { watchNetwork } from './watch-network.js';

// Loaded into the api or the worker before its own code (--import), for the crash sweep alone. The program is read in and
// then waits for its settings: so a process can stand ready while another one is at work.

const QUIET_LOOKS = 4;
const LOOK_MS = 10;

const report = (words: Report): void => void process.send?.(words);

/** Until nothing was under way for a while. */
const untilQuiet = async (): Promise<void> => {
  for (let quiet = 0; quiet < QUIET_LOOKS; quiet = callWindow.isQuiet ? quiet + 1 : 0) await sleep(LOOK_MS);
};

const carryOut = async (order: Order): Promise<void> => {
  if (order.kind === 'open') {
    callWindow.open(order.point);
    report({ kind: 'opened' });
  } else if (order.kind === 'close') report({ kind: 'closed', calls: callWindow.close() });
  else if (order.kind === 'tick') {
    tick();
    await untilQuiet();
    report({ kind: 'ticked' });
  }
};

const settings = new Promise<Readonly<Record<string, string>>>((resolve) => {
  process.on('message', (order: Order) => {
    if (order.kind === 'go') resolve(order.env);
    else void carryOut(order);
  });
});
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));

watchDatabase();
holdIntervals();
if (process.argv[1]?.includes('/api/')) await import('../../apps/api/src/create-api.js');
else await import('../../apps/worker/src/create-worker.js');
report({ kind: 'ready' });
Object.assign(process.env, await settings);
watchNetwork(Number(new URL(process.env['APP_DATABASE_URL'] ?? '').port));
