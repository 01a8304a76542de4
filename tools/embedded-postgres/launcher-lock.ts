import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isAlive, startOf } from './processes.js';

interface Holder {
  readonly pid: number;
  readonly started: string;
}

/** Another launcher has this data folder. Its message is one line for a person. */
export class AlreadyRunning extends Error {
  constructor(dataDir: string, pid: number) {
    super(
      `Accede is already running on ${dataDir} (process ${pid}). Stop it first, or set ACCEDE_DATA to another folder.`,
    );
    this.name = 'AlreadyRunning';
  }
}

function lockFile(dataDir: string): string {
  return path.join(dataDir, 'launcher.json');
}

function holderOf(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function isRunning({ pid, started }: Holder): boolean {
  return isAlive(pid) && startOf(pid) === started;
}

/** The launcher that has the folder now, if it lives. */
export function launcherOf(dataDir: string): number | undefined {
  const holder = holderOf(lockFile(dataDir));
  return holder && isRunning(holder) ? holder.pid : undefined;
}

/** Puts a dead launcher's lock aside. A lock that turns out to be a living one's is put back. */
function clearDead(file: string, dataDir: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const holder = holderOf(aside);
  if (holder && isRunning(holder)) {
    renameSync(aside, file);
    throw new AlreadyRunning(dataDir, holder.pid);
  }
  rmSync(aside, { force: true });
}

/** Takes the folder for this process or throws AlreadyRunning. Answers the function that gives it back. */
export function takeLauncherLock(dataDir: string): () => void {
  const file = lockFile(dataDir);
  const mine = `${file}.new.${process.pid}`;
  const holder: Holder = { pid: process.pid, started: startOf(process.pid) };
  writeFileSync(mine, JSON.stringify(holder));
  try {
    for (;;) {
      try {
        // A link appears whole or not at all, so that nobody ever reads half a lock.
        linkSync(mine, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const running = launcherOf(dataDir);
      if (running !== undefined) throw new AlreadyRunning(dataDir, running);
      clearDead(file, dataDir);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}
