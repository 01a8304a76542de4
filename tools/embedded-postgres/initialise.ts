import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Binaries } from './find-binaries.js';
import { runAs, type Account } from './system-user.js';

/** The environment of the server's programs: nothing of the caller's PostgreSQL settings or language gets in. */
export const SERVER_ENVIRONMENT =
  process.platform === 'win32' ? process.env : { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

function refuseOtherVersion(cluster: string, binaries: Binaries, account: Account | undefined): void {
  const written = readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = spawnSync(binaries.postgres, ['--version'], {
    ...runAs(account),
    cwd: '/',
    encoding: 'utf8',
  });
  const brought = /(\d+)\.\d+/.exec(stdout)?.[1];
  if (written !== brought) {
    throw new Error(
      `The data in ${cluster} was written by PostgreSQL ${written}; this version of Accede brings ${brought}. ` +
        'Move the folder away to start afresh.',
    );
  }
}

/**
 * Makes the cluster unless it is there. It is made under another name first, so that an interrupted first run
 * leaves nothing that looks like a cluster.
 */
export function initialise(
  cluster: string,
  { binaries, account, forTests }: { binaries: Binaries; account: Account | undefined; forTests: boolean },
): void {
  if (existsSync(cluster)) {
    refuseOtherVersion(cluster, binaries, account);
    return;
  }
  const fresh = `${cluster}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh);
  chmodSync(fresh, 0o700);
  if (account) chownSync(fresh, account.uid, account.gid);
  const result = spawnSync(
    binaries.initdb,
    [
      ...['--pgdata', fresh, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--no-instructions'],
      // The same order of text on every operating system: neither its C library nor ICU has a say.
      ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...(forTests ? ['--no-sync'] : []),
    ],
    { ...runAs(account), cwd: '/', env: SERVER_ENVIRONMENT, encoding: 'utf8' },
  );
  if (result.status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    const words =
      result.error?.message ?? `${result.stdout}${result.stderr}`.trim().split('\n').slice(-5).join('\n');
    throw new Error(`The embedded PostgreSQL could not make its data folder ${cluster}: ${words}`);
  }
  renameSync(fresh, cluster);
}
