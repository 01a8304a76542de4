import { Injectable } from '@nestjs/common';
import { addNotice, FindBody } from '#libs/directory';
import { monthName, ok } from '#libs/kernel';
import {
  Actor,
  finishJob,
  Logger,
  UnitOfWork,
  type JobHandler,
  type TakenJob,
  type Tx,
} from '#libs/platform';
import type { RunTenantState } from '../domain/run.js';
import { RunRepository } from '../persistence/run.repository.js';
import { DraftBill } from './draft-bill.js';
import { DRAFT_QUEUE, type DraftJob } from './draft-job.js';

/** After so many tries a fault is the member's, not the moment's. */
const TRIES = 3;
const FAULT_WORDS =
  'Something went wrong when this bill was worked out. Ask for help, then try this member again.';

interface Outcome {
  readonly state: Exclude<RunTenantState, 'WAITING'>;
  readonly reason: string | null;
}

/**
 * Drafts one member's documents of a run, together with every other draft that a run made for it. A member whose data
 * fails a check is parked with the reason, the lead authority's finance preparers are told, and the others go on. Of a
 * run that was stopped nothing is drafted.
 */
@Injectable()
export class DraftInvoice implements JobHandler {
  readonly queue = DRAFT_QUEUE;

  constructor(
    private readonly work: UnitOfWork,
    private readonly bill: DraftBill,
    private readonly runs: RunRepository,
    private readonly bodies: FindBody,
    private readonly logger: Logger,
  ) {}

  async handle(job: TakenJob): Promise<void> {
    const { leadId, runId, tenantId } = job.payload as DraftJob;
    const personId = await this.askedBy(job.payload as DraftJob);
    if (personId === null) return this.leaveUndone(job, leadId);
    const actor = Actor.job(DRAFT_QUEUE, { leadId, personId }).forTenant(tenantId);
    const settle = async (tx: Tx, outcome: Outcome): Promise<void> => {
      await this.runs.settle(tx, runId, tenantId, outcome);
      await finishJob(tx, job);
    };
    const park = (reason: string) =>
      this.work.run(actor, async (tx) => {
        await settle(tx, { state: 'PARKED', reason });
        await this.tell(tx, runId, tenantId, reason);
        return ok(null);
      });
    try {
      const drafted = await this.work.run(actor, (tx) =>
        this.bill.within(tx, { tenantId, leadId }, runId, (reason) => settle(tx, { state: 'DONE', reason })),
      );
      if (!drafted.ok) await park(drafted.refusals.map(({ message }) => message).join(' '));
    } catch (error) {
      if (job.attempts < TRIES) throw error;
      this.logger.fault(
        { jobId: job.id, runId, tenantId },
        error,
        'a bill could not be worked out; the member is parked',
      );
      await park(FAULT_WORDS);
    }
  }

  /** For whom the draft is made; null when its run was stopped. */
  private askedBy({ leadId, runId, tenantId }: DraftJob): Promise<string | null> {
    return this.work.read(Actor.job(DRAFT_QUEUE, { leadId, personId: null }), async (tx) => {
      const run = await this.runs.find(tx, runId);
      const member = await this.runs.tenant(tx, runId, tenantId);
      if (run === null || member === null) throw new Error(`run ${runId} or its member is not there`);
      return run.state === 'STOPPED' ? null : member.askedBy;
    });
  }

  private async leaveUndone(job: TakenJob, leadId: string): Promise<void> {
    await this.work.run(Actor.job(DRAFT_QUEUE, { leadId, personId: null }), async (tx) => {
      await finishJob(tx, job);
      return ok(null);
    });
  }

  private async tell(tx: Tx, runId: string, tenantId: string, why: string): Promise<void> {
    const run = await this.runs.find(tx, runId);
    const body = await this.bodies.byId(tx, tenantId);
    if (run === null || body === null) throw new Error(`run ${runId} or body ${tenantId} is not there`);
    await addNotice(tx, {
      bodyId: tx.leadId,
      role: 'LEAD_FINANCE_PREPARER',
      mail: 'BILLING_PARKED',
      words: { body: body.name, period: monthName(run.period), why },
    });
  }
}
