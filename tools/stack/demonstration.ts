import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { CHECKOUT } from '../embedded-postgres/index.js';
import { startChild, type Child } from './child.js';
import { hasNobody, markOf, setMark } from './stack-database.js';
import type { DemonstrationPerson } from './where-to-go.js';

const PROGRAM = 'dist/tools/demonstration.js';

const NOT_EMPTY =
  'The database had people in it before the demonstration was loaded. It is loaded best into an empty one.';

/** What loading has come to; a program that is not there is said, not hidden. */
export type Loading =
  'loaded' | 'was loaded before' | 'the story of npm run demo is here instead' | 'no demonstration here';

/**
 * Loads the demonstration unless this database has it. `watch` is given the loading process while it runs, so that
 * it can be stopped. Throws with its last lines when it fails. A database that nobody was in is marked first, so that
 * the next start knows what a load cut short has left; one with people in it never is, for it is not ours to clear.
 */
export async function loadDemonstration(
  ownerUrl: string,
  settings: { env: NodeJS.ProcessEnv; logFolder: string },
  watch: (child: Child) => void,
): Promise<Loading> {
  if (!existsSync(path.join(CHECKOUT, PROGRAM))) return 'no demonstration here';
  const mark = await markOf(ownerUrl);
  if (mark === 'loaded') return 'was loaded before';
  if (mark === 'told') return 'the story of npm run demo is here instead';
  const ours = await hasNobody(ownerUrl);
  if (ours) await setMark(ownerUrl, 'begun');
  const child = startChild({ name: 'demonstration', program: PROGRAM, ...settings });
  watch(child);
  const { code, words } = await child.ended;
  if (code !== 0) throw new Error(ours ? words : `${words}\n${NOT_EMPTY}`);
  await setMark(ownerUrl, 'loaded');
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
