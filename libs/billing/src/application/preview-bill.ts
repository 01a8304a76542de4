import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import {
  err,
  formatLongDate,
  monthName,
  monthOf,
  ok,
  refuse,
  type Pence,
  type Period,
  type Result,
} from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { recalculationContent, type CreditNoteContent, type InvoiceContent } from '../domain/draft.js';
import type { LateUsage } from '../domain/late-usage.js';
import type { Member } from '../persistence/billed.repository.js';
import { DraftRepository } from '../persistence/draft.repository.js';
import { WorkOutBills } from './work-out-bills.js';

/** What a run of the month would draft for a member now. */
export interface BillPreview {
  readonly tenantId: string;
  readonly leadId: string;
  readonly month: Period;
  /** Whether the month is over, so that minimums are in it. */
  readonly final: boolean;
  /** None when there is nothing to charge. */
  readonly invoices: readonly InvoiceContent[];
  /** What they come to without VAT, when the run would carry that to the next one and draft none of them; else 0. */
  readonly carried: Pence;
  readonly credits: readonly CreditNoteContent[];
  /** To be credited once the invoice that billed it is issued. */
  readonly waiting: Pence;
  /** Use that came late, and is not billed before somebody approves it. */
  readonly late: readonly LateUsage[];
}

const PAGE = 100;

/** Works out a bill and saves nothing. It gathers and decides as the draft does, so that the draft says the same. */
@Injectable()
export class PreviewBill {
  constructor(
    private readonly bills: WorkOutBills,
    private readonly drafts: DraftRepository,
    private readonly callOffs: ReadCallOffs,
  ) {}

  /** In a read-only unit of work. Refuses a month that has not begun, and what would park the draft. */
  async within(tx: Tx, member: Member, month: Period): Promise<Result<BillPreview>> {
    if (month.start > tx.today)
      return err(
        refuse('PERIOD_NOT_ENDED', { period: monthName(month), date: formatLongDate(month.end) }, ['month']),
      );
    const before = await this.drafts.ofMember(tx, member);
    const starts = new Set([
      ...before.invoices.map(({ period }) => period.start),
      ...before.creditNotes.flatMap(({ runMonth }) => (runMonth === null ? [] : [runMonth.start])),
      month.start,
    ]);
    const months = [...starts].map((start) => monthOf(start));
    const bills = await this.bills.within(tx, member, months);
    if (!bills.ok) return bills;
    const mine = bills.value.find((each) => each.month.start === month.start);
    if (!mine) throw new Error('the month that was asked for has a bill');
    return ok({
      ...member,
      month,
      final: tx.today >= month.end,
      invoices: mine.invoices,
      carried: mine.carried,
      credits: mine.bill.credits.map((credit) => recalculationContent(month, credit)),
      waiting: mine.bill.waiting,
      late: mine.bill.late,
    });
  }

  /** Whether a body has or had a call-off with a lead authority. */
  async isMember(tx: Tx, { tenantId, leadId }: Member): Promise<boolean> {
    return (await this.callOffs.tenantsWithCallOffs(tx, leadId)).includes(tenantId);
  }

  /** The lead authorities that a member has or had call-offs with, in the order of the latest. */
  async leadsOf(tx: Tx, tenantId: string): Promise<readonly string[]> {
    const leadIds = new Set<string>();
    let after: readonly string[] | null = null;
    for (;;) {
      const callOffs = await this.callOffs.ofTenant(tx, tenantId, { limit: PAGE, after });
      for (const { leadId } of callOffs) leadIds.add(leadId);
      const last = callOffs.at(-1);
      if (!last || callOffs.length < PAGE) return [...leadIds];
      after = [last.awardedAt.toISOString(), last.id];
    }
  }
}
