import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * npm, told to end, ends the shell between it and us, and nobody tells us. So under npm we watch whether that shell
 * is still there, and take its end for a SIGTERM.
 */
function watchShell(tell) {
  if (!process.env.npm_lifecycle_event) return undefined;
  const shell = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(timer);
    tell('SIGTERM');
  }, 300);
  return timer;
}

/**
 * Runs a Node program to its end. A signal sent to us alone (a supervisor's SIGTERM) is passed on, and we leave only
 * after the program has left. `onOutput` is given its standard output, which is otherwise ours; a `channel` lets it
 * notice when we are ended by force. Answers its exit code.
 */
export function runProgram(
  args,
  { cwd, input = 'inherit', onOutput, channel = false, env = process.env } = {},
) {
  const stdio = [input, onOutput ? 'pipe' : 'inherit', 'inherit', ...(channel ? ['ipc'] : [])];
  const child = spawn(process.execPath, args, { cwd, stdio, env });
  if (onOutput) child.stdout.on('data', onOutput);
  const tell = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, tell);
  const timer = watchShell(tell);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(timer);
      for (const name of SIGNALS) process.off(name, tell);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
}
