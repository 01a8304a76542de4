import { Injectable } from '@nestjs/common';
import { exact, localDate, monthOf, type LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { MemberVolume, UsageDay, UsageMonth, UsageOwner } from '../domain/usage.js';

interface DayRow {
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
    const rows = await tx.manager.query<{ last_receipt: string }[]>(
      `insert into usage_counter (tenant_id, lead_id, last_receipt) values ($1, $2, 1)
       on conflict (tenant_id, lead_id) do update set last_receipt = usage_counter.last_receipt + 1
       returning last_receipt`,
      [tenantId, leadId],
    );
    return onlyNumber(rows);
  }

  /** The last receipt number, and nobody takes the next one until the transaction ends. */
  async lock(tx: Tx, { tenantId, leadId }: UsageOwner): Promise<bigint> {
    await tx.manager.query(
      `insert into usage_counter (tenant_id, lead_id, last_receipt) values ($1, $2, 0)
       on conflict (tenant_id, lead_id) do nothing`,
      [tenantId, leadId],
    );
    const rows = await tx.manager.query<{ last_receipt: string }[]>(
      'select last_receipt from usage_counter where tenant_id = $1 and lead_id = $2 for update',
      [tenantId, leadId],
    );
    return onlyNumber(rows);
  }

  async lastReceipt(tx: Tx, { tenantId, leadId }: UsageOwner): Promise<bigint> {
    const rows = await tx.manager.query<{ last_receipt: string }[]>(
      'select last_receipt from usage_counter where tenant_id = $1 and lead_id = $2',
      [tenantId, leadId],
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
      `select call_off_id, meter_id, usage_day, quantity, events, last_receipt from usage_total
       where tenant_id = $1 and lead_id = $2 and ($5::uuid is null or call_off_id = $5)
         and usage_day >= $3 and usage_day < $4
       order by call_off_id, meter_id, usage_day`,
      [tenantId, leadId, days.from, days.to, callOffId],
    );
    return rows.map((row) => ({
      callOffId: row.call_off_id,
      meterId: row.meter_id,
      day: localDate(row.usage_day),
      quantity: exact(row.quantity),
      events: BigInt(row.events),
      lastReceipt: BigInt(row.last_receipt),
    }));
  }

  async months(tx: Tx, { tenantId, leadId }: UsageOwner): Promise<UsageMonth[]> {
    const rows = await tx.manager.query<
      { call_off_id: string; meter_id: string; month: string; last_receipt: string }[]
    >(
      `select call_off_id, meter_id, to_char(usage_day, 'YYYY-MM') as month, max(last_receipt) as last_receipt
       from usage_total where tenant_id = $1 and lead_id = $2
       group by 1, 2, 3 order by 3, 1, 2`,
      [tenantId, leadId],
    );
    return rows.map((row) => ({
      callOffId: row.call_off_id,
      meterId: row.meter_id,
      month: row.month,
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

const onlyNumber = (rows: readonly { last_receipt: string }[]): bigint => {
  const row = rows[0];
  if (!row) throw new Error('the usage counter could not be read');
  return BigInt(row.last_receipt);
};
