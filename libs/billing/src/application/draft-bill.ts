import { Injectable } from '@nestjs/common';
import {
  formatPounds,
  monthOf,
  ok,
  type LocalDate,
  type Pence,
  type Period,
  type Result,
} from '#libs/kernel';
import { LockUsage } from '#libs/metering';
import { auditTenant, type Tx } from '#libs/platform';
import { carriedWords } from '../domain/carried.js';
import type { ShapedBill } from '../domain/invoice-shape.js';
import type { Member } from '../persistence/billed.repository.js';
import { DraftRepository, type Drafts } from '../persistence/draft.repository.js';
import { RunRepository } from '../persistence/run.repository.js';
import { NoteLateUsage } from './note-late-usage.js';
import { WorkOutBills } from './work-out-bills.js';
import { WriteDrafts } from './write-drafts.js';

/** The work of one draft job, in its unit of work. */
@Injectable()
export class DraftBill {
  constructor(
    private readonly lockUsage: LockUsage,
    private readonly bills: WorkOutBills,
    private readonly drafts: DraftRepository,
    private readonly write: WriteDrafts,
    private readonly runs: RunRepository,
    private readonly late: NoteLateUsage,
  ) {}

  /** `settle` ends the job after the drafts are written and before the audit chain is locked. */
  async within(
    tx: Tx,
    member: Member,
    runId: string,
    settle: (reason: string | null) => Promise<void>,
  ): Promise<Result<null>> {
    const run = await this.runs.find(tx, runId);
    if (run === null) throw new Error(`run ${runId} is not there`);
    await this.lockUsage.within(tx, member);
    const before = await this.drafts.ofMember(tx, member, { lock: true });
    const runsByMonth = new Map<LocalDate, string>([...monthsOfDrafts(before), [run.period.start, run.id]]);
    const months = [...runsByMonth.keys()].map((start): Period => monthOf(start));

    const bills = await this.bills.within(tx, member, months, { lock: true });
    if (!bills.ok) return bills;

    const runOf = (month: LocalDate): string => {
      const id = runsByMonth.get(month);
      if (id === undefined) throw new Error(`no run of ${month}`);
      return id;
    };
    const records = await this.write.within(tx, member, before, bills.value, runOf);
    await this.late.within(
      tx,
      member,
      bills.value.flatMap(({ bill }) => bill.late),
    );
    for (const { month, carried } of bills.value)
      if (carried > 0n && month.start !== run.period.start)
        await this.runs.note(tx, runOf(month.start), member.tenantId, carriedWords(month, carried));
    await settle(wordsOf(bills.value, run.period));
    for (const record of records) await auditTenant(tx, member.leadId, record);
    return ok(null);
  }
}

const monthsOfDrafts = ({ invoices, creditNotes }: Drafts): readonly (readonly [LocalDate, string])[] => [
  ...invoices.map(({ period, runId }) => [period.start, runId] as const),
  ...creditNotes.flatMap(({ runMonth, runId }) =>
    runMonth === null || runId === null ? [] : [[runMonth.start, runId] as const],
  ),
];

/** What there is to know of the member's bill in this run: what is carried on, and what still waits to be credited. */
const wordsOf = (bills: readonly ShapedBill[], period: Period): string | null => {
  const own = bills.find(({ month }) => month.start === period.start);
  const waiting = bills.at(-1)?.bill.waiting ?? 0n;
  const late = (bills.at(-1)?.bill.late ?? []).reduce((sum, { net }) => sum + net, 0n);
  const words = [
    ...(own && own.carried > 0n ? [carriedWords(period, own.carried)] : []),
    ...(waiting > 0n ? [waitingWords(waiting)] : []),
    ...(late > 0n ? [lateWords(late)] : []),
  ];
  return words.length === 0 ? null : words.join('. ');
};

const lateWords = (late: Pence): string =>
  `${formatPounds(late)} of use that came late is not billed before it is approved`;

const waitingWords = (waiting: Pence): string =>
  `${formatPounds(waiting)} is still to be credited. A run after the invoice concerned is issued credits it, as far as anything is left on it.`;
