import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#libs/platform';

/**
 * The integration tests once more on PostgreSQL 15, the oldest server that is supported: Debian's, where the machine
 * has it. Where it has none, this says so and there is nothing to count.
 */
const BIN = '/usr/lib/postgresql/15/bin';
const FLAGS = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', '--enable-source-maps'];
const PORT = String(20_000 + Math.floor(Math.random() * 20_000));

/** PostgreSQL refuses to run as root. */
const server = (): { uid?: number; gid?: number } => {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string): number =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim());
  return { uid: idOf('-u'), gid: idOf('-g') };
};

const asServer = (program: string, args: readonly string[]): number | null =>
  spawnSync(path.join(BIN, program), [...args], {
    ...server(),
    cwd: '/',
    stdio: ['ignore', 'ignore', 'inherit'],
  }).status;

if (!existsSync(path.join(BIN, 'initdb'))) {
  console.log('PostgreSQL 15 is not on this machine; the suite ran on the embedded server only.');
} else {
  const folder = mkdtempSync('/var/tmp/accede-postgres-15-');
  const { uid, gid } = server();
  chmodSync(folder, 0o700);
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const data = path.join(folder, 'data');
  try {
    const settings = `-p ${PORT} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
    const up =
      asServer('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8']) ===
        0 &&
      asServer('pg_ctl', ['-D', data, '-o', settings, '-l', path.join(folder, 'log'), '-w', 'start']) === 0;
    const { status } = up
      ? spawnSync(
          process.execPath,
          [
            ...FLAGS,
            'node_modules/jest/bin/jest.js',
            '--selectProjects',
            'int',
            '--testPathIgnorePatterns',
            'embedded-postgres',
            'tools/database',
          ],
          {
            cwd: projectRoot(),
            stdio: ['ignore', 'inherit', 'inherit'],
            env: {
              ...process.env,
              TEST_DATABASE_ADMIN_URL: `postgresql://postgres@127.0.0.1:${PORT}/postgres`,
            },
          },
        )
      : { status: 1 };
    console.log(status === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed');
    process.exitCode = status === 0 ? 0 : 1;
  } finally {
    asServer('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  }
}
