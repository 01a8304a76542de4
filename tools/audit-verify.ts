import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DirectoryModule, ListChainOwners } from '#libs/directory';
import { migrate, PlatformModule, readConfig, UnitOfWork, type Config } from '#libs/platform';
import { verifyAllChains, type NamedReport } from './audit/verify-all-chains.js';
import { embeddedIfHere } from './database/embedded-if-here.js';
import type { ReachedDatabase } from './database/reach-database.js';
import { runTool } from './database/run-tool.js';

@Module({})
class AuditVerifyModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: AuditVerifyModule,
      imports: [PlatformModule.forRoot(config, DirectoryModule.entities), DirectoryModule],
    };
  }
}

/** The service's login is enough: each chain is read as whoever may read it. */
async function reach(): Promise<Pick<ReachedDatabase, 'appUrl' | 'close'>> {
  const given = process.env['APP_DATABASE_URL'];
  if (given) return { appUrl: given, close: () => Promise.resolve() };
  if (process.env['DATABASE_URL'])
    throw new Error('Set APP_DATABASE_URL too: the chains are read as the service.');
  const database = await embeddedIfHere('APP_DATABASE_URL (the service)');
  await migrate(database);
  return database;
}

const count = (n: number, what: string): string => `${n} ${n === 1 ? what : `${what}s`}`;

function say({ name, records, fault }: NamedReport): void {
  if (fault === null) console.log(`${name}: ${count(records, 'record')}, whole`);
  else console.log(`${name}: BROKEN at record ${fault.seq}: ${fault.why}`);
}

async function verify(appUrl: string): Promise<number> {
  const config = readConfig({
    ...process.env,
    APP_DATABASE_URL: appUrl,
    DATABASE_POOL: '2',
    LOG_LEVEL: 'error',
    // Nothing is mailed in this step.
    SMTP_URL: process.env['SMTP_URL'] ?? 'smtp://127.0.0.1:25',
  });
  const context = await NestFactory.createApplicationContext(AuditVerifyModule.forRoot(config), {
    logger: false,
    abortOnError: false,
  });
  try {
    const owners = await context.get(ListChainOwners).execute();
    const reports: NamedReport[] = [];
    for await (const report of verifyAllChains(context.get(UnitOfWork), owners)) {
      say(report);
      reports.push(report);
    }
    return conclude(reports);
  } finally {
    await context.close();
  }
}

function conclude(reports: readonly NamedReport[]): number {
  const broken = reports.filter(({ fault }) => fault !== null).length;
  const records = reports.reduce((sum, report) => sum + report.records, 0);
  if (broken > 0) {
    console.error(`audit chain BROKEN: ${broken} of ${count(reports.length, 'chain')}`);
    return 1;
  }
  console.log(`audit chain verified: ${count(reports.length, 'chain')}, ${count(records, 'record')}`);
  return 0;
}

/** `npm run audit:verify`: follows every audit chain and names the first broken record of each that is broken. */
await runTool(async () => {
  const database = await reach();
  try {
    return await verify(database.appUrl);
  } finally {
    await database.close();
  }
});
