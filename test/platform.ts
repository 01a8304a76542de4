import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import {
  JobRunner,
  JobStore,
  Logger,
  PlatformModule,
  readConfig,
  UnitOfWork,
  type Config,
  type JobHandler,
} from '#libs/platform';
import { createTestDatabase, type TestDatabase } from './database.js';
import { lookOn } from './onlooker.js';

/** The platform alone, as one process has it, on a database of its own or on another's. */
export class TestPlatform {
  private readonly runners: JobRunner[] = [];

  private constructor(
    readonly database: TestDatabase,
    private readonly ownsDatabase: boolean,
    readonly config: Config,
    readonly context: INestApplicationContext,
  ) {}

  static async start(
    settings: Readonly<Record<string, string>> = {},
    on?: { database: TestDatabase },
  ): Promise<TestPlatform> {
    const database = on?.database ?? (await createTestDatabase());
    const config = readConfig({
      NODE_ENV: 'test',
      APP_DATABASE_URL: database.appUrl,
      SMTP_URL: 'smtp://127.0.0.1:9',
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
      ...settings,
    });
    const context = await NestFactory.createApplicationContext(PlatformModule.forRoot(config, []), {
      logger: false,
      abortOnError: false,
    });
    return new TestPlatform(database, on === undefined, config, context);
  }

  get work(): UnitOfWork {
    return this.context.get(UnitOfWork);
  }

  get jobs(): JobStore {
    return this.context.get(JobStore);
  }

  /** A worker with these handlers; stopped with the rest. */
  async runJobs(handlers: readonly JobHandler[], store: JobStore = this.jobs): Promise<JobRunner> {
    const runner = new JobRunner(handlers, store, this.config, this.context.get(Logger));
    await runner.start();
    this.runners.push(runner);
    return runner;
  }

  /** As the cluster's superuser, who sees everything: for looking and for planted faults. */
  async sql<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return lookOn<Row>(this.database.adminUrl, text, values);
  }

  async stop(): Promise<void> {
    await Promise.all(this.runners.map((runner) => runner.stop()));
    await this.context.close();
    if (this.ownsDatabase) await this.database.drop();
  }
}

/** One statement on a connection of its own, as whoever the address names. */
export async function sqlAt<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Waits until it is so; throws with `what` when it takes longer than twenty seconds. */
export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  pauseMs = 25,
): Promise<void> {
  for (const deadline = Date.now() + 20_000; !(await isSo());) {
    if (Date.now() > deadline) throw new Error(`not within twenty seconds: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
