import { Client } from 'pg';
import { formatLongDate, londonDateOf, parseLocalDate, startOfDay } from '#libs/kernel';
import { runningEmbedded } from './database/reach-database.js';
import { BadUse, runTool } from './database/run-tool.js';

const USAGE = 'Usage: npm run clock -- 2026-11-01   (without a date it tells what time it is)';
/** The clock is set to nine in the morning: offices are open, and no day begins or ends near it. */
const MORNING_MS = 9 * 60 * 60 * 1000;

const timeOfDay = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeStyle: 'short' });
const inWords = (instant: Date): string =>
  `${formatLongDate(londonDateOf(instant))}, ${timeOfDay.format(instant)}`;

function isDemonstration(env: NodeJS.ProcessEnv): boolean | undefined {
  const said = env['ACCEDE_DEMO'];
  return said ? said === '1' || said === 'true' : undefined;
}

/** The owner's address of the demonstration. Anywhere else the clock is the real one, and nobody moves it. */
function demonstrationUrl(env: NodeJS.ProcessEnv): string {
  const given = env['DATABASE_URL'];
  const demonstration = isDemonstration(env);
  if (demonstration === false || (given && !demonstration))
    throw new Error(
      'The clock moves only in the demonstration: on the embedded database, or with ACCEDE_DEMO=1 beside DATABASE_URL.',
    );
  const ownerUrl = given ?? runningEmbedded()?.ownerUrl;
  if (!ownerUrl) throw new Error('The demonstration is not running here. Start it with npm start.');
  return ownerUrl;
}

function targetOf(args: readonly string[]): Date | null {
  const [text, ...rest] = args;
  if (text === undefined) return null;
  const date = parseLocalDate(text);
  if (date === null || rest.length > 0)
    throw new BadUse(`${JSON.stringify(args.join(' '))} is not a date.\n${USAGE}`);
  return new Date(startOfDay(date).getTime() + MORNING_MS);
}

/** `npm run clock`: tells the one clock's time, or moves it for every process of the demonstration at once. */
async function clock(args: readonly string[]): Promise<number> {
  const target = targetOf(args);
  const client = new Client({ connectionString: demonstrationUrl(process.env) });
  await client.connect();
  try {
    if (target) await client.query('update clock_setting set shift_ms = $1', [target.getTime() - Date.now()]);
    const { rows } = await client.query<{ shift: string }>('select shift_ms as shift from clock_setting');
    const now = new Date(Date.now() + Number(rows[0]?.shift ?? 0));
    console.log(`${target ? 'The clock was moved to' : 'The clock stands at'} ${inWords(now)}.`);
    return 0;
  } finally {
    await client.end();
  }
}

await runTool(clock);
