import { demonstrationPeople } from './stack/demonstration.js';
import { portsOf } from './stack/ports.js';
import { databaseUrlsOf } from './stack/stack-database.js';
import { startStack, type StackOptions } from './stack/start-stack.js';
import { printWhereToGo } from './stack/where-to-go.js';

function demonstrationOf(env: NodeJS.ProcessEnv, embedded: boolean): boolean {
  const said = env['ACCEDE_DEMO'];
  return said ? said === '1' || said === 'true' : embedded;
}

function optionsOf(env: NodeJS.ProcessEnv): StackOptions {
  const database = databaseUrlsOf(env);
  return { database, ports: portsOf(env), demonstration: demonstrationOf(env, database === undefined) };
}

/** `npm start`: everything, until Ctrl-C or until a part of it fails. */
async function start(): Promise<void> {
  const told = new AbortController();
  const toldToStop = new Promise<undefined>((resolve) => {
    // The terminal and npm may both bring the same signal: only the first one counts.
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(name, () => {
        told.abort(new Error('Stopped before it was ready.'));
        resolve(undefined);
      });
    }
  });
  const stack = await startStack({ ...optionsOf(process.env), signal: told.signal, say: console.log });
  try {
    printWhereToGo(stack, stack.demonstration ? demonstrationPeople() : []);
    const death = await Promise.race([toldToStop, stack.died]);
    console.log(death === undefined ? '\nStopping …' : `\n${death}\nStopping the rest …`);
    if (death !== undefined) process.exitCode = 1;
  } finally {
    await stack.stop();
  }
  console.log('Stopped.');
}

// A closed terminal must not keep us from stopping the database.
process.stdout.on('error', () => undefined);

try {
  await start();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
