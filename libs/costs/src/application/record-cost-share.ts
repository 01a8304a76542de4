import { Injectable } from '@nestjs/common';
import { ok, type Result } from '#libs/kernel';
import { LockUsage } from '#libs/metering';
import {
  Actor,
  auditTenant,
  finishJob,
  UnitOfWork,
  type JobHandler,
  type TakenJob,
  type Tx,
} from '#libs/platform';
import { CostSchemeRepository } from '../persistence/cost-scheme.repository.js';
import { CostShareRepository } from '../persistence/cost-share.repository.js';
import { RecordDueParts } from './record-due-parts.js';
import { SHARE_QUEUE, type ShareJob } from './share-job.js';

/**
 * Keeps a member's part of an agreed version and records what is due of its year by now: once for ever, however often
 * the job runs, and always by the newest version that is agreed.
 */
@Injectable()
export class RecordCostShare implements JobHandler {
  readonly queue = SHARE_QUEUE;

  constructor(
    private readonly work: UnitOfWork,
    private readonly schemes: CostSchemeRepository,
    private readonly shares: CostShareRepository,
    private readonly lockUsage: LockUsage,
    private readonly parts: RecordDueParts,
  ) {}

  async handle(job: TakenJob): Promise<void> {
    const { leadId, costSchemeId, tenantId, personId } = job.payload as ShareJob;
    const actor = Actor.job(SHARE_QUEUE, { leadId, personId }).forTenant(tenantId);
    const done = await this.work.run(actor, (tx) => this.record(tx, job, costSchemeId));
    // We decided what is recorded: when it cannot be, that is a bug, and the job is tried again.
    if (!done.ok) throw new Error(done.refusals.map(({ code, message }) => `${code} ${message}`).join(' '));
  }

  private async record(tx: Tx, job: TakenJob, costSchemeId: string): Promise<Result<null>> {
    const { tenantId, leadId } = tx;
    const scheme = await this.schemes.find(tx, costSchemeId);
    if (!scheme?.agreedAt) throw new Error(`cost scheme ${costSchemeId} is not agreed`);
    // Two versions of one year must not both find the same month missing.
    await this.lockUsage.within(tx, { tenantId, leadId });
    await this.shares.keep(tx, scheme);
    const ofYear = await this.schemes.ofYear(tx, scheme.offeringId, scheme.year);
    const holds = ofYear.find(({ agreedAt }) => agreedAt !== null) ?? scheme;
    const shareId = await this.shares.keep(tx, holds);
    const recorded = await this.parts.within(tx, holds, shareId);
    if (!recorded.ok) return recorded;
    await finishJob(tx, job);
    const { receipt, records } = recorded.value;
    if (receipt === null) return ok(null);
    await auditTenant(tx, leadId, {
      action: 'costShare.record',
      subjectKind: 'costShare',
      subjectId: shareId,
      details: {
        ...{ costSchemeId: holds.id, year: holds.year, version: holds.version },
        ...{ receipt: receipt.toString(), records },
      },
    });
    return ok(null);
  }
}
