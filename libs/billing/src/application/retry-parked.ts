import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditLead, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { RunRepository } from '../persistence/run.repository.js';
import { addDraftJobs } from './draft-job.js';

export interface RetryParkedCommand {
  readonly runId: string;
  /** One member; null for every one that is parked. */
  readonly tenantId: string | null;
}

/** Has parked members of a run worked out once more, when what parked them was put right. The others stay as they are. */
@Injectable()
export class RetryParked {
  constructor(
    private readonly work: UnitOfWork,
    private readonly runs: RunRepository,
  ) {}

  /** Refuses NOT_FOUND, STATE_NOT_ALLOWED of a run that was stopped, and RUN_NOTHING_TO_APPROVE when none is parked. */
  async execute(actor: Actor, { runId, tenantId }: RetryParkedCommand): Promise<Result<{ runId: string }>> {
    return this.work.run(actor, async (tx) => {
      const run = await this.runs.lock(tx, runId);
      if (run === null || !(await this.isMember(tx, runId, tenantId))) return err(refuse('NOT_FOUND'));
      if (run.state === 'STOPPED')
        return err(
          refuse('STATE_NOT_ALLOWED', { thing: 'run', state: 'stopped', action: 'retry' }, [], PREPARE_AGAIN),
        );
      const parked = (await this.runs.parked(tx, runId)).filter((id) => tenantId === null || id === tenantId);
      if (parked.length === 0) return err(refuse('RUN_NOTHING_TO_APPROVE', { action: 'retry' }));
      await this.runs.retry(tx, run, parked);
      await addDraftJobs(tx, runId, parked);
      const details = { members: parked };
      await auditLead(tx, {
        action: 'billingRun.retry',
        subjectKind: 'billingRun',
        subjectId: runId,
        details,
      });
      return ok({ runId });
    });
  }

  private async isMember(tx: Tx, runId: string, tenantId: string | null): Promise<boolean> {
    return tenantId === null || (await this.runs.tenant(tx, runId, tenantId)) !== null;
  }
}

const PREPARE_AGAIN = 'Prepare it again instead.';
