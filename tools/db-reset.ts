import { existsSync } from 'node:fs';
import { postgresFolder, removeEmbedded } from './embedded-postgres/index.js';
import { BadUse, runTool } from './database/run-tool.js';

/** `npm run db:reset -- --yes`: removes the embedded database of this checkout with everything in it. */
async function reset(args: readonly string[]): Promise<number> {
  if (process.env['DATABASE_URL'] || process.env['APP_DATABASE_URL'])
    throw new Error('DATABASE_URL or APP_DATABASE_URL is set: only the embedded database can be reset.');
  const folder = postgresFolder();
  if (!existsSync(folder)) {
    console.log(`There is no embedded database at ${folder}.`);
    return 0;
  }
  if (args.length !== 1 || args[0] !== '--yes')
    throw new BadUse(`This removes ${folder} with everything in it. To go on: npm run db:reset -- --yes`);
  await removeEmbedded(folder);
  console.log(`Removed ${folder}. The next npm start makes a new one.`);
  return 0;
}

await runTool(reset);
