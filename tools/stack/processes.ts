import { setTimeout as sleep } from 'node:timers/promises';
import { startChild, type Child } from './child.js';
import { local, type Ports } from './ports.js';

const READY_WITHIN_MS = 120_000;

/** What a stack is made of, as it is being made; ends it in the right order. */
export class Running {
  readonly children: Child[] = [];
  private stopping: Promise<void> | undefined;

  constructor(
    readonly logFolder: string,
    private readonly endDatabase: () => Promise<void>,
  ) {}

  start(name: string, program: string, env: NodeJS.ProcessEnv): Child {
    const child = startChild({ name, program, env, logFolder: this.logFolder });
    this.children.push(child);
    return child;
  }

  stop(): Promise<void> {
    this.stopping ??= (async () => {
      await Promise.all(this.children.map((child) => child.stop()));
      await this.endDatabase();
    })();
    return this.stopping;
  }
}

async function untilReady(child: Child, url: string, signal: AbortSignal): Promise<void> {
  let died: string | undefined;
  void child.ended.then(({ words }) => (died = words));
  let answer = 'no answer';
  for (const deadline = Date.now() + READY_WITHIN_MS; Date.now() < deadline;) {
    signal.throwIfAborted();
    if (died !== undefined) throw new Error(died);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      if (response.ok) return;
      answer = `${response.status} ${await response.text()}`;
    } catch (error) {
      answer = (error as Error).message;
    }
    await sleep(50);
  }
  throw new Error(`The ${child.name} did not become ready: ${url} says ${answer.slice(0, 500)}`);
}

/** Starts the processes of the service together and answers when each says that it is able to serve. */
export async function startProcesses(
  running: Running,
  ports: Ports,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<void> {
  const starting: [Child, string][] = [];
  const begin = (name: string, program: string, url: string): void => {
    starting.push([running.start(name, program, env), url]);
  };
  if (env['MAILBOX_PORT']) begin('mailbox', 'dist/tools/mailbox.js', `${local(ports.mailbox)}/dev/mailbox`);
  if (env['STRIPE_DOUBLE_PORT'])
    begin('stripe-double', 'dist/tools/stripe-double.js', `${local(ports.stripe)}/_control/state`);
  begin('api', 'dist/apps/api/src/main.js', `${local(ports.api)}/readyz`);
  begin('worker', 'dist/apps/worker/src/main.js', `${local(ports.worker)}/readyz`);
  begin('web', 'dist/apps/web/src/main.js', `${local(ports.web)}/readyz`);
  await Promise.all(starting.map(([child, url]) => untilReady(child, url, signal)));
}
