import { setTimeout as sleep } from 'node:timers/promises';
import { Mailbox } from '../../tools/mailbox/mailbox.js';
import { freePorts, local } from '../../tools/stack/ports.js';
import { StripeDouble } from '../../tools/stripe-double/stripe-double.js';
import type { Client } from '../client.js';
import { createTestDatabase, freshName, type TestDatabase } from '../database.js';
import { lookOn } from '../onlooker.js';
import { signInAt } from '../sign-in.js';
import { Crew } from './crew.js';
import { outcomeOf, type Outcome } from './outcome.js';
import { SECRET_KEY, WEBHOOK_SECRET } from '../given/stripe.js';

/** A moment that a scenario begins at: what is in the database and at Stripe then, and what time it is. */
export interface Moment {
  readonly template: string;
  readonly stripe: string;
  readonly at: string;
}

const LEASE = `interval '30 seconds'`;
const RESTS_WITHIN_MS = 120_000;

/** One world of its own with real processes, used for one attempt after the other. */
export class Lane {
  /** Ids of events that a sender was told are taken. */
  readonly acknowledged = new Set<string>();
  private since = new Date();
  /** When one last fell: leases from before then are held by nobody. */
  private fellAt: string | null = null;

  private constructor(
    private database: TestDatabase,
    private readonly name: string,
    readonly mailbox: Mailbox,
    private stripe: StripeDouble,
    private readonly stripePort: number,
    readonly crew: Crew,
    readonly url: string,
  ) {}

  static async open(
    moment: Moment,
    settings: { env?: Readonly<Record<string, string>>; faults?: readonly string[] } = {},
  ): Promise<Lane> {
    const ports = await freePorts();
    const name = freshName();
    const database = await createTestDatabase(moment.template, name);
    const mailbox = new Mailbox();
    const env = {
      APP_DATABASE_URL: database.appUrl,
      SMTP_URL: await mailbox.start(),
      ACCEDE_DEMO: '1',
      API_PORT: String(ports.api),
      WORKER_PORT: String(ports.worker),
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
      STRIPE_SECRET_KEY: SECRET_KEY,
      STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET,
      STRIPE_API_URL: local(ports.stripe),
      ...settings.env,
    };
    const url = local(ports.api);
    const urls = { api: url, worker: local(ports.worker) };
    const crew = new Crew({ env, urls, faults: settings.faults ?? [], onFall: () => lane.fell() });
    const double = new StripeDouble({ secretKey: SECRET_KEY });
    const lane: Lane = new Lane(database, name, mailbox, double, ports.stripe, crew, url);
    await lane.openStripe(moment.stripe);
    await crew.start();
    return lane;
  }

  get double(): StripeDouble {
    return this.stripe;
  }

  /** Puts everything back to a moment. The processes that are there go on, and find their connections cut. */
  async begin(moment: Moment): Promise<void> {
    await this.crew.there();
    await this.database.drop();
    this.database = await createTestDatabase(moment.template, this.name);
    await this.stripe.stop();
    this.stripe = new StripeDouble({ secretKey: SECRET_KEY });
    await this.openStripe(moment.stripe);
    this.acknowledged.clear();
    this.fellAt = null;
    await this.setClock(moment.at);
    await this.untilHeard();
    this.since = new Date();
  }

  /** What is there now, kept for others to begin at. */
  async keep(at: string): Promise<Moment> {
    const template = freshName();
    await this.database.copyAs(template);
    return { template, stripe: this.stripe.store.save(), at };
  }

  async stop(): Promise<void> {
    await this.crew.stop();
    await this.stripe.stop();
    await this.mailbox.stop();
    await this.database.drop();
  }

  get adminUrl(): string {
    return this.database.adminUrl;
  }

  sql<T extends object>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    return lookOn<T & Record<string, unknown>>(this.adminUrl, text, values);
  }

  async setClock(to: string): Promise<void> {
    await this.sql('update clock_setting set shift_ms = $1', [Date.parse(to) - Date.now()]);
  }

  signIn(email: string, bodyId: string, capacity: string): Promise<Client> {
    return signInAt(this, email, { bodyId, capacity });
  }

  /** Sends, and sends the same again as long as no answer comes: as whoever has a request to make would. */
  async insist<T>(send: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await send();
      } catch (error) {
        // fetch's word for a connection that was refused or cut.
        if ((error as Error).name !== 'TypeError') throw error;
        await this.crew.there();
        await sleep(10);
      }
    }
  }

  /** Has what is due at Stripe looked for, as the worker does every few seconds. */
  async tick(): Promise<void> {
    while ((await this.crew.order('worker', { kind: 'tick' }, 'ticked')) === null);
  }

  /** Everything that is due is done, here and in what Stripe has to tell. */
  async settle(): Promise<void> {
    for (let jobs = 1; jobs > 0;) {
      await this.tick();
      jobs = await this.jobs();
      await this.jobsDone();
      await this.stripe.webhooks.idle();
      await this.jobsDone();
    }
  }

  /** Until no job is left. What a fallen worker held is free at once, and what waits for another try is tried. */
  async jobsDone(): Promise<void> {
    for (const until = Date.now() + RESTS_WITHIN_MS; Date.now() < until; await sleep(15)) {
      await this.crew.there();
      if ((await this.jobs()) === 0) return;
      await this.hurryJobs();
    }
    throw new Error(
      `jobs are left: ${JSON.stringify(await this.sql('select queue, attempts, last_error from job'))}`,
    );
  }

  outcome(): Promise<Outcome> {
    return outcomeOf(this.adminUrl, { double: this.stripe, mailbox: this.mailbox, since: this.since });
  }

  private async jobs(): Promise<number> {
    const [row] = await this.sql<{ jobs: number }>('select count(*)::int as jobs from job');
    return row?.jobs ?? 0;
  }

  /** Leases and pauses run on real time; nobody waits for them here. */
  private async hurryJobs(): Promise<void> {
    const freed = await this.sql(
      `update job set leased_until = now() where leased_until > now() and leased_until < $1::timestamptz + ${LEASE} returning id`,
      [this.fellAt],
    );
    const due = await this.sql(
      'update job set run_at = now() where lease_token is null and failed_at is null and run_at > now() returning id',
    );
    if (freed.length + due.length > 0) await this.sql(`select pg_notify('job', '')`);
  }

  private async fell(): Promise<void> {
    const [row] = await this.sql<{ now: string }>('select now()::text as now');
    this.fellAt = row?.now ?? null;
    await this.hurryJobs();
  }

  private async openStripe(saved: string): Promise<void> {
    this.stripe.store.load(saved);
    await this.stripe.start(this.stripePort);
    this.stripe.webhooks.aimAt({ url: `${this.url}/v1/stripe/webhook`, secret: WEBHOOK_SECRET });
  }

  /** Until the worker listens again for jobs that are added. */
  private async untilHeard(): Promise<void> {
    for (const until = Date.now() + RESTS_WITHIN_MS; Date.now() < until; await sleep(15)) {
      await this.crew.there();
      const listening = await this.sql(
        `select 1 from pg_stat_activity where datname = current_database() and application_name = 'accede-jobs' and query = 'listen job' and state = 'idle'`,
      );
      if (listening.length > 0) return;
    }
    throw new Error('the worker does not listen again');
  }
}
