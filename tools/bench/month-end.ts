import type pg from 'pg';
import type { Client } from '../demonstration/client.js';
import { newKey } from '../demonstration/service.js';
import { measure, secondsOf, type Measure } from './measure.js';
import type { BenchWorld } from './world.js';

/** Fills the month with events of every member and meter until there are so many, with their running totals. */
export const fillMonth = async (db: pg.Client, world: BenchWorld, events: number): Promise<number> => {
  const {
    rows: [have],
  } = await db.query<{ count: string }>('select count(*) from usage_record');
  const missing = events - Number(have?.count);
  const each = Math.ceil(missing / (world.members.length * world.meters.length));
  if (each <= 0) return Number(have?.count);
  await db.query('set session_replication_role = replica');
  await db.query(
    `insert into usage_record (tenant_id, lead_id, source, event_id, call_off_id, meter_id, occurred_at, usage_day,
                               quantity, delta, events, content_digest, receipt_number, recorded_at)
     select t.id, $1, 'fill', m.code || '-' || n || '-' || $6::text, $2, m.id, $3::date + (n % 28), $3::date + (n % 28),
            (n % 97) + 0.25, (n % 97) + 0.25, 1, '\\x${'07'.repeat(32)}', 1, now()
     from unnest($4::uuid[]) as t (id), meter m, generate_series(1, $5::int) as n
     where m.code = any ($7)`,
    [
      world.leadId,
      world.callOffId,
      world.month.start,
      world.members.map(({ tenantId }) => tenantId),
      each,
      events,
      world.meters,
    ],
  );
  await db.query(
    `insert into usage_total as t (tenant_id, lead_id, call_off_id, meter_id, usage_day, quantity, events, last_receipt)
     select tenant_id, lead_id, call_off_id, meter_id, usage_day, sum(quantity), count(*), 1
     from usage_record where source = 'fill' and event_id like '%-' || $1::text group by 1, 2, 3, 4, 5
     on conflict (tenant_id, lead_id, call_off_id, meter_id, usage_day) do update
     set quantity = t.quantity + excluded.quantity, events = t.events + excluded.events`,
    [events],
  );
  await db.query(
    `insert into usage_counter (tenant_id, lead_id, last_receipt)
     select distinct tenant_id, lead_id, 1::bigint from usage_record on conflict do nothing`,
  );
  await db.query('set session_replication_role = origin');
  await db.query('vacuum analyze');
  return Number(have?.count) + each * world.members.length * world.meters.length;
};

const prepare = async (preparer: Client, month: string): Promise<string> => {
  const { billingRunPrepare } = await preparer.ok<{ billingRunPrepare: { billingRun: { id: string } } }>(
    'mutation($input: BillingRunPrepareInput!) { billingRunPrepare(input: $input) { billingRun { id } userErrors { code message } } }',
    { input: { month, idempotencyKey: newKey() } },
  );
  return billingRunPrepare.billingRun.id;
};

const prepared = async (db: pg.Client, members: number): Promise<void> => {
  for (;;) {
    const {
      rows: [run],
    } = await db.query<{ waiting: string; parked: string; done: string }>(
      `select count(*) filter (where state = 'WAITING') as waiting, count(*) filter (where state = 'PARKED') as parked,
              count(*) filter (where state = 'DONE') as done from billing_run_tenant t
       where run_id = (select id from billing_run order by started_at desc limit 1)`,
    );
    if (Number(run?.parked) > 0) throw new Error(`${run?.parked} members are parked`);
    if (Number(run?.waiting) === 0 && Number(run?.done) >= members) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

/** Prepares the month's run and waits until every member is drafted. */
export const prepareRun = async (db: pg.Client, preparer: Client, world: BenchWorld): Promise<void> => {
  await prepare(preparer, world.month.start.slice(0, 7));
  await prepared(db, world.members.length);
};

/** As if the bench's members had not used anything yet; what the demonstration's own council used stays. */
export const forgetUsage = async (db: pg.Client, { members }: BenchWorld): Promise<void> => {
  await db.query('set session_replication_role = replica');
  for (const table of ['usage_record', 'usage_total', 'usage_receipt', 'usage_counter'])
    await db.query(`delete from ${table} where tenant_id = any ($1)`, [
      members.map(({ tenantId }) => tenantId),
    ]);
  await db.query('set session_replication_role = origin');
};

/** As if the month had not been run yet. */
const forgetRun = async (db: pg.Client, { month }: BenchWorld): Promise<void> => {
  await db.query('set session_replication_role = replica');
  await db.query(
    `with gone as (delete from invoice where period_start = $1 and state = 'DRAFT' returning id)
     delete from invoice_line where invoice_id in (select id from gone)`,
    [month.start],
  );
  await db.query(
    'delete from billing_run_tenant where run_id in (select id from billing_run where period_start = $1)',
    [month.start],
  );
  await db.query('delete from billing_run where period_start = $1', [month.start]);
  await db.query('set session_replication_role = origin');
};

/** What a run costs over many events, against what the same run cost over few. */
export const growthOf = (few: readonly Measure[], many: readonly Measure[]): readonly Measure[] =>
  few.flatMap((before, at) => {
    const after = many[at];
    if (!after) return [];
    const what = `${after.what}, against a tenth of them`;
    return [
      measure(what, `the limit is the time over a tenth of them`, {
        limit: before.ours,
        ours: after.ours,
        atLeast: 0.75,
      }),
    ];
  });

/** The run over all members, and the same once more, against one plain sum of the month's raw events. */
export const benchRun = async (
  db: pg.Client,
  preparer: Client,
  world: BenchWorld,
  events: number,
): Promise<Measure[]> => {
  await forgetRun(db, world);
  const limit = await secondsOf(() =>
    db.query(
      `select tenant_id, meter_id, sum(delta) from usage_record
       where usage_day >= $1 and usage_day < $2 group by tenant_id, meter_id`,
      [world.month.start, world.month.end],
    ),
  );
  const run = (): Promise<void> => prepareRun(db, preparer, world);
  const first = await secondsOf(run);
  const {
    rows: [drafts],
  } = await db.query<{ lines: string }>(
    `select count(*) as lines from invoice_line l join invoice i using (tenant_id, lead_id)
     where i.id = l.invoice_id and i.state = 'DRAFT' and i.period_start = $1`,
    [world.month.start],
  );
  if (Number(drafts?.lines) < world.members.length * world.meters.length)
    throw new Error(`the run made ${drafts?.lines} lines`);
  const again = await secondsOf(run);
  const million = Number((events / 1_000_000).toFixed(2));
  const work = `${world.members.length} members × ${world.meters.length} meters over ${events.toLocaleString('en-GB')} events`;
  return [
    measure(
      `month-end run, ${million} million events`,
      `${work}; the limit is one plain SQL sum of the events by member and meter`,
      {
        limit,
        ours: first,
        atLeast: 1,
      },
    ),
    measure(
      `the same run again, ${million} million events`,
      `${work}, nothing changed; the limit is the first run`,
      {
        limit: first,
        ours: again,
        atLeast: 10,
      },
    ),
  ];
};
