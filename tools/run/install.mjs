import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Whether node_modules, by npm's own record of it, is what the lock file asks for on this platform. */
function matchesLock(lockText, installedText) {
  if (installedText === undefined) return false;
  const wanted = JSON.parse(lockText).packages;
  const installed = JSON.parse(installedText).packages;
  const same = (name) => installed[name]?.version === wanted[name]?.version;
  return (
    Object.keys(installed).every(same) &&
    Object.keys(wanted).every(
      (name) => name === '' || same(name) || (wanted[name].optional && !installed[name]),
    )
  );
}

function npmCommand() {
  const cli = process.env.npm_execpath;
  return cli && path.basename(cli) === 'npm-cli.js' ? [process.execPath, cli] : ['npm'];
}

/** Installs the packages of the lock file unless they are there. Everything it says goes to standard error. */
export function install(root) {
  const lock = read(path.join(root, 'package-lock.json'));
  if (lock === undefined) return;
  const stampFile = path.join(root, 'node_modules/.accede-lock-sha');
  const sha = createHash('sha256').update(lock).digest('hex');
  if (read(stampFile) === sha) return;
  if (!matchesLock(lock, read(path.join(root, 'node_modules/.package-lock.json')))) {
    console.error(
      existsSync(path.join(root, 'node_modules'))
        ? 'The lock file has changed: installing its packages …'
        : 'Installing packages, the first time only; this takes about a minute …',
    );
    const [program, ...first] = npmCommand();
    // Development packages hold the compiler, optional ones the database: both are needed whatever npm's settings.
    const args = [
      ...first,
      'ci',
      '--no-audit',
      '--no-fund',
      '--no-update-notifier',
      '--loglevel=error',
      '--include=dev',
    ];
    const result = spawnSync(program, [...args, '--include=optional'], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32' && program === 'npm',
    });
    if (result.status !== 0) {
      console.error(`npm ci failed${result.error ? `: ${result.error.message}` : ''}; nothing was run.`);
      process.exit(1);
    }
  }
  try {
    writeFileSync(stampFile, sha);
  } catch {
    // Without the stamp the comparison above is simply made again next time.
  }
}
