import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import { err, formatLongDate, monthName, ok, parseMonth, refuse, type Result } from '#libs/kernel';
import { MissingReturns } from '#libs/metering';
import { auditLead, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { RunRepository } from '../persistence/run.repository.js';
import { addDraftJob } from './draft-job.js';

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
    for (const tenantId of tenantIds) await addDraftJob(tx, run.id, tenantId);
    const details = { month: period.start, members: tenantIds.length };
    await auditLead(tx, {
      action: 'billingRun.prepare',
      subjectKind: 'billingRun',
      subjectId: run.id,
      details,
    });
    return ok({ runId: run.id });
  }
}
