import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CHECKOUT } from '../embedded-postgres/index.js';
import { startChild, type Child } from './child.js';
import { isDemonstrationLoaded, markDemonstrationLoaded } from './stack-database.js';
import type { DemonstrationPerson } from './where-to-go.js';

const PROGRAM = 'dist/tools/demonstration.js';

/** What loading has come to; a program that is not there is said, not hidden. */
export type Loading = 'loaded' | 'was loaded before' | 'no demonstration here';

/**
 * Loads the demonstration unless this database has it. `watch` is given the loading process while it runs, so that
 * it can be stopped. Throws with its last lines when it fails; it is then tried again at the next start.
 */
export async function loadDemonstration(
  ownerUrl: string,
  settings: { env: NodeJS.ProcessEnv; logFolder: string },
  watch: (child: Child) => void,
): Promise<Loading> {
  if (!existsSync(path.join(CHECKOUT, PROGRAM))) return 'no demonstration here';
  if (await isDemonstrationLoaded(ownerUrl)) return 'was loaded before';
  const child = startChild({ name: 'demonstration', program: PROGRAM, ...settings });
  watch(child);
  const { code, words } = await child.ended;
  if (code !== 0) throw new Error(words);
  await markDemonstrationLoaded(ownerUrl);
  return 'loaded';
}

/** The people that `demonstration.js --people` prints as JSON: `[{ "name", "email", "role" }]`. */
export function demonstrationPeople(): readonly DemonstrationPerson[] {
  const file = path.join(CHECKOUT, PROGRAM);
  if (!existsSync(file)) return [];
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, '--people'], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${PROGRAM} --people failed: ${stderr.trim()}`);
  return JSON.parse(stdout) as DemonstrationPerson[];
}
