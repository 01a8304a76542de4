import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppointOperator, DirectoryModule } from '#libs/directory';
import { migrate, PlatformModule, readConfig, type Config } from '#libs/platform';
import { embeddedIfHere } from './database/embedded-if-here.js';
import type { ReachedDatabase } from './database/reach-database.js';

const USAGE = 'Usage: npm run operator -- name@council.gov.uk "Name"';

/** The database of APP_DATABASE_URL, else the embedded one: as it runs, or started for this step. */
async function reach(): Promise<Pick<ReachedDatabase, 'appUrl' | 'close'>> {
  const given = process.env['APP_DATABASE_URL'];
  if (given) return { appUrl: given, close: () => Promise.resolve() };
  const database = await embeddedIfHere('APP_DATABASE_URL (the service)');
  await migrate(database);
  return database;
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
  const database = await reach();
  try {
    console.log(await appoint(database.appUrl, email, name));
    return 0;
  } finally {
    await database.close();
  }
}

try {
  process.exitCode = await operator(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
