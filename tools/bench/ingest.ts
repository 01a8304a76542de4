import type pg from 'pg';
import { inLanes, measure, secondsOf, type Measure } from './measure.js';
import type { BenchMember, BenchWorld } from './world.js';

interface Batch {
  readonly member: BenchMember;
  readonly body: Buffer;
}

/** How many of a hundred events were sent before. */
const REPEATED = 10;

const eventOf = (world: BenchWorld, name: string, number: number): string => {
  const day = String((number % 28) + 1).padStart(2, '0');
  return JSON.stringify({
    specversion: '1.0',
    id: `${name}-${number}`,
    source: 'bench',
    type: world.meters[number % world.meters.length],
    time: `${world.month.start.slice(0, 8)}${day}T09:30:00Z`,
    data: { quantity: `${number % 97}.25` },
  });
};

/** Batches for the members in turn; each repeats a tenth of the member's batch before, or of itself where it is the first. */
const batchesOf = (world: BenchWorld, name: string, events: number, size: number): Batch[] =>
  Array.from({ length: Math.ceil(events / size) }, (_, i) => {
    const member = world.members[i % world.members.length] as BenchMember;
    const before = i - world.members.length;
    const lines = Array.from({ length: size }, (__, j) => {
      const isRepeat = j % REPEATED === REPEATED - 1;
      const number = isRepeat ? (before < 0 ? i : before) * size + j - 1 : i * size + j;
      return eventOf(world, name, number);
    });
    return { member, body: Buffer.from(`[${lines.join(',')}]`) };
  });

interface Answered {
  readonly accepted: number;
  readonly duplicate: number;
}

const send = async (url: string, { member, body }: Batch): Promise<Answered> => {
  const response = await fetch(`${url}/v1/usage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${member.token}`, 'content-type': 'application/json' },
    body,
  });
  if (!response.ok) throw new Error(`a batch was answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answered;
};

/** A service that has run for a while is measured, not one whose code and plans are new: some batches go ahead. */
export const warmUp = async (url: string, world: BenchWorld): Promise<void> => {
  await inLanes(batchesOf(world, 'warm', 40_000, 1_000), 8, async (batch) => void (await send(url, batch)));
};

/** Batches over HTTP against one COPY of the same rows into a table of the same keys, indexes and partitions. */
export const benchBatches = async (
  db: pg.Client,
  url: string,
  world: BenchWorld,
  { events, size }: { readonly events: number; readonly size: number },
): Promise<Measure> => {
  const name = `b${size}`;
  const batches = batchesOf(world, name, events, size);
  const sum = { accepted: 0, duplicate: 0 };
  const ours = await secondsOf(() =>
    inLanes(batches, 8, async (batch) => {
      const { accepted, duplicate } = await send(url, batch);
      sum.accepted += accepted;
      sum.duplicate += duplicate;
    }),
  );
  const sent = batches.length * size;
  if (sum.accepted + sum.duplicate !== sent || sum.duplicate * REPEATED !== sent)
    throw new Error(`of ${sent} events ${sum.accepted} were accepted and ${sum.duplicate} were duplicates`);
  const limit = await copyOf(db, `event_id like '${name}-%'`);
  return measure(
    `ingest, batches of ${size.toLocaleString('en-GB')}`,
    `${sent.toLocaleString('en-GB')} events, ${REPEATED}% of them repeats, ${world.members.length} members, ${world.meters.length} meters, 8 connections; the limit copies the ${sum.accepted.toLocaleString('en-GB')} rows that came of them`,
    { limit, ours, atLeast: 0.5 },
  );
};

/** One COPY of some usage records out of a file of the server's into a table like theirs, in seconds. */
const copyOf = async (db: pg.Client, which: string): Promise<number> => {
  const {
    rows: [folder],
  } = await db.query<{ path: string }>(`select current_setting('data_directory') as path`);
  const file = `${folder?.path}/bench-rows`;
  await db.query(`copy (select * from usage_record where ${which}) to '${file}'`);
  await db.query('drop table if exists bench_limit');
  await db.query('create table bench_limit (like usage_record including all) partition by hash (tenant_id)');
  for (let i = 0; i < 16; i += 1)
    await db.query(
      `create table bench_limit_${i} partition of bench_limit for values with (modulus 16, remainder ${i})`,
    );
  await db.query(
    `alter table bench_limit
       add foreign key (tenant_id, lead_id, call_off_id) references call_off (tenant_id, lead_id, id),
       add foreign key (lead_id, meter_id) references meter (lead_id, id)`,
  );
  await db.query('checkpoint');
  const seconds = await secondsOf(() => db.query(`copy bench_limit from '${file}'`));
  await db.query('drop table bench_limit');
  return seconds;
};

/** Single events over 32 connections against the same statements by the driver alone. */
export const benchSingles = async (
  url: string,
  world: BenchWorld,
  { events, driver }: { readonly events: number; readonly driver: (count: number) => Promise<number> },
): Promise<Measure> => {
  const singles = Array.from({ length: events }, (_, i): Batch => ({
    member: world.members[i % world.members.length] as BenchMember,
    body: Buffer.from(eventOf(world, 'single', i)),
  }));
  const ours = await secondsOf(() =>
    inLanes(singles, 32, async (batch) => {
      const { accepted } = await send(url, { ...batch, body: Buffer.concat([OPEN, batch.body, CLOSE]) });
      if (accepted !== 1) throw new Error('an event was not accepted');
    }),
  );
  const limit = await driver(events);
  return measure(
    'ingest, single events',
    `${events.toLocaleString('en-GB')} events over 32 connections; the limit runs the same statements by the driver alone`,
    { limit, ours, atLeast: 0.6 },
  );
};

const OPEN = Buffer.from('[');
const CLOSE = Buffer.from(']');
