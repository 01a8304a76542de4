import { migrate, type MigrateUrls } from '#libs/platform';
import { embeddedIfHere } from './database/embedded-if-here.js';

interface Reached extends MigrateUrls {
  close(): Promise<void>;
}

async function reach(env: NodeJS.ProcessEnv): Promise<Reached> {
  const ownerUrl = env['DATABASE_URL'];
  const appUrl = env['APP_DATABASE_URL'];
  if (ownerUrl && appUrl) return { ownerUrl, appUrl, close: () => Promise.resolve() };
  if (!ownerUrl && !appUrl)
    return embeddedIfHere('DATABASE_URL (the owner, for migrations) and APP_DATABASE_URL (the service)');
  throw new Error(
    'Set both DATABASE_URL (the owner, for migrations) and APP_DATABASE_URL (the service), or neither for the embedded database.',
  );
}

/** `npm run migrate`: brings the database up to date and lets the service's login in. Again is safe. */
try {
  const database = await reach(process.env);
  try {
    const { applied } = await migrate(database);
    for (const name of applied) console.log(`applied ${name}`);
    console.log(applied.length === 0 ? 'The database is up to date already.' : 'The database is up to date.');
  } finally {
    await database.close();
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
