import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { givenBeginning, type Cast } from './crash-sweep/beginning.js';
import { collection } from './crash-sweep/collection.js';
import { ingest } from './crash-sweep/ingest.js';
import { issue } from './crash-sweep/issue.js';
import { Lane } from './crash-sweep/lane.js';
import { distinctOf, sampleOf } from './crash-sweep/points.js';
import { run } from './crash-sweep/run.js';
import { goThrough, sweep } from './crash-sweep/sweep.js';
import { part } from './part.js';

jest.setTimeout(1_800_000);

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);
const DAILY_POINTS = 3;

let cast: Cast;
let lanes: readonly Lane[] = [];

beforeAll(async () => {
  const t = Date.now();
  console.log('up', process.uptime());
  const beginning = await givenBeginning();
  console.log('beginning', Date.now() - t);
  cast = beginning.cast;
  lanes = await Promise.all(Array.from({ length: part === 'daily' ? 1 : 2 }, () => Lane.open(beginning.moment)));
  console.log('lanes', Date.now() - t);
});
afterAll(async () => {
  await Promise.all(lanes.map((lane) => lane.stop()));
});

describe(`a process that falls (seed ${seed})`, () => {
  it.each([ingest, run, issue, collection])('in $name leaves nothing undone or done twice', async (scenario) => {
    const t = Date.now();
    const [first] = lanes;
    const undisturbed = await goThrough(first!, cast, scenario);
    const all = undisturbed.points;
    console.log('golden', Date.now() - t, all.length, distinctOf(all).length); writeFileSync(`/tmp/golden-${scenario.name}`, all.map((p) => `${p.app} ${p.side} ${p.occurrence} ${p.name.slice(0, 110)}`).join('\n') + JSON.stringify(undisturbed.outcome, null, 1));
    const points = part === 'daily' ? sampleOf(all, DAILY_POINTS, seed) : all;
    const { tried, reached, faults } = await sweep(lanes, undisturbed, points);
    console.log(`${scenario.name}: ${all.length} points, ${tried} tried, ${reached} reached ${Date.now() - t}`);
    expect(faults).toEqual([]);
  });
});
