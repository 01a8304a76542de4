import type pg from 'pg';
import { Mailbox } from '../tools/mailbox/mailbox.js';
import { Client } from './client.js';
import { createTestDatabase, type TestDatabase } from './database.js';
import { hostedService } from './host/hosted.js';
import type { RunningService, Settings } from './host/running-service.js';
import { assertInvariants } from './invariants.js';
import { fingerprintOf, lookOn } from './onlooker.js';
import { signInAt } from './sign-in.js';

/**
 * The whole service for one test file: its own database, the api on a free port, a worker, and a real mailbox.
 * Everything is reached the way its users reach it.
 */
export class Stack<S extends RunningService = RunningService> {
  private constructor(
    readonly database: TestDatabase,
    readonly mailbox: Mailbox,
    readonly smtpUrl: string,
    readonly service: S,
  ) {}

  /** `source` names another template than the empty one. */
  static start(settings: Settings = {}, source?: string): Promise<Stack> {
    return Stack.with(hostedService, settings, source);
  }

  /** With a service that is started by `start`, for tests that reach into it. */
  static async with<S extends RunningService>(
    start: (settings: Settings) => Promise<S>,
    settings: Settings = {},
    source?: string,
  ): Promise<Stack<S>> {
    const database = await createTestDatabase(source);
    const mailbox = new Mailbox();
    const smtpUrl = await mailbox.start();
    const service = await start({
      NODE_ENV: 'test',
      APP_DATABASE_URL: database.appUrl,
      SMTP_URL: smtpUrl,
      ACCEDE_DEMO: '1',
      API_PORT: '0',
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
      ...settings,
    });
    return new Stack(database, mailbox, smtpUrl, service);
  }

  get url(): string {
    return this.service.url;
  }

  /** Anyone, without an account. */
  visitor(): Client {
    return new Client(this.url, null);
  }

  /** Signs a person in with the code from their mail, as they would; `body` chooses one of several. */
  signIn(email: string, options: { bodyId?: string; capacity?: string } = {}): Promise<Client> {
    return signInAt(this, email, options);
  }

  /** Moves the one clock to the start of a local date (or to an instant), for every process. */
  async setClock(to: string): Promise<void> {
    const target = new Date(to.length === 10 ? `${to}T09:00:00Z` : to);
    await this.sql('update clock_setting set shift_ms = $1', [target.getTime() - Date.now()]);
  }

  /** As the cluster's superuser, who sees everything: for looking and for planted faults, never for building data. */
  async sql<T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<T[]> {
    return lookOn<T>(this.database.adminUrl, text, values);
  }

  /** Has what is due at Stripe made jobs of, as the worker does every few seconds. */
  lookAfterStripe(): Promise<void> {
    return this.service.lookAfterStripe();
  }

  /** Waits until no job is left to do. */
  async jobsDone(timeoutMs = 30_000): Promise<void> {
    const until = Date.now() + timeoutMs;
    for (;;) {
      const [row] = await this.sql<{ waiting: number; failed: number; why: string }>(
        `select count(*) filter (where failed_at is null)::int as waiting, count(*) filter (where failed_at is not null)::int as failed,
                string_agg(queue || ': ' || last_error, '; ') filter (where failed_at is not null) as why from job`,
      );
      if (row?.failed) throw new Error(`${row.failed} jobs failed: ${row.why}`);
      if (row?.waiting === 0) return;
      if (Date.now() > until) throw new Error(`${row?.waiting} jobs still wait after ${timeoutMs} ms`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** A digest of every row of every table but the plumbing and who looked, to show that a refused action changed nothing. */
  fingerprint(): Promise<string> {
    return fingerprintOf(this.database.adminUrl);
  }

  /** Stops everything; first the books are checked. */
  async stop(): Promise<void> {
    try {
      await assertInvariants(this.database.adminUrl);
    } finally {
      await this.stopServices();
      await this.database.drop();
    }
  }

  /** Stops everything, and leaves what is in the database as a template for others. */
  async keepAs(template: string): Promise<void> {
    await this.stopServices();
    await this.database.keepAs(template);
  }

  private async stopServices(): Promise<void> {
    await this.service.stop();
    await this.mailbox.stop();
  }
}
