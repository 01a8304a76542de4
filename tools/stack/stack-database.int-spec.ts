import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from '../../test/database.js';
import { sqlAt } from '../../test/platform.js';
import { removeEmbedded, temporaryDataDir } from '../embedded-postgres/index.js';
import { loadDemonstration } from './demonstration.js';
import {
  clearInterruptedLoad,
  hasNobody,
  markOf,
  openDatabase,
  refuseRealDatabase,
  setMark,
  type StackDatabase,
} from './stack-database.js';

const PERSON = `insert into person values ('00000000-0000-4000-8000-000000000001', now())`;
const INTERRUPTED =
  'Loading the demonstration into the database of DATABASE_URL was begun and never finished: drop that database, create it again empty, and start again.';
const folder = mkdtempSync(path.join(tmpdir(), 'accede-marks-'));
const databases: TestDatabase[] = [];
let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
  databases.push(database);
});
afterAll(async () => {
  for (const made of databases) await made.drop();
  rmSync(folder, { recursive: true, force: true });
});

const demo = (env: Record<string, string>) =>
  spawnSync(process.execPath, [path.resolve(import.meta.dirname, '../demo.js')], {
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
  });
/** The loading program without what npm start tells it: it ends at once, as one that is cut short. */
const loadBadly = () =>
  loadDemonstration(
    database.ownerUrl,
    { env: { PATH: process.env['PATH'] }, logFolder: folder },
    () => undefined,
  );

describe('the story of npm run demo', () => {
  test('is told on a database that nobody is in, and again where it left its mark', async () => {
    await refuseRealDatabase(database);
    await setMark(database.ownerUrl, 'told');
    await sqlAt(database.adminUrl, PERSON);
    await refuseRealDatabase(database);
    await setMark(database.ownerUrl, 'loaded');
    await refuseRealDatabase(database);
  });

  test('leaves a database that has people in it alone, and says so in one line', async () => {
    await sqlAt(database.adminUrl, PERSON);
    const { status, stdout, stderr } = demo({
      DATABASE_URL: database.ownerUrl,
      APP_DATABASE_URL: database.appUrl,
    });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toBe(
      'The demonstration is told on an empty database alone, and the one of DATABASE_URL has people in it. Nothing was changed. Without DATABASE_URL and APP_DATABASE_URL it brings its own.\n',
    );
    const [left] = await sqlAt<{ shift: string; leads: string; mails: string }>(
      database.adminUrl,
      'select (select shift_ms from clock_setting) as shift, (select count(*) from lead_authority) as leads, (select count(*) from job) as mails',
    );
    expect(left).toEqual({ shift: '0', leads: '0', mails: '0' });
    expect(await markOf(database.ownerUrl)).toBeNull();
  }, 60_000);

  test('is not told where the two addresses name different databases', async () => {
    const appUrl = Object.assign(new URL(database.appUrl), { pathname: '/another' }).href;
    await expect(refuseRealDatabase({ ownerUrl: database.ownerUrl, appUrl })).rejects.toThrow(
      'For the demonstration DATABASE_URL and APP_DATABASE_URL must name the same host, port and database. Nothing was changed.',
    );
  });

  test('is not told over a load that was cut short', async () => {
    await setMark(database.ownerUrl, 'begun');
    await expect(refuseRealDatabase(database)).rejects.toThrow(INTERRUPTED);
  });
});

describe('a load of the demonstration', () => {
  test('that was cut short is known to have begun, and refused on a database that is not ours', async () => {
    await expect(loadBadly()).rejects.toThrow('The demonstration ended with code 2.');
    expect(await markOf(database.ownerUrl)).toBe('begun');
    const given = await openDatabase(database, folder, true);
    await expect(clearInterruptedLoad(given, () => undefined)).rejects.toThrow(INTERRUPTED);
  });

  test('never marks a database that had people in it, so that nothing clears it', async () => {
    await sqlAt(database.adminUrl, PERSON);
    await expect(loadBadly()).rejects.toThrow('The database had people in it before');
    expect(await markOf(database.ownerUrl)).toBeNull();
  });

  test('is not made where the story was told or the load was finished', async () => {
    await setMark(database.ownerUrl, 'loaded');
    expect(await loadBadly()).toBe('was loaded before');
    await setMark(database.ownerUrl, 'told');
    expect(await loadBadly()).toBe('the story of npm run demo is here instead');
  });
});

describe('the embedded database', () => {
  const dataDir = temporaryDataDir('accede-begun-');
  let embedded: StackDatabase | undefined;

  afterAll(async () => {
    await embedded?.stop();
    await removeEmbedded(dataDir);
  });

  test('is made anew when the load into it was cut short, and kept otherwise', async () => {
    embedded = await openDatabase(undefined, dataDir, true);
    const { ownerUrl } = embedded;
    const said: string[] = [];
    const clear = (database: StackDatabase) => clearInterruptedLoad(database, (line) => said.push(line));
    expect(await hasNobody(ownerUrl)).toBe(true);
    await sqlAt(ownerUrl, 'create table person (); insert into person default values');
    expect(await hasNobody(ownerUrl)).toBe(false);
    await clear(embedded);
    await setMark(ownerUrl, 'loaded');
    await clear(embedded);
    expect([await hasNobody(ownerUrl), said]).toEqual([false, []]);
    await setMark(ownerUrl, 'begun');
    await clear(embedded);
    expect(said).toEqual([
      'Loading the demonstration was begun and never finished: it begins again on a new database …',
    ]);
    expect([await hasNobody(ownerUrl), await markOf(ownerUrl)]).toEqual([true, null]);
  }, 60_000);
});
