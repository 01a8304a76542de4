// The one door of `npm run …`: installs what is missing, builds what has changed, then hands over.
// Plain Node with no dependency, because on a fresh checkout nothing else is there yet.
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './run/build.mjs';
import { install } from './run/install.mjs';
import { withLock } from './run/lock.mjs';
import { runProgram } from './run/program.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Commands that are one compiled program under dist/tools. */
const PROGRAMS = {
  start: 'start',
  demo: 'demo',
  rate: 'rate',
  clock: 'clock',
  bench: 'bench',
  'audit:verify': 'audit-verify',
  generate: 'generate',
  'db:reset': 'db-reset',
  migrate: 'migrate',
  operator: 'operator',
};
const COMMANDS = [...Object.keys(PROGRAMS), 'build', 'test', 'test:deep', 'check', 'mutate'];

/** Where the person stands: npm moves to the package's folder and remembers where it was called. */
function callersFolder(command) {
  const movedByNpm = process.env.npm_lifecycle_event === command && process.cwd() === root;
  return movedByNpm ? (process.env.INIT_CWD ?? root) : process.cwd();
}

async function main([command, ...args]) {
  if (!COMMANDS.includes(command)) {
    console.error(`Usage: node tools/run.mjs COMMAND [ARGUMENTS]\nCommands: ${COMMANDS.join(', ')}`);
    return 2;
  }
  const built = await withLock(root, () => {
    install(root);
    // The check wants every type looked at again, and goes on to its other steps when the build fails.
    return build(root, { evenIfUnchanged: command === 'check' });
  });
  if (command === 'check') return (await import('./check/check.mjs')).check(root, built);
  // A page's new operations do not compile before they have been generated, and the generator needs none of them.
  if (!built.ok && command !== 'generate') {
    process.stderr.write(built.output);
    console.error('The build failed; nothing was run.');
    return 1;
  }
  if (command === 'build') return 0;
  if (command === 'test') return (await import('./run/tests.mjs')).test(root, args);
  if (command === 'test:deep') return (await import('./run/tests.mjs')).testDeep(root, args);
  if (command === 'mutate') return (await import('./run/mutation.mjs')).mutate(root, args);
  const inDist = (name) => path.join(root, 'dist/tools', `${name}.js`);
  const preload = pathToFileURL(inDist('stack/stop-with-parent')).href;
  return runProgram(['--import', preload, inDist(PROGRAMS[command]), ...args], {
    cwd: callersFolder(command),
    channel: true,
  });
}

process.exitCode = await main(process.argv.slice(2));
