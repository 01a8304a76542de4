import { Injectable } from '@nestjs/common';
import { formatPounds, monthOf, ok, type LocalDate, type Period, type Result } from '#libs/kernel';
import { LockUsage } from '#libs/metering';
import { auditTenant, type Tx } from '#libs/platform';
import { decideBills, type BillOfMonth } from '../domain/bills.js';
import type { Member } from '../persistence/billed.repository.js';
import { DraftRepository, type Drafts } from '../persistence/draft.repository.js';
import { RunRepository } from '../persistence/run.repository.js';
import { GatherBill } from './gather-bill.js';
import { WriteDrafts } from './write-drafts.js';

/** The work of one draft job, in its unit of work. */
@Injectable()
export class DraftBill {
  constructor(
    private readonly lockUsage: LockUsage,
    private readonly gather: GatherBill,
    private readonly drafts: DraftRepository,
    private readonly write: WriteDrafts,
    private readonly runs: RunRepository,
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

    const gathered = await this.gather.within(tx, member, months, { lock: true });
    if (!gathered.ok) return gathered;
    const bills = decideBills(months, gathered.value.input, gathered.value.billed);
    if (!bills.ok) return bills;

    const runOf = (month: LocalDate): string => {
      const id = runsByMonth.get(month);
      if (id === undefined) throw new Error(`no run of ${month}`);
      return id;
    };
    const records = await this.write.within(tx, member, before, bills.value, runOf);
    await settle(waitingWords(bills.value));
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

const waitingWords = (bills: readonly BillOfMonth[]): string | null => {
  const waiting = bills.at(-1)?.bill.waiting ?? 0n;
  return waiting === 0n
    ? null
    : `${formatPounds(waiting)} is still to be credited. A run after the invoice concerned is issued credits it, as far as anything is left on it.`;
};
