import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from '#libs/platform';

/**
 * The unit tests and the whole story once more on Node 24, which npm brings as a package of this platform. Where no
 * such package can be fetched it says so and fails: a check that was not made is not passed.
 */
const VERSION = '24.21.0';
const FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--enable-source-maps'];

const fetchNode = (folder: string): string => {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const args = [
    'install',
    '--prefix',
    folder,
    '--no-save',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    `${name}@${VERSION}`,
  ];
  spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return path.join(folder, 'node_modules', name, 'bin/node');
};

const passes = (what: string, program: string, args: readonly string[], last: RegExp): boolean => {
  const { status, stdout, stderr } = spawnSync(program, [...args], {
    cwd: projectRoot(),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const good = status === 0 && last.test(stdout + stderr);
  console.log(`${good ? 'passed' : 'FAILED'}: ${what}`);
  if (!good) console.log((stdout + stderr).slice(-4_000));
  return good;
};

const folder = mkdtempSync(path.join(tmpdir(), 'accede-node-24-'));
try {
  const node = fetchNode(folder);
  const results = existsSync(node)
    ? [
        passes('Node 24 is Node 24', node, ['--version'], new RegExp(`^v${VERSION}`)),
        passes(
          'the unit tests on Node 24',
          node,
          [...FLAGS, 'node_modules/jest/bin/jest.js', '--selectProjects', 'unit'],
          /Tests:.* passed/,
        ),
        passes(
          'a start and the story on Node 24',
          node,
          ['--enable-source-maps', 'dist/tools/demo.js'],
          /audit chain verified/,
        ),
      ]
    : [false];
  if (results.length === 1) console.log('FAILED: Node 24 could not be fetched from the npm registry');
  const failed = results.filter((good) => !good).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
