import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { acrossIt, CHANGES, linesOf, quietly } from './crash-sweep/across-the-change.js';
import { givenBeginning, type Cast } from './crash-sweep/beginning.js';
import { collection } from './crash-sweep/collection.js';
import { ingest } from './crash-sweep/ingest.js';
import { issue } from './crash-sweep/issue.js';
import { Lane, type Moment } from './crash-sweep/lane.js';
import { Load } from './crash-sweep/load.js';
import { differencesBetween } from './crash-sweep/outcome.js';
import { chooser, distinctOf, everyNth, sampleOf, type Point } from './crash-sweep/points.js';
import { run } from './crash-sweep/run.js';
import { StoppingPostgres } from './crash-sweep/stopping-postgres.js';
import { attempt, faultsOf, goThrough, sweep } from './crash-sweep/sweep.js';
import { part } from './part.js';
import { useServer } from './test-server.js';

jest.setTimeout(part === 'daily' ? 300_000 : 3_600_000);

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const next = chooser(seed);
const inDepth = part === 'deep' ? describe : () => undefined;
/** A start keeps a core busy for seconds; the second lane pays for itself when there is much to do. */
const LANES = part === 'daily' ? 1 : 2;

let postgres: StoppingPostgres;
let goBack: () => void;
let cast: Cast;
let beginning: Moment;
let lanes: readonly Lane[] = [];

beforeAll(async () => {
  postgres = await StoppingPostgres.start();
  goBack = useServer(postgres.server);
  ({ cast, moment: beginning } = await givenBeginning());
  lanes = await Promise.all(Array.from({ length: LANES }, () => Lane.open(beginning)));
});
afterAll(async () => {
  await Promise.all(lanes.map((lane) => lane.stop()));
  goBack?.();
  await postgres?.remove();
});

/** Every day one of each kind. In depth all at which something becomes true outside, and so many of the others. */
const chosenOf = (points: readonly Point[]): readonly Point[] => {
  const { turns, others } = distinctOf(points);
  if (part === 'daily') return [...sampleOf(turns, 1, seed), ...sampleOf(others, 1, seed)];
  return [...turns, ...everyNth(others, 20, seed)];
};

describe(`a process that falls (seed ${seed})`, () => {
  // Each begins where the one before it ended.
  it.each([ingest, run, issue, collection])(
    'in $name leaves nothing undone, and nothing done twice',
    async (scenario) => {
      const began = Date.now();
      const undisturbed = await goThrough(lanes[0]!, cast, scenario);
      const { tried, reached, faults } = await sweep(lanes, undisturbed, chosenOf(undisturbed.points));
      const { turns, others } = distinctOf(undisturbed.points);
      const seconds = Math.round((Date.now() - began) / 1_000);
      console.log(
        `${scenario.name}: ${undisturbed.points.length} points, ${turns.length + others.length} of them different (${turns.length} turns); ` +
          `${tried} tried, ${reached} of them came up; ${seconds} s`,
      );
      expect(faults).toEqual([]);
      // What a process does at once with other things may come up in another order each time.
      expect(reached).toBeGreaterThanOrEqual(Math.floor(tried * 0.9));
    },
  );
});

inDepth('a service that acknowledges usage before it is committed', () => {
  it('is found out', async () => {
    await lanes[0]!.begin(beginning);
    const undisturbed = await goThrough(lanes[0]!, cast, ingest);
    // The second batch comes when the first has been answered, and before that was committed.
    const point = undisturbed.points.find(
      ({ name, occurrence }) => name.startsWith('start transaction isolation level') && occurrence === 2,
    );
    const lane = await Lane.open(beginning, { faults: ['planted-early-answer'] });
    const { faults, reached } = await attempt(lane, undisturbed, point!);
    await lane.stop();
    expect(reached).toBe(true);
    expect(faults).toEqual(expect.arrayContaining(['acknowledged and there 0 times: own-1']));
  });
});

/** Does it again until it succeeds, as people do when the service is away. */
const untilDone = async (work: () => Promise<unknown>): Promise<void> => {
  for (const until = Date.now() + 120_000; ; await sleep(50)) {
    try {
      return void (await work());
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
};

describe(`PostgreSQL that is stopped with immediate (seed ${seed})`, () => {
  const STOPS = part === 'daily' ? 1 : 12;

  it('under load keeps every event that was acknowledged, once', async () => {
    const [lane] = lanes;
    await lane!.begin({ ...beginning, at: ingest.at });
    const load = new Load(lane!, cast);
    const senders = Promise.all([load.run('one'), load.run('other')]);
    await postgres.stop(STOPS, () => 100 + next() * 700);
    await sleep(200);
    load.stop();
    await senders;
    const [counted] = await lane!.sql<{ quantity: string; events: string }>(
      'select sum(quantity)::text as quantity, sum(events)::text as events from usage_total',
    );
    console.log(`${load.events} events acknowledged over ${postgres.stops} stops`);
    expect(counted).toEqual({ quantity: String(load.events), events: String(load.events) });
    expect(await faultsOf(lane!)).toEqual([]);
  });

  (part === 'deep' ? it : () => undefined)('during a run leaves the same drafts as without', async () => {
    const [lane] = lanes;
    await lane!.begin(beginning);
    await goThrough(lane!, cast, ingest);
    const { act, begins, outcome } = await goThrough(lane!, cast, run);
    for (let round = 0; round < 6; round += 1) {
      await lane!.begin(begins);
      const done = untilDone(() => act(lane!));
      await postgres.stop(2, () => next() * 300);
      await done;
      expect([...(await faultsOf(lane!)), ...differencesBetween(outcome, await lane!.outcome())]).toEqual([]);
    }
  });
});

inDepth(`clocks that change (seed ${seed})`, () => {
  let inLondon: Lane;
  beforeAll(async () => {
    inLondon = await Lane.open(beginning, { env: { TZ: 'Europe/London' } });
  });
  afterAll(() => inLondon?.stop());

  it.each(CHANGES)('in $name, change nothing of what is billed', async (change) => {
    const [first] = lanes;
    await first!.begin(beginning);
    const undisturbed = await goThrough(first!, cast, {
      name: change.name,
      apps: ['worker'],
      at: '2026-06-02T09:00:00Z',
      comesTo: linesOf(change),
      prepare: () => Promise.resolve(quietly(change, cast)),
    });
    const crossing = { ...undisturbed, act: acrossIt(change, cast) };
    const falls = sampleOf(distinctOf(undisturbed.points).turns, 3, seed);
    for (const point of [null, ...falls])
      expect((await attempt(inLondon, crossing, point)).faults).toEqual([]);
  });
});
