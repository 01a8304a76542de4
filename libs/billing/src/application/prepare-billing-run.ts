import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import { RecordVolumes } from '#libs/catalogue';
import {
  err,
  Exact,
  formatLongDate,
  monthName,
  ok,
  parseMonth,
  refuse,
  type Period,
  type Result,
} from '#libs/kernel';
import { MissingReturns, ReadUsage } from '#libs/metering';
import { auditLead, once, UnitOfWork, type Actor, type AuditRecord, type Tx } from '#libs/platform';
import { RunRepository } from '../persistence/run.repository.js';
import { addDraftJobs } from './draft-job.js';

export interface PrepareBillingRunCommand {
  /** '2026-04' */
  readonly month: string;
  readonly idempotencyKey: string;
}

/**
 * Drafts the invoices and credit notes of a month that is over, for every member that has or had a call-off. A month
 * has one run: preparing it again answers the same one and brings its drafts up to date.
 */
@Injectable()
export class PrepareBillingRun {
  constructor(
    private readonly work: UnitOfWork,
    private readonly runs: RunRepository,
    private readonly callOffs: ReadCallOffs,
    private readonly volumes: RecordVolumes,
    private readonly usage: ReadUsage,
    private readonly missingReturns: MissingReturns,
  ) {}

  /** Refuses MONTH_FORMAT, PERIOD_NOT_ENDED and RUN_INCOMPLETE (usage returns are missing). */
  async execute(
    actor: Actor,
    { month, idempotencyKey }: PrepareBillingRunCommand,
  ): Promise<Result<{ runId: string }>> {
    return this.work.run(actor, (tx) =>
      once(tx, { operation: 'billingRun.prepare', key: idempotencyKey, command: { month } }, () =>
        this.prepare(tx, month),
      ),
    );
  }

  private async prepare(tx: Tx, month: string): Promise<Result<{ runId: string }>> {
    const period = parseMonth(month);
    if (period === null) return err(refuse('MONTH_FORMAT', {}, ['month']));
    if (tx.today < period.end)
      return err(
        refuse('PERIOD_NOT_ENDED', { period: monthName(period), date: formatLongDate(period.end) }, [
          'month',
        ]),
      );
    const incomplete = await this.missingReturns.refusal(tx, period);
    if (incomplete) return err(incomplete);
    const tenantIds = await this.callOffs.tenantsWithCallOffs(tx, tx.leadId);
    const run = await this.runs.open(tx, period);
    await this.runs.restart(tx, run.id, tenantIds);
    await addDraftJobs(tx, run.id, tenantIds);
    const reached = await this.recordVolumes(tx, period);
    for (const record of reached) await auditLead(tx, record);
    const details = { month: period.start, members: tenantIds.length };
    await auditLead(tx, {
      action: 'billingRun.prepare',
      subjectKind: 'billingRun',
      subjectId: run.id,
      details,
    });
    return ok({ runId: run.id });
  }

  /** Before anyone is billed for the month, so that the bands that hold in the next one are the same for everyone. */
  private recordVolumes(tx: Tx, { start }: Period): Promise<readonly AuditRecord[]> {
    return this.volumes.within(tx, start, async ({ id, aggregation }) => {
      const used = await this.usage.volumes(tx, id, start);
      return aggregation === 'COUNT' ? used.map((use) => ({ ...use, quantity: Exact.of(use.events) })) : used;
    });
  }
}
