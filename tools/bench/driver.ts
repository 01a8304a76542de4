import pg from 'pg';
import { inLanes, secondsOf } from './measure.js';
import type { BenchWorld } from './world.js';

/**
 * What storing one plain event asks of the database, by the driver alone: the transaction's settings, the receipt's
 * number, whether the id is held, the record with its running total, and the receipt. In seconds for so many events.
 */
export const driverAlone = async (appUrl: string, world: BenchWorld, count: number): Promise<number> => {
  const clients = await Promise.all(
    Array.from({ length: 32 }, async () => {
      const client = new pg.Client({ connectionString: appUrl });
      await client.connect();
      return client;
    }),
  );
  const {
    rows: [meter],
  } = await (clients[0] as pg.Client).query<{ id: string }>(`select id from meter where code = $1`, [
    world.meters[0],
  ]);
  const numbers = Array.from({ length: count }, (_, i) => i);
  try {
    return await secondsOf(() =>
      inLanes(numbers, 32, async (number, lane) => {
        const member = world.members[number % world.members.length];
        await storeOne(clients[lane] as pg.Client, world, {
          tenantId: member?.tenantId ?? '',
          meterId: meter?.id ?? '',
          eventId: `driver-${number}`,
        });
      }),
    );
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
};

const DIGEST = Buffer.alloc(32, 7);

/** Kept by the connection once planned, as the service does it. */
const prepared = <R extends pg.QueryResultRow>(
  client: pg.Client,
  name: string,
  text: string,
  values: unknown[],
): Promise<pg.QueryResult<R>> => client.query<R>({ name, text, values });

const storeOne = async (
  client: pg.Client,
  { leadId, callOffId, month }: BenchWorld,
  { tenantId, meterId, eventId }: { tenantId: string; meterId: string; eventId: string },
): Promise<void> => {
  await client.query(
    `start transaction;
     select set_config('app.tenant_id', '${tenantId}', true), set_config('app.tenant_ids', '{${tenantId}}', true),
            set_config('app.lead_id', '${leadId}', true), set_config('app.member_lead_id', '${leadId}', true),
            set_config('app.door', '', true), (select shift_ms from clock_setting) as shift_ms`,
  );
  const {
    rows: [counter],
  } = await prepared<{ last_receipt: string }>(
    client,
    'counter',
    `insert into usage_counter (tenant_id, lead_id, last_receipt) values ($1, $2, 1)
     on conflict (tenant_id, lead_id) do update set last_receipt = usage_counter.last_receipt + 1
     returning last_receipt`,
    [tenantId, leadId],
  );
  await prepared(
    client,
    'held',
    `select event_id from usage_quarantine where tenant_id = $1 and lead_id = $2 and source = $3 and event_id = any ($4::text[])`,
    [tenantId, leadId, 'bench', [eventId]],
  );
  await prepared(
    client,
    'record',
    `with stored as (
       insert into usage_record (tenant_id, lead_id, source, event_id, call_off_id, meter_id, occurred_at, usage_day,
                                 quantity, delta, events, content_digest, receipt_number, recorded_at)
       values ($1, $2, 'bench', $3, $4, $5, $6::date, $6::date, 3.25, 3.25, 1, $7, $8, now())
       on conflict (tenant_id, lead_id, source, event_id) do nothing
       returning call_off_id, meter_id, usage_day, quantity
     )
     insert into usage_total as t (tenant_id, lead_id, call_off_id, meter_id, usage_day, quantity, events, last_receipt)
     select $1, $2, call_off_id, meter_id, usage_day, quantity, 1, $8 from stored
     on conflict (tenant_id, lead_id, call_off_id, meter_id, usage_day) do update
     set quantity = t.quantity + excluded.quantity, events = t.events + 1, last_receipt = excluded.last_receipt`,
    [tenantId, leadId, eventId, callOffId, meterId, month.start, DIGEST, counter?.last_receipt],
  );
  await prepared(
    client,
    'receipt',
    `insert into usage_receipt (tenant_id, lead_id, number, person_id, received_at, accepted, duplicate, quarantined, rejected, digest)
     values ($1, $2, $3, $1, now(), 1, 0, 0, 0, $4)`,
    [tenantId, leadId, counter?.last_receipt, DIGEST],
  );
  await client.query('set constraints all immediate; commit');
};
