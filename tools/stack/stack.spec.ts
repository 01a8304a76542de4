import { afterAll, describe, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { startChild, type Child } from './child.js';
import { environmentOf } from './environment.js';
import { freePorts, portsOf, refuseBusy } from './ports.js';
import { databaseUrlsOf } from './stack-database.js';
import { whereToGo } from './where-to-go.js';

const CHECKOUT = path.resolve(import.meta.dirname, '../../..');
const folder = mkdtempSync(path.join(tmpdir(), 'accede-stack-'));
const PORTS = { web: 1, api: 2, worker: 3, mailbox: 4, smtp: 5, stripe: 6 };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function programOf(name: string, text: string): string {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return path.relative(CHECKOUT, file);
}

function startProgram(name: string, text: string): Child {
  return startChild({ name, program: programOf(name, text), env: process.env, logFolder: folder });
}

async function written(name: string, words: string): Promise<void> {
  while (!readFileSync(path.join(folder, `${name}.log`), 'utf8').includes(words)) await sleep(20);
}

describe('the ports', () => {
  test('follow that of the pages unless they are named', () => {
    expect(portsOf({})).toEqual({
      web: 3000,
      api: 3001,
      worker: 3002,
      mailbox: 3003,
      smtp: 3004,
      stripe: 3005,
    });
    expect(portsOf({ PORT: '8080', WORKER_PORT: '9000' })).toEqual({
      web: 8080,
      api: 8081,
      worker: 9000,
      mailbox: 8083,
      smtp: 8084,
      stripe: 8085,
    });
  });

  test.each(['0', '65536', 'http', '-1', '80.5'])('refuse %s', (text) => {
    expect(() => portsOf({ API_PORT: text })).toThrow(
      `API_PORT must be a port number from 1 to 65535, not ${text}.`,
    );
  });

  test('are refused in one line when somebody has one of them', async () => {
    const ports = await freePorts();
    expect(new Set(Object.values(ports)).size).toBe(6);
    await refuseBusy(ports, ['web', 'api']);
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    await expect(refuseBusy({ ...ports, api: port }, ['web', 'api'])).rejects.toThrow(
      `Port ${port} (for the api) is already in use. Choose others with API_PORT=… npm start.`,
    );
    await refuseBusy({ ...ports, api: port }, ['web']);
    taken.close();
  });
});

describe('the settings', () => {
  test('take both addresses of the database or neither', () => {
    expect(databaseUrlsOf({})).toBeUndefined();
    expect(databaseUrlsOf({ DATABASE_URL: 'a', APP_DATABASE_URL: 'b' })).toEqual({
      ownerUrl: 'a',
      appUrl: 'b',
    });
    expect(() => databaseUrlsOf({ DATABASE_URL: 'a' })).toThrow('Set both');
    expect(() => databaseUrlsOf({ APP_DATABASE_URL: 'b' })).toThrow('Set both');
  });

  test('keep the address of the owner from the service, and the mailbox from anything but a demonstration', () => {
    const real = environmentOf(PORTS, 'app', false, {
      DATABASE_URL: 'owner',
      SMTP_URL: 'smtp://mail.example',
    });
    expect(real).toMatchObject({
      APP_DATABASE_URL: 'app',
      ACCEDE_DEMO: '0',
      SMTP_URL: 'smtp://mail.example',
    });
    expect(Object.keys(real)).not.toContain('DATABASE_URL');
    expect(Object.keys(real)).not.toContain('MAILBOX_URL');
    expect(Object.keys(real)).not.toContain('STRIPE_API_URL');
    const shown = environmentOf(PORTS, 'app', true, { SMTP_URL: 'smtp://mail.example' });
    expect(shown).toMatchObject({
      ACCEDE_DEMO: '1',
      SMTP_URL: 'smtp://127.0.0.1:5',
      MAILBOX_URL: 'http://127.0.0.1:4',
      STRIPE_API_URL: 'http://127.0.0.1:6',
      STRIPE_SECRET_KEY: 'sk_test_double',
    });
    const kept = environmentOf(PORTS, 'app', true, { STRIPE_SECRET_KEY: 'sk_live_somebodys' });
    expect(kept['STRIPE_SECRET_KEY']).toBe('sk_test_double');
  });
});

describe('a process of the stack', () => {
  test('tells its last lines when it dies', async () => {
    const child = startProgram(
      'dying',
      "console.log('first'); console.error('last words'); process.exit(3);",
    );
    const { code, words } = await child.ended;
    expect(code).toBe(3);
    expect(words).toContain('The dying ended with code 3.');
    expect(words.endsWith('first\nlast words')).toBe(true);
    await child.stop();
  });

  test('is asked to end, and waited for', async () => {
    const child = startProgram(
      'polite',
      "process.once('SIGTERM', () => setTimeout(() => { console.log('done'); process.exit(0); }, 200));" +
        "console.log('ready'); setInterval(() => undefined, 1000);",
    );
    await written('polite', 'ready');
    await child.stop();
    expect(await child.ended).toMatchObject({ name: 'polite', code: 0 });
    expect(readFileSync(path.join(folder, 'polite.log'), 'utf8')).toBe('ready\ndone\n');
  });

  test('ends when its launcher is killed', async () => {
    const program = programOf(
      'orphan',
      "process.once('SIGTERM', () => { console.log('told'); process.exit(0); });" +
        "console.log('ready'); setInterval(() => undefined, 1000);",
    );
    const child = JSON.stringify({ name: 'orphan', program, logFolder: folder });
    const launcher = programOf(
      'launcher',
      `import { startChild } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'child.js')).href)};
       startChild({ ...${child}, env: process.env }); setInterval(() => undefined, 1000);`,
    );
    writeFileSync(path.join(folder, 'orphan.log'), '');
    const parent = spawn(process.execPath, [path.join(CHECKOUT, launcher)], { stdio: 'inherit' });
    await written('orphan', 'ready');
    parent.kill('SIGKILL');
    await written('orphan', 'told');
  });

  test('that was never built is named', () => {
    expect(() =>
      startChild({ name: 'api', program: 'dist/apps/none.js', env: {}, logFolder: folder }),
    ).toThrow('dist/apps/none.js is missing: the api cannot be started.');
  });
});

test('where to go names the places, and whom to sign in as', () => {
  const places = {
    webUrl: 'http://here',
    mailboxUrl: 'http://here/mail',
    dataDir: '/data',
    logFolder: '/logs',
  };
  const text = whereToGo(places, [
    { name: 'Ada', email: 'ada@lead.example', role: 'lead authority' },
    { name: 'Ben', email: 'b@tenant.example', role: 'approves orders' },
  ]);
  expect(text.split('\n')).toEqual([
    '',
    'Accede is ready.',
    '  Pages     http://here',
    '  GraphQL   http://here/graphql',
    '  Mailbox   http://here/mail  (mail is shown here and sent nowhere)',
    '  Data      /data  (kept for the next start)',
    '  Logs      /logs',
    '',
    'Sign in as:',
    '  ada@lead.example   Ada, lead authority',
    '  b@tenant.example   Ben, approves orders',
    '',
    'Ctrl-C stops everything.',
    '',
  ]);
  const real = whereToGo({ ...places, mailboxUrl: undefined, dataDir: undefined }, []);
  expect(real).not.toMatch(/Mailbox|Data|Sign in/);
});
