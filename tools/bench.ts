import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { benchBatches, benchSingles, warmUp } from './bench/ingest.js';
import { driverAlone } from './bench/driver.js';
import { lineOf, type Measure } from './bench/measure.js';
import { benchInvoiceQuery } from './bench/invoice-query.js';
import { benchRun, fillMonth, forgetUsage, growthOf } from './bench/month-end.js';
import { reportOf } from './bench/report.js';
import { makeWorld } from './bench/world.js';
import { Service } from './demonstration/service.js';
import { CHECKOUT, prepareDatabase, startEmbedded, temporaryDataDir } from './embedded-postgres/index.js';
import { startStack } from './stack/start-stack.js';

const REPORT = join(CHECKOUT, 'docs/benchmarks.md');

/**
 * `npm run bench`: how quick the service is, each time against the limit measured in the same run on the same
 * PostgreSQL. `--quick` does a hundredth of the work and writes nothing; `--ingest` and `--run` do one half of it.
 * `--large` ends with 100 million events.
 */
const bench = async (args: readonly string[]): Promise<void> => {
  const scale = args.includes('--quick') ? 100 : 1;
  const halves = ['--ingest', '--run'].filter((half) => args.includes(half));
  const does = (half: string): boolean => halves.length === 0 || halves.includes(half);
  const dataDir = temporaryDataDir();
  const say = (line: string): void => console.log(line);
  say('Starting a PostgreSQL and a service for the bench …');
  const server = await startEmbedded({ dataDir, forTests: false });
  const measures: Measure[] = [];
  const add = (...found: readonly Measure[]): void => {
    for (const one of found) say(lineOf(one));
    measures.push(...found);
  };
  try {
    const database = await prepareDatabase(server.adminUrl, 'accede');
    const stack = await startStack({ database, demonstration: true, load: true });
    const admin = new URL(server.adminUrl);
    admin.pathname = '/accede';
    const db = new pg.Client({ connectionString: admin.href });
    await db.connect();
    try {
      const world = await makeWorld(db, {
        members: scale === 1 || does('--ingest') === false ? 400 : 40,
        meters: 20,
      });
      const million = 1_000_000 / scale;
      if (does('--ingest')) {
        await warmUp(stack.apiUrl, world);
        for (const size of [1_000, 10_000].map((whole) => (scale === 1 ? whole : whole / 10)))
          add(await benchBatches(db, stack.apiUrl, world, { events: million, size }));
        const driver = (count: number): Promise<number> => driverAlone(database.appUrl, world, count);
        add(await benchSingles(stack.apiUrl, world, { events: 50_000 / scale, driver }));
      }
      const service = new Service(stack.apiUrl, stack.mailboxUrl?.replace('/dev/mailbox', '') ?? '');
      const preparer = await service.as('tom.ferris@northmere.gov.example');
      const sizes = args.includes('--large') ? [1, 10, 100] : [1, 10];
      if (does('--run')) await forgetUsage(db, world);
      let before: readonly Measure[] = [];
      for (const size of does('--run') ? sizes : []) {
        say('Filling the month …');
        const events = await fillMonth(db, world, size * million);
        const runs = await benchRun(db, preparer, world, events);
        add(...runs, ...growthOf(before, runs));
        before = runs;
        if (size === 10) add(await benchInvoiceQuery(db, database.appUrl, preparer, world, events));
      }
      if (scale === 1) {
        const before = await readFile(REPORT, 'utf8').catch(() => '');
        await writeFile(REPORT, await reportOf(db, measures, before), 'utf8');
      }
    } finally {
      await db.end();
      await stack.stop();
    }
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
  const short = measures.filter(({ ratio, atLeast }) => ratio < atLeast).length;
  say(`${measures.length - short} of ${measures.length} figures reach what they should.`);
};

try {
  await bench(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
