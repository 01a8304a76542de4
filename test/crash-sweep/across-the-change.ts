import { randomUUID } from 'node:crypto';
import type { Client } from '../client.js';
import { seeRun } from '../given/billing.js';
import { usageEvent } from '../given/metering.js';
import type { Cast } from './beginning.js';
import { send } from './ingest.js';
import { approve, issueRun } from './issue.js';
import type { Lane } from './lane.js';
import { prepareRun } from './run.js';
import type { Outcome } from './outcome.js';
import type { Act } from './scenario.js';

/** A night in which the clocks change, and the months round it. */
export interface Change {
  readonly name: string;
  /** The instant of the change: 1:00 in universal time, always. */
  readonly at: string;
  /** The first instant of the month in local time, and of the one after. */
  readonly month: readonly [string, string];
  /** The month before, which is billed in that night; and this one, billed when it is over. */
  readonly billed: readonly [string, string];
  readonly billedOn: string;
  /** The lines of the two invoices. */
  readonly bills: readonly string[];
}

export const CHANGES: readonly Change[] = [
  {
    name: 'October, when an hour is there twice',
    at: '2026-10-25T01:00:00Z',
    month: ['2026-09-30T23:00:00Z', '2026-11-01T00:00:00Z'],
    billed: ['2026-09', '2026-10'],
    billedOn: '2026-11-02T09:00:00Z',
    bills: [
      'Ashbeck Borough Council NORTH-2026-00001 1 Payroll Core: Payslips, September 2026 2026-09-01 2026-10-01 1 1 442 0.2',
      'Ashbeck Borough Council NORTH-2026-00002 1 Payroll Core: Payslips, October 2026 2026-10-01 2026-11-01 2046 10 904332 0.2',
    ],
  },
  {
    name: 'March, when an hour is missing',
    at: '2027-03-28T01:00:00Z',
    month: ['2027-03-01T00:00:00Z', '2027-03-31T23:00:00Z'],
    billed: ['2027-02', '2027-03'],
    billedOn: '2027-04-02T09:00:00Z',
    bills: [
      'Ashbeck Borough Council NORTH-2026-00001 1 Payroll Core: Payslips, February 2027 2027-02-01 2027-03-01 1 1 442 0.2',
      'Ashbeck Borough Council NORTH-2027-00001 1 Payroll Core: Payslips, March 2027 2027-03-01 2027-04-01 2046 10 904332 0.2',
    ],
  },
];

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

const after = (instant: string, milliseconds: number): string =>
  new Date(Date.parse(instant) + milliseconds).toISOString();

/** Usage on both sides of each border, each amount twice the one before, so that none can hide behind others. */
const usageOf = ({ at, month: [first, end] }: Change) => {
  const times = [
    ...[-SECOND, 0].map((offset) => after(first, offset)),
    ...[-90 * MINUTE, -60 * MINUTE, -30 * MINUTE, -SECOND, 0, SECOND, 30 * MINUTE, 60 * MINUTE].map(
      (offset) => after(at, offset),
    ),
    ...[-SECOND, 0].map((offset) => after(end, offset)),
  ];
  return times.map((time, place) => usageEvent({ id: `at ${time}`, time, quantity: String(2 ** place) }));
};

/** What its two bills come to: of the doubled amounts the first belongs to the month before, and the last to the next. */
export const linesOf = ({ bills }: Change): Outcome => ({ lines: bills });

type Usage = ReturnType<typeof usageEvent>;

/** What is used before an instant, and from it on. */
const halvesAt = (change: Change, instant: string): readonly [readonly Usage[], readonly Usage[]] => {
  const isBefore = ({ time }: Usage): boolean => Date.parse(time) < Date.parse(instant);
  const events = usageOf(change);
  return [events.filter(isBefore), events.filter((event) => !isBefore(event))];
};

const signedIn = (lane: Lane, { leadId, leadDomain }: Cast, who: 'preparer' | 'approver'): Promise<Client> =>
  lane.insist(() => lane.signIn(`lead-finance-${who}@${leadDomain}`, leadId, 'LEAD'));

/** Bills a month; the clock goes on before each step. */
const bill = async (lane: Lane, cast: Cast, month: string, goOn: () => Promise<void>): Promise<void> => {
  const preparer = await signedIn(lane, cast, 'preparer');
  const approver = await signedIn(lane, cast, 'approver');
  const keys = [randomUUID(), randomUUID()] as const;
  const id = await prepareRun(lane, preparer, { month, idempotencyKey: keys[0] });
  await goOn();
  await lane.jobsDone();
  await approve(lane, approver, id);
  await goOn();
  await issueRun(lane, approver, { billingRunId: id, idempotencyKey: keys[1] });
  await lane.jobsDone();
  await lane.insist(() => seeRun(approver, id));
};

/** Everything is sent and billed in quiet hours, at nine in the morning. */
export const quietly =
  (change: Change, cast: Cast): Act =>
  async (lane) => {
    const { at, billed, billedOn } = change;
    const [before, during] = halvesAt(change, change.month[0]);
    const { usageKey: secret } = cast.ashbeck;
    await lane.setClock(after(at, 8 * 60 * MINUTE));
    await send(lane, { secret, events: before });
    await bill(lane, cast, billed[0], () => Promise.resolve());
    await lane.setClock(billedOn);
    await send(lane, { secret, events: during });
    await bill(lane, cast, billed[1], () => Promise.resolve());
  };

/** Each event is sent when it happens, and the month before is billed while the clocks change. */
export const acrossIt =
  (change: Change, cast: Cast): Act =>
  async (lane) => {
    const { at, billed, billedOn } = change;
    const [before, afterwards] = halvesAt(change, at);
    const sendLive = async (events: readonly Usage[]): Promise<void> => {
      for (const event of events) {
        await lane.setClock(event.time);
        await send(lane, { secret: cast.ashbeck.usageKey, events: [event] });
      }
    };
    await sendLive(before);
    // Two seconds before, then at the change, then after it.
    let now = after(at, -2 * SECOND);
    await lane.setClock(now);
    await bill(lane, cast, billed[0], async () => {
      now = after(now, 2 * SECOND);
      await lane.setClock(now);
    });
    await sendLive(afterwards);
    await lane.setClock(billedOn);
    await bill(lane, cast, billed[1], () => Promise.resolve());
  };
