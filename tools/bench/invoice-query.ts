import pg from 'pg';
import type { Client } from '../demonstration/client.js';
import { toPublicId } from '#libs/kernel';
import { measure, secondsOf, type Measure } from './measure.js';
import { prepareRun } from './month-end.js';
import { makeMeters, type BenchWorld } from './world.js';

const LINES = 50;
const TIMES = 200;

const QUERY = `query($id: ID!) {
  invoice(id: $id) {
    id number state memberName net { amount } vat { amount } gross { amount } contentSha256
    lines(first: ${LINES}) { edges { node {
      id lineNumber description period { start end } net { amount } vatRate
      working { quantity worth alreadyBilled { amount } steps { label quantity unit amount } }
    } } }
  }
}`;

/** One invoice of fifty lines, asked for over HTTP as its finance staff do, against the bare SQL for the same rows. */
export const benchInvoiceQuery = async (
  db: pg.Client,
  appUrl: string,
  preparer: Client,
  world: BenchWorld,
  events: number,
): Promise<Measure> => {
  const tenantId = await useMoreMeters(db, world);
  await prepareRun(db, preparer, world);
  const {
    rows: [invoice],
  } = await db.query<{ id: string }>(
    `select id from invoice where tenant_id = $1 and lead_id = $2 and state = 'DRAFT' and period_start = $3`,
    [tenantId, world.leadId, world.month.start],
  );
  const id = invoice?.id ?? '';
  const publicId = toPublicId('invoice', id);
  const limit = await bareSql(appUrl, world, { tenantId, id });
  const ours = await secondsOf(async () => {
    for (let i = 0; i < TIMES; i += 1) {
      const { invoice: found } = await preparer.ok<{ invoice: { lines: { edges: readonly unknown[] } } }>(
        QUERY,
        {
          id: publicId,
        },
      );
      if (found.lines.edges.length !== LINES) throw new Error(`${found.lines.edges.length} lines came back`);
    }
  });
  return measure(
    'invoice query',
    `${LINES} lines, ${TIMES} times one after the other, ${events.toLocaleString('en-GB')} events behind it; the limit is the bare SQL of the same rows`,
    { limit, ours, atLeast: 1 / 3 },
  );
};

/** Has one member use thirty meters more, so that its invoice has fifty lines. */
const useMoreMeters = async (db: pg.Client, world: BenchWorld): Promise<string> => {
  const tenantId = world.members[0]?.tenantId ?? '';
  const {
    rows: [model],
  } = await db.query<{ offering_id: string; lead_id: string }>(
    'select offering_id, lead_id from call_off where tenant_id = $1 and id = $2',
    [tenantId, world.callOffId],
  );
  if (!model) throw new Error('the member has no call-off');
  await makeMeters(db, model, { from: world.meters.length, to: LINES });
  await db.query(
    `with counted as (
       update usage_counter set last_receipt = last_receipt + 1 where tenant_id = $1 and lead_id = $2 returning last_receipt
     ), used as (
       insert into usage_record (tenant_id, lead_id, source, event_id, call_off_id, meter_id, occurred_at, usage_day,
                                 quantity, delta, events, content_digest, receipt_number, recorded_at)
       select $1, $2, 'more', m.code, $3, m.id, $4::date, $4::date, 10, 10, 1, '\\x${'07'.repeat(32)}', last_receipt, now()
       from meter m, counted where m.code like 'bench.%' and not m.code = any ($5)
       returning meter_id, usage_day, receipt_number
     )
     insert into usage_total (tenant_id, lead_id, call_off_id, meter_id, usage_day, quantity, events, last_receipt)
     select $1, $2, $3, meter_id, usage_day, 10, 1, receipt_number from used`,
    [tenantId, world.leadId, world.callOffId, world.month.start, world.meters],
  );
  return tenantId;
};

/** In a transaction with its settings, as the service reads it; in seconds for all the times. */
const bareSql = async (
  appUrl: string,
  { leadId }: BenchWorld,
  { tenantId, id }: { readonly tenantId: string; readonly id: string },
): Promise<number> => {
  const client = new pg.Client({ connectionString: appUrl });
  await client.connect();
  try {
    return await secondsOf(async () => {
      for (let i = 0; i < TIMES; i += 1) {
        await client.query('begin isolation level repeatable read read only');
        await client.query(
          `select set_config('app.tenant_id', '', true), set_config('app.tenant_ids', '{}', true),
                  set_config('app.lead_id', $1, true), set_config('app.member_lead_id', $1, true),
                  set_config('app.door', '', true)`,
          [leadId],
        );
        await client.query('select * from invoice where tenant_id = $1 and lead_id = $2 and id = $3', [
          tenantId,
          leadId,
          id,
        ]);
        const { rows } = await client.query(
          'select * from invoice_line where tenant_id = $1 and lead_id = $2 and invoice_id = $3 order by line_number',
          [tenantId, leadId, id],
        );
        if (rows.length !== LINES) throw new Error(`${rows.length} lines are there`);
        await client.query('commit');
      }
    });
  } finally {
    await client.end();
  }
};
