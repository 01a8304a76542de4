import { brokenInvariants } from '../invariants.js';
import type { Cast } from './beginning.js';
import type { Lane, Moment } from './lane.js';
import { differencesBetween, type Outcome } from './outcome.js';
import { nameOf, pointsOf, type Point } from './points.js';
import type { Act, Scenario } from './scenario.js';

/** A scenario that was gone through once without a fault: how it begins, what it came to, and every point of it. */
export interface Undisturbed {
  readonly scenario: Scenario;
  readonly begins: Moment;
  readonly act: Act;
  readonly outcome: Outcome;
  readonly points: readonly Point[];
}

/** Goes through a scenario once, from where the lane stands. */
export const goThrough = async (lane: Lane, cast: Cast, scenario: Scenario): Promise<Undisturbed> => {
  await lane.setClock(scenario.at);
  const act = await scenario.prepare(lane, cast);
  await lane.jobsDone();
  const begins = await lane.keep(scenario.at);
  await lane.begin(begins);
  await lane.crew.open(null, null);
  await act(lane);
  const points: Point[] = [];
  for (const app of scenario.apps) {
    const closed = await lane.crew.order(app, { kind: 'close' }, 'closed');
    points.push(...pointsOf(app, closed?.calls ?? []));
  }
  const outcome = await lane.outcome();
  const faults = [...(await faultsOf(lane)), ...differencesBetween(scenario.comesTo, outcome)];
  if (faults.length > 0)
    throw new Error(`${scenario.name} is at fault without any fall: ${faults.join('; ')}`);
  return { scenario, begins, act, outcome, points };
};

/** Events that their sender was told are taken, to be counted or to wait for a person, and that are not there once. */
const lost = async (lane: Lane): Promise<string[]> => {
  const rows = await lane.sql<{ id: string; times: number }>(
    `with there as (select event_id from usage_record union all select event_id from usage_quarantine)
     select a.id, count(t.event_id)::int as times from unnest($1::text[]) as a(id)
     left join there t on t.event_id = a.id group by a.id having count(t.event_id) <> 1`,
    [[...lane.acknowledged]],
  );
  return rows.map(({ id, times }) => `acknowledged and there ${times} times: ${id}`);
};

/** Whatever is wrong with what is there, however it came about. */
export const faultsOf = async (lane: Lane): Promise<string[]> => [
  ...(await lost(lane)),
  ...(await brokenInvariants(lane.adminUrl)).map(
    ({ name, rows }) => `not true any more: ${name} ${JSON.stringify(rows)}`,
  ),
];

/** What one attempt came to: whether the point was reached, and everything that is not as it was to be. */
export interface Attempt {
  readonly point: Point | null;
  readonly reached: boolean;
  readonly faults: readonly string[];
}

/** Goes through it once more with a fall at one point, or with none, and compares. */
export const attempt = async (
  lane: Lane,
  { begins, act, outcome }: Pick<Undisturbed, 'begins' | 'act' | 'outcome'>,
  point: Point | null,
): Promise<Attempt> => {
  const before = lane.crew.falls;
  if (point) lane.crew.standBy(point.app);
  await lane.begin(begins);
  await lane.crew.open(point?.app ?? null, point);
  const failed = await endOf(lane, act, point);
  const faults = [...failed, ...(await faultsOf(lane)), ...differencesBetween(outcome, await lane.outcome())];
  return { point, reached: lane.crew.falls > before, faults };
};

const endOf = async (lane: Lane, act: Act, point: Point | null): Promise<string[]> => {
  try {
    await act(lane);
    if (point === null) return [];
    // One that falls over its very last call still has to be followed, and what it left to be done.
    if ((await lane.crew.order(point.app, { kind: 'close' }, 'closed')) === null) await lane.jobsDone();
    return [];
  } catch (error) {
    return [`it did not come to its end: ${String(error)}`];
  }
};

export interface Swept {
  /** How many points were tried. */
  readonly tried: number;
  /** Points that came up again; a call of a process that does several things at once may not, however often. */
  readonly reached: number;
  readonly faults: readonly string[];
}

/** What a process does at once comes in another order now and then: a point that does not come up is waited for again. */
const TIMES = 4;

/** Tries each of the points, on as many lanes as there are. */
export const sweep = async (
  lanes: readonly Lane[],
  undisturbed: Undisturbed,
  points: readonly Point[],
): Promise<Swept> => {
  const waiting = [...points];
  const attempts: Attempt[] = [];
  const work = async (lane: Lane): Promise<void> => {
    for (let point = waiting.shift(); point; point = waiting.shift())
      for (let time = 1, reached = false; time <= TIMES && !reached; time += 1) {
        const one = await attempt(lane, undisturbed, point);
        attempts.push(one);
        ({ reached } = one);
      }
  };
  await Promise.all(lanes.map(work));
  return {
    tried: points.length,
    reached: attempts.filter(({ reached }) => reached).length,
    faults: attempts.flatMap(({ point, faults }) =>
      faults.map((fault) => `${point ? nameOf(point) : 'no fall'}: ${fault}`),
    ),
  };
};
