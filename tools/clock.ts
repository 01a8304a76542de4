import { formatLongDate, londonDateOf, parseLocalDate, startOfDay } from '#libs/kernel';
import { openClient } from '#libs/platform';
import { runningEmbedded } from './database/reach-database.js';
import { BadUse, runTool } from './database/run-tool.js';

const USAGE =
  'Usage: npm run clock -- 2026-11-01   (now goes back to the real time; without a date it tells what time it is)';
/** Long before anything that the demonstration holds; a year like 0206 is a slip of the finger. */
const EARLIEST = '2020-01-01';
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

/** By how much the clock is to stand off the real one; null when it is only to be told. */
function shiftOf(args: readonly string[]): number | null {
  const [text, ...rest] = args;
  if (text === undefined) return null;
  if (text === 'now' && rest.length === 0) return 0;
  const date = parseLocalDate(text);
  if (date === null || rest.length > 0)
    throw new BadUse(`${JSON.stringify(args.join(' '))} is not a date.\n${USAGE}`);
  if (date < EARLIEST) throw new BadUse(`The clock goes back to ${EARLIEST} and no further, not to ${date}.`);
  return startOfDay(date).getTime() + MORNING_MS - Date.now();
}

/** `npm run clock`: tells the one clock's time, or moves it for every process of the demonstration at once. */
async function clock(args: readonly string[]): Promise<number> {
  const wanted = shiftOf(args);
  const client = await openClient('DATABASE_URL', demonstrationUrl(process.env));
  try {
    if (wanted !== null) await client.query('update clock_setting set shift_ms = $1', [wanted]);
    const { rows } = await client.query<{ shift: string }>('select shift_ms as shift from clock_setting');
    const now = new Date(Date.now() + Number(rows[0]?.shift ?? 0));
    const what =
      wanted === null
        ? 'The clock stands at'
        : wanted === 0
          ? 'The clock is right again:'
          : 'The clock was moved to';
    console.log(`${what} ${inWords(now)}.`);
    return 0;
  } finally {
    await client.end();
  }
}

await runTool(clock);
