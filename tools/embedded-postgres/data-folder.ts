import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  statSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { canEnter, serverAccount } from './system-user.js';

/** The checkout: this file is compiled to dist/tools/embedded-postgres. */
export const CHECKOUT = path.resolve(import.meta.dirname, '../../..');

const TEMPORARY = 'accede-test-';

function writable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Makes a folder that other accounts may pass through, whatever the umask; what lies inside is closed by its own mode. */
export function makeEnterable(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = path.dirname(made)) chmodSync(made, 0o755);
}

/**
 * A folder of ours outside the checkout that outlives a restart of the machine. It is refused when somebody else
 * made it first, because programs are run from it.
 */
export function systemFolder(purpose: string): string {
  const base = existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
  const folder = path.join(base, `accede-${process.getuid?.() ?? userInfo().username}-${purpose}`);
  makeEnterable(folder);
  const { uid, mode } = statSync(folder);
  if (process.getuid && (uid !== process.getuid() || (mode & 0o022) !== 0)) {
    throw new Error(`${folder} belongs to somebody else or is open to writing: remove it, then start again.`);
  }
  return folder;
}

/**
 * Where this checkout keeps its data between runs: ACCEDE_DATA, else `.accede` in the checkout, else a system folder
 * when the account of the database cannot enter the checkout or we cannot write in it.
 */
export function dataFolder(): string {
  const chosen = process.env['ACCEDE_DATA'];
  if (chosen) return path.resolve(chosen);
  const usual = path.join(CHECKOUT, '.accede');
  const ours = writable(existsSync(usual) ? usual : CHECKOUT);
  if (ours && canEnter(serverAccount(), CHECKOUT)) return usual;
  return systemFolder(`data-${createHash('sha256').update(CHECKOUT).digest('hex').slice(0, 8)}`);
}

/** Where the embedded cluster of this checkout lies. */
export function postgresFolder(): string {
  return path.join(dataFolder(), 'postgres');
}

function temporaryBase(): string {
  return canEnter(serverAccount(), tmpdir()) ? tmpdir() : '/var/tmp';
}

/**
 * A new folder for a cluster that is thrown away afterwards. One with a prefix of its own is never taken for abandoned,
 * so whoever asks for it removes it.
 */
export function temporaryDataDir(prefix = TEMPORARY): string {
  const folder = mkdtempSync(path.join(temporaryBase(), prefix));
  chmodSync(folder, 0o755);
  return folder;
}

/** The temporary folders that earlier runs of this user have made. */
export function temporaryDataDirs(): string[] {
  const base = temporaryBase();
  return readdirSync(base, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.startsWith(TEMPORARY))
    .map(({ name }) => path.join(base, name))
    .filter((folder) => statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid?.());
}
