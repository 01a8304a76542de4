import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const CHECKOUT = path.resolve(import.meta.dirname, '../../..');
const RATE = `import { readFileSync } from 'node:fs';
const [file = '-'] = process.argv.slice(2);
console.log(JSON.stringify({ read: readFileSync(file === '-' ? 0 : file, 'utf8') }));
process.exitCode = 7;
`;

/** A checkout of one small program. It has no lock file, so that nothing is ever installed. */
let root = '';

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

function run(
  args: string[],
  { input = '', cwd = root } = {},
): { code: number | null; out: string; err: string } {
  const env = { ...process.env, npm_lifecycle_event: undefined };
  const result = spawnSync(process.execPath, [path.join(root, 'tools/run.mjs'), ...args], {
    cwd,
    input,
    env,
    encoding: 'utf8',
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'accede-run-'));
  for (const file of ['package.json', 'tsconfig.json', 'tools/run.mjs', 'tools/stack/stop-with-parent.ts']) {
    cpSync(path.join(CHECKOUT, file), path.join(root, file));
  }
  for (const name of ['build', 'install', 'lock', 'program']) {
    cpSync(path.join(CHECKOUT, `tools/run/${name}.mjs`), path.join(root, `tools/run/${name}.mjs`));
  }
  symlinkSync(path.join(CHECKOUT, 'node_modules'), path.join(root, 'node_modules'), 'dir');
  write('tools/rate.ts', RATE);
  write('apps/web/styles/app.scss', 'body { margin: 0 }\n');
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('npm run', () => {
  test('builds at first, then runs with nothing of its own on standard output', () => {
    const first = run(['rate', '-'], { input: 'from standard input' });
    expect(first).toEqual({
      code: 7,
      out: '{"read":"from standard input"}\n',
      err: 'Building, the first time …\n',
    });
    expect(run(['rate'], { input: 'again' })).toEqual({ code: 7, out: '{"read":"again"}\n', err: '' });
  }, 180_000);

  test('reads a file from where the caller stands', () => {
    write('elsewhere/file.json', 'a file');
    const { out } = run(['rate', 'file.json'], { cwd: path.join(root, 'elsewhere') });
    expect(out).toBe('{"read":"a file"}\n');
  }, 180_000);

  test('builds again what has changed, and removes the output of what was deleted', () => {
    write('libs/gone/src/index.ts', 'export const gone = 1;\n');
    expect(run(['rate']).err).toBe('Building …\n');
    expect(existsSync(path.join(root, 'dist/libs/gone/src/index.js'))).toBe(true);
    rmSync(path.join(root, 'libs/gone'), { recursive: true });
    expect(run(['rate']).err).toBe('Building …\n');
    expect(existsSync(path.join(root, 'dist/libs'))).toBe(false);
    expect(existsSync(path.join(root, 'dist/tools/rate.js'))).toBe(true);
  }, 180_000);

  test('restores an output that somebody has deleted', () => {
    rmSync(path.join(root, 'dist/tools/rate.js'));
    expect(run(['rate']).code).toBe(7);
  }, 180_000);

  test('runs nothing when the build fails, and says why each time until it is mended', () => {
    write('tools/rate.ts', `${RATE}const wrong: number = 'text';\nconsole.log(wrong);\n`);
    for (let times = 0; times < 2; times += 1) {
      const { code, out, err } = run(['rate']);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain("Type 'string' is not assignable to type 'number'");
    }
    write('tools/rate.ts', RATE);
    utimesSync(path.join(root, 'tools/rate.ts'), new Date(), new Date());
    expect(run(['rate']).code).toBe(7);
  }, 180_000);

  test('passes a signal on and ends as the program does', () => {
    write('tools/clock.ts', `process.kill(process.pid, 'SIGTERM');\nsetInterval(() => undefined, 1000);\n`);
    expect(run(['clock']).code).toBe(128 + 15);
  }, 180_000);

  test('knows its commands', () => {
    const { code, err } = run(['nonsense']);
    expect(code).toBe(2);
    expect(err).toContain('Commands: start, demo, rate, clock, bench, audit:verify, generate');
  });
});
