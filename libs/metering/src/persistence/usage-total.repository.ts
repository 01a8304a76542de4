import { Injectable } from '@nestjs/common';
import {
  exact,
  localDate,
  monthOf,
  type Aggregation,
  type Exact,
  type LocalDate,
  type Period,
} from '#libs/kernel';
import { prepared, rowsOfMember, type Tx } from '#libs/platform';
import type { MemberVolume, UsageDay, UsageMonth, UsageOwner } from '../domain/usage.js';

interface DayRow {
  tenant_id: string;
  call_off_id: string;
  meter_id: string;
  usage_day: string;
  quantity: string;
  events: string;
  last_receipt: string;
}

/** Running totals and the counter that orders whatever changes them. */
@Injectable()
export class UsageTotalRepository {
  /** The next receipt number; the counter's row stays locked until the transaction ends. */
  async nextReceipt(tx: Tx, { tenantId, leadId }: UsageOwner): Promise<bigint> {
    const rows = await prepared<{ last_receipt: string }>(
      tx,
      `insert into usage_counter (tenant_id, lead_id, last_receipt) values ($1, $2, 1)
       on conflict (tenant_id, lead_id) do update set last_receipt = usage_counter.last_receipt + 1
       returning last_receipt`,
      [tenantId, leadId],
    );
    return onlyNumber(rows);
  }

  /** The last receipt number, and nobody takes the next one until the transaction ends. */
  async lock(tx: Tx, { tenantId, leadId }: UsageOwner): Promise<bigint> {
    const lock = (): Promise<{ last_receipt: string }[]> =>
      tx.manager.query(
        'select last_receipt from usage_counter where tenant_id = $1 and lead_id = $2 for update',
        [tenantId, leadId],
      );
    const rows = await lock();
    if (rows.length > 0) return onlyNumber(rows);
    // A member without usage yet: the row is made, so that there is something to lock.
    await tx.manager.query(
      `insert into usage_counter (tenant_id, lead_id, last_receipt) values ($1, $2, 0)
       on conflict (tenant_id, lead_id) do nothing`,
      [tenantId, leadId],
    );
    return onlyNumber(await lock());
  }

  async lastReceipt(tx: Tx, owner: UsageOwner): Promise<bigint> {
    const rows = await rowsOfMember(
      tx,
      'last receipt',
      owner,
      (tenantIds, leadId) =>
        tx.manager.query<{ tenant_id: string; last_receipt: string }[]>(
          'select tenant_id, last_receipt from usage_counter where tenant_id = any ($1) and lead_id = $2',
          [tenantIds, leadId],
        ),
      (row) => row.tenant_id,
    );
    return BigInt(rows[0]?.last_receipt ?? 0);
  }

  /** From `from` up to, but not including, `to`; of one call-off when it is named. */
  async byDay(
    tx: Tx,
    { tenantId, leadId }: UsageOwner,
    days: { from: LocalDate; to: LocalDate },
    callOffId: string | null,
  ): Promise<UsageDay[]> {
    const rows = await tx.manager.query<DayRow[]>(
      `select tenant_id, call_off_id, meter_id, usage_day, quantity, events, last_receipt from usage_total
       where tenant_id = $1 and lead_id = $2 and ($5::uuid is null or call_off_id = $5)
         and usage_day >= $3 and usage_day < $4
       order by call_off_id, meter_id, usage_day`,
      [tenantId, leadId, days.from, days.to, callOffId],
    );
    return rows.map(toDay);
  }

  /**
   * The same from the first of these days up to, but not including, the last, added up between each and the next. What
   * lies between two of them stands on its first day with usage.
   */
  async betweenDays(tx: Tx, owner: UsageOwner, days: readonly LocalDate[]): Promise<UsageDay[]> {
    const rows = await rowsOfMember(
      tx,
      `usage between ${days.join()}`,
      owner,
      (tenantIds, leadId) =>
        tx.manager.query<DayRow[]>(
          `select tenant_id, call_off_id, meter_id, min(usage_day) as usage_day, sum(quantity) as quantity,
                  sum(events) as events, max(last_receipt) as last_receipt
           from usage_total
           where tenant_id = any ($1) and lead_id = $2 and usage_day >= $3 and usage_day < $4
           group by tenant_id, call_off_id, meter_id, width_bucket(usage_day, $5::date[])
           order by call_off_id, meter_id, 4`,
          [tenantIds, leadId, days[0], days.at(-1), [...days]],
        ),
      (row) => row.tenant_id,
    );
    return rows.map(toDay);
  }

  async ofMembers(
    tx: Tx,
    {
      leadId,
      tenantIds,
      meter,
      days,
    }: {
      readonly leadId: string;
      readonly tenantIds: readonly string[];
      readonly meter: { readonly id: string; readonly aggregation: Aggregation };
      readonly days: Period;
    },
  ): Promise<ReadonlyMap<string, Exact>> {
    const rows = await tx.manager.query<{ tenant_id: string; quantity: string; events: string }[]>(
      `select tenant_id, sum(quantity) as quantity, sum(events) as events from usage_total
       where tenant_id = any ($2::uuid[]) and lead_id = $1 and meter_id = $3 and usage_day >= $4 and usage_day < $5
       group by tenant_id`,
      [leadId, [...tenantIds], meter.id, days.start, days.end],
    );
    const counts = meter.aggregation === 'COUNT';
    return new Map(rows.map((row) => [row.tenant_id, exact(counts ? row.events : row.quantity)]));
  }

  async months(tx: Tx, owner: UsageOwner): Promise<UsageMonth[]> {
    const rows = await rowsOfMember(
      tx,
      'months of usage',
      owner,
      (tenantIds, leadId) =>
        tx.manager.query<
          { tenant_id: string; call_off_id: string; meter_id: string; month: string; last_receipt: string }[]
        >(
          `select tenant_id, call_off_id, meter_id, date_trunc('month', usage_day::timestamp)::date as month,
                  max(last_receipt) as last_receipt
           from usage_total where tenant_id = any ($1) and lead_id = $2
           group by 1, 2, 3, 4 order by 4, 2, 3`,
          [tenantIds, leadId],
        ),
      (row) => row.tenant_id,
    );
    return rows.map((row) => ({
      callOffId: row.call_off_id,
      meterId: row.meter_id,
      month: row.month.slice(0, 7),
      lastReceipt: BigInt(row.last_receipt),
    }));
  }

  /** By member and month, up to the month that begins on `upTo`. */
  async volumes(tx: Tx, meterId: string, upTo: LocalDate): Promise<MemberVolume[]> {
    const rows = await tx.manager.query<
      { tenant_id: string; month: string; quantity: string; events: string }[]
    >(
      `select tenant_id, date_trunc('month', usage_day::timestamp)::date as month,
              sum(quantity)::text as quantity, sum(events)::text as events
       from usage_total where lead_id = $1 and meter_id = $2 and usage_day < $3
       group by 1, 2 order by 2, 1`,
      [tx.leadId, meterId, monthOf(upTo).end],
    );
    return rows.map((row) => ({
      member: row.tenant_id,
      month: localDate(row.month),
      quantity: exact(row.quantity),
      events: BigInt(row.events),
    }));
  }
}

const toDay = (row: DayRow): UsageDay => ({
  callOffId: row.call_off_id,
  meterId: row.meter_id,
  day: localDate(row.usage_day),
  quantity: exact(row.quantity),
  events: BigInt(row.events),
  lastReceipt: BigInt(row.last_receipt),
});

const onlyNumber = (rows: readonly { last_receipt: string }[]): bigint => {
  const row = rows[0];
  if (!row) throw new Error('the usage counter could not be read');
  return BigInt(row.last_receipt);
};
