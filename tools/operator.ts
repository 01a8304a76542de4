import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppointOperator, DirectoryModule } from '#libs/directory';
import { migrate, PlatformModule, readConfig, type Config } from '#libs/platform';
import { AlreadyRunning, postgresFolder } from './embedded-postgres/index.js';
import { openDatabase } from './stack/stack-database.js';

const USAGE = 'Usage: npm run operator -- name@council.gov.uk "Name"';

interface OpenDatabase {
  readonly appUrl: string;
  stop(): Promise<void>;
}

/** The service's address on the embedded server that `npm start` runs: its port stands in the server's own mark. */
function runningUrl(folder: string): string {
  const port = readFileSync(path.join(folder, 'cluster/postmaster.pid'), 'utf8').split('\n')[3]?.trim() ?? '';
  return `postgresql://accede_app@127.0.0.1:${port}/accede`;
}

/** The database of APP_DATABASE_URL, else the embedded one: as it runs, or started for this step. */
async function reachDatabase(): Promise<OpenDatabase> {
  const given = process.env['APP_DATABASE_URL'];
  if (given) return { appUrl: given, stop: () => Promise.resolve() };
  const folder = postgresFolder();
  try {
    const database = await openDatabase(undefined, folder, false);
    await migrate(database);
    return database;
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    return { appUrl: runningUrl(folder), stop: () => Promise.resolve() };
  }
}

@Module({})
class OperatorModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: OperatorModule,
      imports: [PlatformModule.forRoot(config, DirectoryModule.entities), DirectoryModule],
    };
  }
}

async function appoint(appUrl: string, email: string, name: string): Promise<string> {
  const config = readConfig({
    ...process.env,
    APP_DATABASE_URL: appUrl,
    DATABASE_POOL: '1',
    LOG_LEVEL: 'error',
    // Nothing is mailed in this step.
    SMTP_URL: process.env['SMTP_URL'] ?? 'smtp://127.0.0.1:25',
  });
  const context = await NestFactory.createApplicationContext(OperatorModule.forRoot(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    const result = await context.get(AppointOperator).execute({ email, name });
    if (!result.ok) throw new Error(result.refusals.map(({ message }) => message).join(' '));
    return result.value.isNew
      ? `${email} is now a platform operator. They sign in with a code sent to that address.`
      : `${email} is a platform operator already. Nothing was changed.`;
  } finally {
    await context.close();
  }
}

/** `npm run operator`: makes a person a platform operator, who appoints lead authorities. Again is safe. */
async function operator([email, name, ...rest]: readonly string[]): Promise<number> {
  if (!email || !name || rest.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const database = await reachDatabase();
  try {
    console.log(await appoint(database.appUrl, email, name));
    return 0;
  } finally {
    await database.stop();
  }
}

try {
  process.exitCode = await operator(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
