import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryDataDir } from './embedded-postgres/index.js';
import { tellStory } from './demonstration/story.js';
import { databaseUrlsOf } from './stack/stack-database.js';
import { startStack } from './stack/start-stack.js';

/**
 * `npm run demo`: the main job over HTTP, a line a step. With DATABASE_URL it tells the story on that database, each
 * time with another council; without, on a throw-away PostgreSQL of its own, beside whatever else is running.
 */
const run = async (): Promise<void> => {
  const database = databaseUrlsOf(process.env);
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
