import { Injectable } from '@nestjs/common';
import { exact, localDate, type LocalDate, type Period } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { LiveRecords, MeterToRead } from '../domain/reading.js';
import type { Level } from '../domain/time-weighted.js';
import type { UsageOwner } from '../domain/usage.js';

/**
 * The records of some meters and days that count now, each with what its corrections left of it. A chain of
 * corrections stands on the day, call-off and meter of its original, so this is one range of an index. Quantities
 * telescope: whatever the order, the differences add up to what holds. $1 to $6: member, lead, call-offs, meters, days.
 */
const LIVE_RECORDS = `
  with live as (
    select r.call_off_id, r.meter_id, r.usage_day, to_char(r.usage_day, 'YYYY-MM') as month,
           coalesce(r.original_event_id, r.event_id) as event_id,
           sum(r.delta) as quantity,
           max(r.occurred_at) filter (where r.original_event_id is null) as occurred_at,
           max(r.receipt_number) filter (where r.original_event_id is null) as receipt_number,
           (array_agg(r.value_digest order by r.correction desc nulls last)
              filter (where r.value_digest is not null))[1] as value_digest
    from unnest($3::uuid[], $4::uuid[]) as w (call_off_id, meter_id)
    join usage_record r on r.tenant_id = $1 and r.lead_id = $2
      and r.call_off_id = w.call_off_id and r.meter_id = w.meter_id
      and r.usage_day >= $5 and r.usage_day < $6
    group by r.call_off_id, r.meter_id, r.usage_day,
             coalesce(r.original_source, r.source), coalesce(r.original_event_id, r.event_id)
    having sum(r.events) > 0
  )`;

/** Reads what records come to that cannot be added up by day. One statement each, however many records there are. */
@Injectable()
export class UsageReadingRepository {
  /** What they are by day, and by month; days and months without live records are left out. */
  async liveRecords(
    tx: Tx,
    owner: UsageOwner,
    meters: readonly MeterToRead[],
    days: Period,
  ): Promise<LiveRecords[]> {
    if (meters.length === 0) return [];
    const rows = await tx.manager.query<
      {
        call_off_id: string;
        meter_id: string;
        month: string;
        usage_day: string | null;
        highest: string;
        last: string;
        different: string;
      }[]
    >(
      `${LIVE_RECORDS}
       select call_off_id, meter_id, month, usage_day, max(quantity) as highest,
              (array_agg(quantity order by occurred_at desc, receipt_number desc, event_id collate "C" desc))[1] as last,
              count(distinct value_digest) as different
       from live
       group by grouping sets ((call_off_id, meter_id, month, usage_day), (call_off_id, meter_id, month))
       order by 1, 2, 3, 4`,
      parametersOf(owner, meters, days),
    );
    return rows.map((row) => ({
      callOffId: row.call_off_id,
      meterId: row.meter_id,
      month: row.month,
      day: row.usage_day === null ? null : localDate(row.usage_day),
      highest: exact(row.highest),
      last: exact(row.last),
      different: BigInt(row.different),
    }));
  }

  /** The levels of one meter that its live records set, in order. */
  async levels(tx: Tx, owner: UsageOwner, meter: MeterToRead, days: Period): Promise<Level[]> {
    const rows = await tx.manager.query<{ at: string; quantity: string }[]>(
      `${LIVE_RECORDS}
       select (extract(epoch from occurred_at) * 1000000)::bigint as at, quantity from live
       order by occurred_at, receipt_number, event_id collate "C"`,
      parametersOf(owner, [meter], days),
    );
    return rows.map(({ at, quantity }) => ({ at: BigInt(at), quantity: exact(quantity) }));
  }

  /** The newest day before another one that has live records, within the term; null when there is none. */
  async lastDayBefore(
    tx: Tx,
    { tenantId, leadId }: UsageOwner,
    { callOffId, meterId, term }: MeterToRead,
    before: LocalDate,
  ): Promise<LocalDate | null> {
    const [row] = await tx.manager.query<{ usage_day: string }[]>(
      `select usage_day from usage_total
       where tenant_id = $1 and lead_id = $2 and call_off_id = $3 and meter_id = $4
         and usage_day >= $5 and usage_day < $6 and events > 0
       order by usage_day desc limit 1`,
      [tenantId, leadId, callOffId, meterId, term.start, before],
    );
    return row ? localDate(row.usage_day) : null;
  }
}

const parametersOf = (
  { tenantId, leadId }: UsageOwner,
  meters: readonly MeterToRead[],
  days: Period,
): unknown[] => [
  tenantId,
  leadId,
  meters.map(({ callOffId }) => callOffId),
  meters.map(({ meterId }) => meterId),
  days.start,
  days.end,
];
