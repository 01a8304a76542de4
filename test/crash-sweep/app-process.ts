import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '#libs/platform';
import type { Order, Report } from './orders.js';

export type App = 'api' | 'worker';

const STARTS_WITHIN_MS = 120_000;
const WORDS_KEPT = 4_000;

/** A module of this folder that is loaded into the process before the program's own code. */
const preload = (name: string): string[] => [
  '--import',
  pathToFileURL(path.join(import.meta.dirname, `${name}.js`)).href,
];

/** How a process ended: by our point, by our order, or by itself, which nobody wants. */
export interface Ended {
  readonly signal: NodeJS.Signals | null;
  readonly words: string;
}

/** The compiled api or worker as a process of its own, which waits with its program read in until it is told to go. */
export class AppProcess {
  readonly ended: Promise<Ended>;
  private readonly child: ChildProcess;
  private readonly isReady: Promise<Report | null>;
  private readonly waiting = new Map<Report['kind'], (report: Report | null) => void>();
  private words = '';
  private hasEnded = false;

  /** `faults` are further modules of this folder to load, which plant faults. */
  constructor(
    readonly app: App,
    faults: readonly string[] = [],
  ) {
    const program = path.join(projectRoot(), `dist/apps/${app}/src/main.js`);
    const preloads = ['under-test', ...faults].flatMap(preload);
    this.child = spawn(process.execPath, [...preloads, program], {
      cwd: projectRoot(),
      // Libraries are read in as they are for real; the double of Stripe is for no production.
      env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk) => (this.words = (this.words + String(chunk)).slice(-WORDS_KEPT)));
    this.child.on('message', (report: Report) => this.take(report.kind, report));
    this.ended = new Promise((resolve) => {
      this.child.once('exit', (code, signal) => {
        this.hasEnded = true;
        for (const kind of this.waiting.keys()) this.take(kind, null);
        resolve({ signal, words: `the ${app} ended with ${code ?? signal}: ${this.words}` });
      });
    });
    this.isReady = this.next('ready');
  }

  /** Until its program is read in. */
  async untilReady(): Promise<void> {
    if ((await this.isReady) === null) throw new Error((await this.ended).words);
  }

  /** Starts the program itself, and answers when it serves at its address. */
  async go(env: Readonly<Record<string, string>>, url: string): Promise<void> {
    await this.untilReady();
    this.tell({ kind: 'go', env: { ...env, NODE_ENV: 'test' } });
    for (const until = Date.now() + STARTS_WITHIN_MS; Date.now() < until; await sleep(10)) {
      if (this.hasEnded) throw new Error((await this.ended).words);
      const answer = await fetch(`${url}/healthz`).catch(() => null);
      await answer?.arrayBuffer();
      if (answer?.ok) return;
    }
    throw new Error(`the ${this.app} did not start: ${this.words}`);
  }

  /** Gives an order and waits for its report; null when the process ended over it. */
  async order<K extends Report['kind']>(order: Order, kind: K): Promise<Extract<Report, { kind: K }> | null> {
    if (this.hasEnded) return null;
    const report = this.next(kind);
    this.tell(order);
    return (await report) as Extract<Report, { kind: K }> | null;
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private tell(order: Order): void {
    // One that has just ended cannot hear: whoever waits for it is told by its end.
    if (this.child.connected) this.child.send(order, () => undefined);
  }

  private next(kind: Report['kind']): Promise<Report | null> {
    return new Promise((resolve) => this.waiting.set(kind, resolve));
  }

  private take(kind: Report['kind'], report: Report | null): void {
    const resolve = this.waiting.get(kind);
    this.waiting.delete(kind);
    resolve?.(report);
  }
}
