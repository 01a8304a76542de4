import { Injectable } from '@nestjs/common';
import type { Aggregation, Exact, LocalDate, Period } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type {
  EventName,
  MemberVolume,
  UsageDay,
  UsageMonth,
  UsageOwner,
  UsageReceipt,
  UsageRecord,
} from '../domain/usage.js';
import type { UsagePage } from '../persistence/page.js';
import { UsageReceiptRepository } from '../persistence/usage-receipt.repository.js';
import { UsageRecordRepository, type RecordsWanted } from '../persistence/usage-record.repository.js';
import { UsageTotalRepository } from '../persistence/usage-total.repository.js';

/** Reads usage in anyone's unit of work: a member its own, a lead authority its members'. */
@Injectable()
export class ReadUsage {
  constructor(
    private readonly totals: UsageTotalRepository,
    private readonly rows: UsageRecordRepository,
    private readonly receiptRows: UsageReceiptRepository,
  ) {}

  /**
   * Totals by day from `from` up to, but not including, `to`, ordered by call-off, meter and day. Days without
   * usage are left out; a day whose usage was withdrawn is there with 0.
   */
  byDay(
    tx: Tx,
    owner: UsageOwner,
    days: { readonly from: LocalDate; readonly to: LocalDate },
    callOffId: string | null = null,
  ): Promise<UsageDay[]> {
    return this.totals.byDay(tx, owner, days, callOffId);
  }

  /**
   * Totals from the first of these days up to, but not including, the last, added up between each and the next: what
   * lies between two stands on its first day with usage. For whoever treats all days between two of them alike.
   */
  betweenDays(tx: Tx, owner: UsageOwner, days: readonly LocalDate[]): Promise<UsageDay[]> {
    return this.totals.betweenDays(tx, owner, days);
  }

  /** Which call-offs used which meters in which months, and the newest receipt of each; by month. */
  months(tx: Tx, owner: UsageOwner): Promise<UsageMonth[]> {
    return this.totals.months(tx, owner);
  }

  /** What each member used of a meter in each month up to one, seen by the lead authority whose meter it is. */
  volumes(tx: Tx, meterId: string, upTo: LocalDate): Promise<MemberVolume[]> {
    return this.totals.volumes(tx, meterId, upTo);
  }

  /**
   * What each of these members used of a meter that adds up by day, corrections included: its sum, or how many records
   * it counts. Members without usage are left out.
   */
  ofMembers(
    tx: Tx,
    wanted: {
      readonly leadId: string;
      readonly tenantIds: readonly string[];
      readonly meter: { readonly id: string; readonly aggregation: Aggregation };
      readonly days: Period;
    },
  ): Promise<ReadonlyMap<string, Exact>> {
    return this.totals.ofMembers(tx, wanted);
  }

  /** The records between two cut-offs, by receipt, source and id, which are `page.after`. */
  records(tx: Tx, wanted: RecordsWanted, page: UsagePage): Promise<UsageRecord[]> {
    return this.rows.page(tx, wanted, page);
  }

  record(tx: Tx, owner: UsageOwner, name: EventName): Promise<UsageRecord | null> {
    return this.rows.find(tx, owner, name);
  }

  /** The member's last receipt number without locking it, for a preview; 0n before the first. */
  lastReceipt(tx: Tx, owner: UsageOwner): Promise<bigint> {
    return this.totals.lastReceipt(tx, owner);
  }

  /** Newest first: a member's own, or all of a lead authority's; after: instant, member, lead and number. */
  receipts(tx: Tx, page: UsagePage): Promise<UsageReceipt[]> {
    return this.receiptRows.page(tx, page);
  }

  receipt(tx: Tx, owner: UsageOwner, number: bigint): Promise<UsageReceipt | null> {
    return this.receiptRows.find(tx, owner, number);
  }
}
