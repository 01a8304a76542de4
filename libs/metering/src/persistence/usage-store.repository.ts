import { Injectable } from '@nestjs/common';
import { exact, localDate } from '#libs/kernel';
import { prepared, type Tx } from '#libs/platform';
import type { KnownEvent } from '../domain/arrival.js';
import { keyOf, type Original, type PlannedCorrection } from '../domain/correction.js';
import { ONE, type UsageEvent } from '../domain/event.js';
import type { ReceiptedEvent } from '../domain/receipt-digest.js';
import type { EventName, UsageOwner } from '../domain/usage.js';

/** An event to store as a record. */
export interface NewRecord {
  readonly event: UsageEvent;
  readonly digest: Buffer;
  /** Of what was sent, when a person changed it since. */
  readonly sentDigest: Buffer | null;
  readonly callOffId: string;
  readonly meterId: string;
}

/** The time of a record in UTC, with all its microseconds. */
const UTC_TIME = `to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

/**
 * Stores a batch: each method is one statement, however many events there are. Whoever calls it holds the member's
 * counter, so that nobody else stores for this member meanwhile.
 */
@Injectable()
export class UsageStoreRepository {
  /** Which of these ids are records of the member. */
  async knownRecords(
    tx: Tx,
    owner: UsageOwner,
    source: string,
    ids: readonly string[],
  ): Promise<KnownEvent[]> {
    if (ids.length === 0) return [];
    const rows = await tx.manager.query<
      {
        event_id: string;
        content_digest: Buffer;
        sent_digest: Buffer | null;
        call_off_id: string;
        meter_id: string;
        time: string;
        quantity: string;
        value_digest: Buffer | null;
        corrects_source: string | null;
        corrects_event_id: string | null;
      }[]
    >(
      `select event_id, content_digest, sent_digest, call_off_id, meter_id, ${UTC_TIME} as time, quantity,
              value_digest, corrects_source, corrects_event_id
       from usage_record where tenant_id = $1 and lead_id = $2 and source = $3 and event_id = any ($4::text[])`,
      [owner.tenantId, owner.leadId, source, ids],
    );
    return rows.map((row) => ({
      eventId: row.event_id,
      digests: row.sent_digest === null ? [row.content_digest] : [row.content_digest, row.sent_digest],
      sent: {
        kind: 'stored',
        event: {
          time: `${row.time.replace(/\.?0+$/, '')}Z`,
          quantity: row.quantity,
          valueDigest: row.value_digest?.toString('hex') ?? null,
          corrects: nameOf(row.corrects_source, row.corrects_event_id),
        },
        callOffId: row.call_off_id,
        meterId: row.meter_id,
      },
    }));
  }

  /**
   * Stores records and adds them to their days' totals. Answers the ids that were there before, which are left as
   * they were.
   */
  async addRecords(
    tx: Tx,
    owner: UsageOwner,
    receipt: bigint,
    records: readonly NewRecord[],
  ): Promise<string[]> {
    const [first] = records;
    if (!first) return [];
    const rows = await prepared<{ event_id: string }>(
      tx,
      `with given as (
         select * from unnest($6::text[], $7::uuid[], $8::uuid[], $9::timestamptz[], $10::date[], $11::numeric[], $12::bytea[], $13::bytea[], $14::bytea[])
           as g (event_id, call_off_id, meter_id, occurred_at, usage_day, quantity, content_digest, sent_digest, value_digest)
       ), stored as (
         insert into usage_record (tenant_id, lead_id, source, event_id, call_off_id, meter_id, occurred_at, usage_day,
                                   quantity, delta, events, content_digest, sent_digest, value_digest, receipt_number, recorded_at)
         select $1, $2, $3, event_id, call_off_id, meter_id, occurred_at, usage_day, quantity, quantity, 1,
                content_digest, sent_digest, value_digest, $4, $5
         from given
         on conflict (tenant_id, lead_id, source, event_id) do nothing
         returning event_id, call_off_id, meter_id, usage_day, quantity
       ), added as (
         insert into usage_total as t (tenant_id, lead_id, call_off_id, meter_id, usage_day, quantity, events, last_receipt)
         select $1, $2, call_off_id, meter_id, usage_day, sum(quantity), count(*), $4
         from stored group by call_off_id, meter_id, usage_day
         on conflict (tenant_id, lead_id, call_off_id, meter_id, usage_day) do update
         set quantity = t.quantity + excluded.quantity, events = t.events + excluded.events,
             last_receipt = excluded.last_receipt
       )
       select event_id from given except select event_id from stored`,
      [
        owner.tenantId,
        owner.leadId,
        first.event.source,
        receipt.toString(),
        tx.now,
        records.map(({ event }) => event.eventId),
        records.map(({ callOffId }) => callOffId),
        records.map(({ meterId }) => meterId),
        records.map(({ event }) => event.time.utc),
        records.map(({ event }) => event.time.day),
        records.map(({ event }) => event.quantity ?? ONE),
        records.map(({ digest }) => digest),
        records.map(({ sentDigest }) => sentDigest),
        records.map(({ event }) => valueOf(event)),
      ],
    );
    return rows.map((row) => row.event_id);
  }

  /** The originals of the records that these names are of, by those names; names without a record are left out. */
  async originalsOf(tx: Tx, owner: UsageOwner, names: readonly EventName[]): Promise<Map<string, Original>> {
    const rows = await tx.manager.query<
      {
        source: string;
        event_id: string;
        original_source: string;
        original_event_id: string;
        call_off_id: string;
        meter_id: string;
        usage_day: string;
        effective: string;
        corrections: string;
      }[]
    >(
      `select t.source, t.event_id, o.source as original_source, o.event_id as original_event_id,
              o.call_off_id, o.meter_id, o.usage_day, o.quantity + c.delta as effective, c.corrections
       from unnest($3::text[], $4::text[]) as g (source, event_id)
       join usage_record t on t.tenant_id = $1 and t.lead_id = $2 and t.source = g.source and t.event_id = g.event_id
       join usage_record o on o.tenant_id = $1 and o.lead_id = $2
         and o.source = coalesce(t.original_source, t.source) and o.event_id = coalesce(t.original_event_id, t.event_id)
       cross join lateral (
         select coalesce(sum(delta), 0) as delta, count(*) as corrections from usage_record
         where tenant_id = $1 and lead_id = $2 and original_source = o.source and original_event_id = o.event_id
       ) c`,
      [owner.tenantId, owner.leadId, names.map(({ source }) => source), names.map(({ eventId }) => eventId)],
    );
    return new Map(
      rows.map((row) => [
        keyOf({ source: row.source, eventId: row.event_id }),
        {
          name: { source: row.original_source, eventId: row.original_event_id },
          callOffId: row.call_off_id,
          meterId: row.meter_id,
          day: localDate(row.usage_day),
          effective: exact(row.effective),
          corrections: Number(row.corrections),
        },
      ]),
    );
  }

  /** Stores corrections, whose ids are new, and adds what they change to the days of their originals. */
  async addCorrections(
    tx: Tx,
    owner: UsageOwner,
    receipt: bigint,
    corrections: readonly (PlannedCorrection & { readonly sentDigest: Buffer | null })[],
  ): Promise<void> {
    if (corrections.length === 0) return;
    const events = corrections.map(({ arrival }) => arrival.event);
    await tx.manager.query(
      `with stored as (
         insert into usage_record (tenant_id, lead_id, source, event_id, call_off_id, meter_id, occurred_at, usage_day,
                                   quantity, delta, events, corrects_source, corrects_event_id, original_source,
                                   original_event_id, content_digest, sent_digest, value_digest, correction, receipt_number, recorded_at)
         select $1, $2, source, event_id, call_off_id, meter_id, occurred_at, usage_day, quantity, delta, events,
                corrects_source, corrects_event_id, original_source, original_event_id, content_digest, sent_digest,
                value_digest, correction, $3, $4
         from unnest($5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::timestamptz[], $10::date[], $11::numeric[],
                     $12::numeric[], $13::smallint[], $14::text[], $15::text[], $16::text[], $17::text[], $18::bytea[], $19::bytea[],
                     $20::bytea[], $21::integer[])
           as g (source, event_id, call_off_id, meter_id, occurred_at, usage_day, quantity, delta, events,
                 corrects_source, corrects_event_id, original_source, original_event_id, content_digest, sent_digest,
                 value_digest, correction)
         returning call_off_id, meter_id, usage_day, delta, events
       ), sums as (
         select call_off_id, meter_id, usage_day, sum(delta) as delta, sum(events) as events
         from stored group by call_off_id, meter_id, usage_day
       )
       update usage_total t
       set quantity = t.quantity + s.delta, events = t.events + s.events, last_receipt = $3
       from sums s
       where t.tenant_id = $1 and t.lead_id = $2
         and (t.call_off_id, t.meter_id, t.usage_day) = (s.call_off_id, s.meter_id, s.usage_day)`,
      [
        owner.tenantId,
        owner.leadId,
        receipt.toString(),
        tx.now,
        events.map(({ source }) => source),
        events.map(({ eventId }) => eventId),
        corrections.map(({ original }) => original.callOffId),
        corrections.map(({ original }) => original.meterId),
        events.map(({ time }) => time.utc),
        corrections.map(({ original }) => original.day),
        events.map(({ quantity }) => quantity ?? ONE),
        corrections.map(({ delta }) => delta.toDecimalString()),
        corrections.map((correction) => correction.events),
        events.map(({ corrects }) => corrects?.source ?? null),
        events.map(({ corrects }) => corrects?.eventId ?? null),
        corrections.map(({ original }) => original.name.source),
        corrections.map(({ original }) => original.name.eventId),
        corrections.map(({ arrival }) => arrival.digest),
        corrections.map(({ sentDigest }) => sentDigest),
        events.map(valueOf),
        corrections.map(({ number }) => number),
      ],
    );
  }

  /** What a receipt stands for, read again from what is stored. */
  async receipted(tx: Tx, owner: UsageOwner, receipt: bigint): Promise<ReceiptedEvent[]> {
    const rows = await tx.manager.query<
      { source: string; event_id: string; content_digest: Buffer; kept: ReceiptedEvent['kept'] }[]
    >(
      `select source, event_id, content_digest, 'accepted' as kept from usage_record
       where tenant_id = $1 and lead_id = $2 and receipt_number = $3
       union all
       select source, event_id, content_digest, 'quarantined' from usage_quarantine
       where tenant_id = $1 and lead_id = $2 and receipt_number = $3`,
      [owner.tenantId, owner.leadId, receipt.toString()],
    );
    return rows.map((row) => ({
      source: row.source,
      eventId: row.event_id,
      digest: row.content_digest,
      kept: row.kept,
    }));
  }
}

const valueOf = ({ valueDigest }: UsageEvent): Buffer | null =>
  valueDigest === null ? null : Buffer.from(valueDigest, 'hex');

const nameOf = (source: string | null, eventId: string | null): EventName | null =>
  source === null || eventId === null ? null : { source, eventId };
