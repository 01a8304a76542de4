import { AppProcess, type App } from './app-process.js';
import type { CrashPoint, Order, Report } from './orders.js';

export interface CrewSettings {
  readonly env: Readonly<Record<string, string>>;
  readonly urls: Readonly<Record<App, string>>;
  readonly faults?: readonly string[];
  /** Told before the place of one that fell is taken. */
  readonly onFall: () => Promise<void>;
}

/** The api and the worker of one lane. One that falls is followed by another, which stood ready where it could. */
export class Crew {
  private readonly members = new Map<App, AppProcess>();
  private spare: AppProcess | null = null;
  private coming: Promise<void> = Promise.resolve();
  private fault: Error | null = null;
  private isOver = false;
  /** How often one fell. */
  falls = 0;

  constructor(private readonly settings: CrewSettings) {}

  async start(): Promise<void> {
    await Promise.all([
      this.begin(new AppProcess('api', this.settings.faults)),
      this.begin(new AppProcess('worker', this.settings.faults)),
    ]);
  }

  /** Has one more of an app stand ready. */
  standBy(app: App): void {
    if (this.spare?.app === app) return;
    void this.spare?.kill();
    this.spare = new AppProcess(app, this.settings.faults);
  }

  /** Counts from now on; one of them, if any, ends at a point. */
  async open(app: App | null, point: CrashPoint | null): Promise<void> {
    for (const name of this.members.keys())
      await this.order(name, { kind: 'open', point: name === app ? point : null }, 'opened');
  }

  /** Gives an order to an app; null when it fell over it. Then another is there already. */
  async order<K extends Report['kind']>(
    app: App,
    order: Order,
    kind: K,
  ): Promise<Extract<Report, { kind: K }> | null> {
    const report = (await this.members.get(app)?.order(order, kind)) ?? null;
    if (report === null) await this.there();
    return report;
  }

  /** Until nobody is missing. Throws when one ended otherwise than by our hand, or could not be followed. */
  async there(): Promise<void> {
    for (let seen: Promise<void> | null = null; seen !== this.coming;) {
      seen = this.coming;
      await seen;
    }
    if (this.fault) throw this.fault;
  }

  async stop(): Promise<void> {
    this.isOver = true;
    const processes = [...this.members.values(), ...(this.spare ? [this.spare] : [])];
    await Promise.all(processes.map((process) => process.kill()));
  }

  private async begin(process: AppProcess): Promise<void> {
    const { app } = process;
    this.members.set(app, process);
    void process.ended.then(({ signal, words }) => {
      if (this.isOver) return;
      this.falls += 1;
      if (signal !== 'SIGKILL') this.fault ??= new Error(words);
      this.coming = this.coming
        .then(() => this.follow(app))
        .catch((error: unknown) => {
          this.fault ??= error instanceof Error ? error : new Error(String(error));
        });
    });
    await process.go(this.settings.env, this.settings.urls[app]);
  }

  private async follow(app: App): Promise<void> {
    if (this.fault || this.isOver) return;
    const ready = this.spare?.app === app ? this.spare : new AppProcess(app, this.settings.faults);
    if (ready === this.spare) this.spare = null;
    await ready.untilReady();
    await this.settings.onFall();
    await this.begin(ready);
  }
}
