import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditLead, UnitOfWork, type Actor } from '#libs/platform';
import { RunRepository } from '../persistence/run.repository.js';

/**
 * Stops a run that is being prepared. What is drafted stays, and what is in hand is finished: each draft is right by
 * itself. Members that still wait stay undone until the run is prepared again.
 */
@Injectable()
export class StopBillingRun {
  constructor(
    private readonly work: UnitOfWork,
    private readonly runs: RunRepository,
  ) {}

  /** Refuses NOT_FOUND and STATE_NOT_ALLOWED. */
  async execute(actor: Actor, { runId }: { readonly runId: string }): Promise<Result<{ runId: string }>> {
    return this.work.run(actor, async (tx) => {
      const run = await this.runs.lock(tx, runId);
      if (run === null) return err(refuse('NOT_FOUND'));
      if (run.state !== 'PREPARING') {
        const state = run.state === 'STOPPED' ? 'stopped already' : 'prepared already';
        return err(refuse('STATE_NOT_ALLOWED', { thing: 'run', state, action: 'stop' }));
      }
      await this.runs.stop(tx, runId);
      const { WAITING: waiting, DONE: done, PARKED: parked } = await this.runs.counts(tx, runId);
      await auditLead(tx, {
        action: 'billingRun.stop',
        subjectKind: 'billingRun',
        subjectId: runId,
        details: { waiting, done, parked },
      });
      return ok({ runId });
    });
  }
}
