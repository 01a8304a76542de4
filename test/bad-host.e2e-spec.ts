import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createTestDatabase, type TestDatabase } from './database.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

it.each(['api', 'worker', 'web'])(
  'the %s tells of a host that is not this machine’s in one line, and ends',
  async (name) => {
    const main = path.resolve(import.meta.dirname, `../apps/${name}/src/main.js`);
    const child = spawn(process.execPath, [main], {
      env: {
        PATH: process.env['PATH'],
        NODE_ENV: 'test',
        APP_DATABASE_URL: database.appUrl,
        SMTP_URL: 'smtp://127.0.0.1:9',
        LOG_LEVEL: 'error',
        HOST: '192.0.2.1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    expect(said).toBe('Accede cannot start: HOST 192.0.2.1 is not an address of this machine.\n');
    expect(code).toBe(1);
  },
  60_000,
);
