import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

function procFile(pid: number, name: 'cmdline' | 'stat'): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return undefined;
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Tells a process from a later one that was given the same number: the moment it started, in the system's own units.
 * Empty where the system has no /proc.
 */
export function startOf(pid: number): string {
  // The program's name, in brackets, may hold spaces: the fields are counted after it; the start is the 22nd of all.
  return procFile(pid, 'stat')?.split(') ').at(-1)?.split(' ')[19] ?? '';
}

/** The command line of a process; empty when it has ended, also when nobody has collected its end yet. */
export function commandLineOf(pid: number): string {
  if (process.platform === 'linux') return procFile(pid, 'cmdline')?.replaceAll('\0', ' ') ?? '';
  return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
}

/** Sends a signal; a process that has just ended needs none. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
