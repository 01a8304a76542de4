import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import {
  AlreadyRunning,
  prepareDatabase,
  removeAbandoned,
  removeEmbedded,
  startEmbedded,
  temporaryDataDir,
  type EmbeddedPostgres,
} from './index.js';

const servers: EmbeddedPostgres[] = [];
const launchers: ChildProcess[] = [];

/** One folder for all tests, since making a cluster takes a second and starting one does not. */
const shared = temporaryDataDir();

async function start(dataDir: string, port?: number): Promise<EmbeddedPostgres> {
  const server = await startEmbedded({ dataDir, forTests: true, ...(port !== undefined && { port }) });
  servers.push(server);
  return server;
}

async function ask<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A launcher in a process of its own, that can be killed. Answers the address of its server. */
async function startElsewhere(dataDir: string): Promise<{ launcher: ChildProcess; adminUrl: string }> {
  const module = pathToFileURL(path.join(import.meta.dirname, 'index.js')).href;
  const program = `const { startEmbedded } = await import(${JSON.stringify(module)});
    const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, forTests: true });
    console.log(server.adminUrl);
    setInterval(() => undefined, 1000);`;
  const launcher = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  launchers.push(launcher);
  const [line] = (await once(launcher.stdout, 'data')) as [Buffer];
  return { launcher, adminUrl: line.toString('utf8').trim() };
}

async function killed(launcher: ChildProcess): Promise<void> {
  const exit = once(launcher, 'exit');
  launcher.kill('SIGKILL');
  await exit;
}

function postmasterOf(dataDir: string): number {
  return Number(readFileSync(path.join(dataDir, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);
}

function exists(pid: number): boolean {
  return existsSync(`/proc/${pid}/cwd`);
}

afterEach(async () => {
  for (const launcher of launchers.splice(0))
    if (launcher.exitCode === null && !launcher.killed) await killed(launcher);
  for (const server of servers.splice(0)) await server.stopImmediately();
});

afterAll(() => removeEmbedded(shared));

describe('the embedded PostgreSQL', () => {
  test('answers on this machine alone, in UTC and in the order of code points', async () => {
    const server = await start(shared);
    expect(server.adminUrl).toBe(`postgresql://postgres@127.0.0.1:${server.port}/postgres`);
    const rows = await ask(
      server.adminUrl,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
              current_setting('TimeZone') as zone, datlocale as locale, upper('é') as upper,
              array(select word from (values ('b'), ('É'), ('a'), ('B')) as words (word) order by word) as words
       from pg_database where datname = 'postgres'`,
    );
    expect(rows).toEqual([
      {
        addresses: '127.0.0.1',
        sockets: '',
        zone: 'UTC',
        locale: 'C.UTF-8',
        upper: 'É',
        words: ['B', 'a', 'b', 'É'],
      },
    ]);
  });

  test('keeps its data between two runs', async () => {
    const first = await start(shared);
    await ask(first.adminUrl, 'create table kept_1 as select 42 as answer');
    await first.stop();
    await expect(ask(first.adminUrl, 'select 1')).rejects.toThrow('ECONNREFUSED');
    const second = await start(shared);
    expect(await ask(second.adminUrl, 'select answer from kept_1')).toEqual([{ answer: 42 }]);
  });

  test('refuses a second launcher on the same folder in one line, and leaves the first alone', async () => {
    const { launcher, adminUrl } = await startElsewhere(shared);
    const error: unknown = await startEmbedded({ dataDir: shared }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(AlreadyRunning);
    expect((error as Error).message).toBe(
      `Accede is already running on ${shared} (process ${launcher.pid}). Stop it first, or set ACCEDE_DATA to another folder.`,
    );
    expect(await ask(adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await expect(removeEmbedded(shared)).rejects.toThrow(AlreadyRunning);
    expect(existsSync(path.join(shared, 'cluster'))).toBe(true);
  });

  test('takes over the server of a launcher that was killed, with its data', async () => {
    const { launcher, adminUrl } = await startElsewhere(shared);
    await ask(adminUrl, 'create table kept_3 as select 42 as answer');
    const left = postmasterOf(shared);
    await killed(launcher);
    expect(await ask(adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    const server = await start(shared);
    expect(exists(left)).toBe(false);
    expect(await ask(server.adminUrl, 'select answer from kept_3')).toEqual([{ answer: 42 }]);
    await server.stop();
    expect(existsSync(path.join(shared, 'cluster/postmaster.pid'))).toBe(false);
    expect(existsSync(path.join(shared, 'launcher.json'))).toBe(false);
  });

  test('recovers when launcher and server were both killed', async () => {
    const { launcher, adminUrl } = await startElsewhere(shared);
    await ask(adminUrl, 'create table kept_4 as select 42 as answer');
    await ask(adminUrl, 'checkpoint');
    process.kill(postmasterOf(shared), 'SIGKILL');
    await killed(launcher);
    const server = await start(shared);
    expect(await ask(server.adminUrl, 'select answer from kept_4')).toEqual([{ answer: 42 }]);
  });

  test('does not mistake another process for a server left behind', async () => {
    const { launcher } = await startElsewhere(shared);
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    launchers.push(bystander);
    process.kill(postmasterOf(shared), 'SIGKILL');
    await killed(launcher);
    const file = path.join(shared, 'cluster/postmaster.pid');
    const lines = readFileSync(file, 'utf8').split('\n').slice(1);
    writeFileSync(file, [String(bystander.pid), ...lines].join('\n'));
    const server = await start(shared);
    expect(await ask(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull();
  });

  test('says when it ends by itself, and can then be started again', async () => {
    const server = await start(shared);
    process.kill(postmasterOf(shared), 'SIGQUIT');
    expect(await server.died).toContain('immediate shutdown');
    await server.stop();
    expect(await ask((await start(shared)).adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('says in one line that the port asked for is taken, and gives the folder back', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await expect(start(shared, port)).rejects.toThrow(`Port ${port} is already in use.`);
    taken.close();
    expect((await start(shared, port)).port).toBe(port);
  });

  test('removes what a killed test run has left, and nothing that is in use', async () => {
    const abandoned = temporaryDataDir();
    const { launcher } = await startElsewhere(abandoned);
    const server = await start(shared);
    const left = postmasterOf(abandoned);
    await killed(launcher);
    // A file of somebody else's whose name begins alike.
    const file = `${abandoned}-file`;
    writeFileSync(file, '');
    await removeAbandoned();
    expect([existsSync(abandoned), exists(left), existsSync(file)]).toEqual([false, false, true]);
    rmSync(file);
    expect(await ask(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('preparing a database', () => {
  test('makes an owner and a service that bypass nothing, and may be repeated', async () => {
    const server = await start(shared);
    const { ownerUrl, appUrl } = await prepareDatabase(server.adminUrl, 'accede');
    expect([ownerUrl, appUrl]).toEqual([server.ownerUrl('accede'), server.appUrl('accede')]);
    await ask(ownerUrl, 'create table kept_9 as select 42 as answer');
    await prepareDatabase(server.adminUrl, 'accede');
    expect(await ask(ownerUrl, 'select answer from kept_9')).toEqual([{ answer: 42 }]);
    await expect(ask(appUrl, 'select answer from kept_9')).rejects.toThrow('permission denied');
    expect(
      await ask(
        server.adminUrl,
        `select rolname as name, rolcanlogin as login, rolsuper as super, rolbypassrls as bypass,
                rolcreatedb as databases, rolcreaterole as roles
         from pg_roles where rolname like 'accede%' order by rolname`,
      ),
    ).toEqual([
      { name: 'accede_app', login: true, super: false, bypass: false, databases: false, roles: false },
      { name: 'accede_owner', login: true, super: false, bypass: false, databases: true, roles: false },
      { name: 'accede_service', login: false, super: false, bypass: false, databases: false, roles: false },
    ]);
  });

  test('lets the owner hand out the grants of the service without having them', async () => {
    const server = await start(shared);
    const { ownerUrl, appUrl } = await prepareDatabase(server.adminUrl, 'accede');
    await ask(ownerUrl, 'create table shown as select 42 as answer');
    await ask(ownerUrl, 'grant select on shown to accede_service');
    await ask(ownerUrl, 'grant accede_service to accede_app');
    expect(await ask(appUrl, 'select answer from shown')).toEqual([{ answer: 42 }]);
    await expect(ask(ownerUrl, 'set role accede_service')).rejects.toThrow('permission denied');
  });
});
