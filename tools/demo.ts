import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryDataDir } from './embedded-postgres/index.js';
import { tellStory } from './demonstration/story.js';
import { databaseUrlsOf, markOf, refuseRealDatabase, setMark } from './stack/stack-database.js';
import { startStack } from './stack/start-stack.js';

/**
 * `npm run demo`: the main job over HTTP, a line a step, on a throw-away PostgreSQL of its own, beside whatever else is
 * running. With DATABASE_URL it tells the story there, each time with another council, but only where it finds nobody
 * or its own mark: it invents people and moves the clock, and a real service must never meet either.
 */
const run = async (): Promise<void> => {
  const database = databaseUrlsOf(process.env);
  if (database) await refuseRealDatabase(database);
  const dataDir = database ? await mkdtemp(join(tmpdir(), 'accede-demo-')) : temporaryDataDir();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => stop.abort(new Error('Stopped.')));
  console.log('Starting a service for the story …');
  try {
    const stack = await startStack({
      database,
      dataDir,
      demonstration: true,
      load: false,
      signal: stop.signal,
    });
    try {
      // Now and no sooner: a start that failed leaves the database free for something else.
      if (database && (await markOf(stack.ownerUrl)) === null) await setMark(stack.ownerUrl, 'told');
      await tellStory(stack, (line) => console.log(line));
    } finally {
      await stack.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
};

try {
  await run();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
