import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import {
  Actor,
  finishJob,
  LeaseLost,
  Logger,
  UnitOfWork,
  type JobHandler,
  type TakenJob,
} from '#libs/platform';
import type { BillingRun } from '../domain/run.js';
import { RunRepository, type Waiting } from '../persistence/run.repository.js';
import { DRAFT_QUEUE, type DraftJob } from './draft-job.js';
import { DraftLot } from './draft-lot.js';
import { TellOfDrafts } from './tell-of-drafts.js';

/** After so many tries a fault is the member's, not the moment's. */
const TRIES = 3;
const FAULT_WORDS =
  'Something went wrong when this bill was worked out. Ask for help, then try this member again.';

/** Members of a run for whom the same person asked. */
interface Lot {
  readonly run: BillingRun;
  readonly personId: string;
  readonly members: readonly Waiting[];
}

interface Fault extends Pick<Lot, 'run' | 'personId'> {
  readonly tenantId: string;
  readonly error: unknown;
}

/**
 * Drafts the documents of a lot of a run's members. A member whose data fails a check is parked with the reason, the lead
 * authority's finance preparers are told, and the others go on. A lot that fails is gone through member by member, so that
 * a fault is its member's alone. Of a run that was stopped nothing is drafted.
 */
@Injectable()
export class DraftInvoices implements JobHandler {
  readonly queue = DRAFT_QUEUE;

  constructor(
    private readonly work: UnitOfWork,
    private readonly lots: DraftLot,
    private readonly runs: RunRepository,
    private readonly tell: TellOfDrafts,
    private readonly logger: Logger,
  ) {}

  async handle(job: TakenJob): Promise<void> {
    const { leadId } = job.payload as DraftJob;
    const lots = await this.lotsOf(job.payload as DraftJob);
    const [only, ...others] = lots;
    if (only && others.length === 0 && (await this.draftAlone(only, job))) return;
    const faults: Fault[] = [];
    for (const lot of lots) faults.push(...(await this.draftEach(lot)));
    const [first] = faults;
    if (first && job.attempts < TRIES) throw first.error;
    for (const fault of faults) await this.park(job, fault);
    await this.work.run(jobFor(leadId, null), async (tx) => {
      await finishJob(tx, job);
      return ok(null);
    });
  }

  /** Who still waits to be drafted, by who asked; nobody when the run was stopped. */
  private lotsOf({ leadId, runId, tenantIds }: DraftJob): Promise<readonly Lot[]> {
    return this.work.read(jobFor(leadId, null), async (tx) => {
      const run = await this.runs.find(tx, runId);
      if (run === null) throw new Error(`run ${runId} is not there`);
      if (run.state === 'STOPPED') return [];
      const waiting = await this.runs.waiting(tx, runId, tenantIds);
      return [...new Set(waiting.map(({ askedBy }) => askedBy))].map((personId) => ({
        run,
        personId,
        members: waiting.filter(({ askedBy }) => askedBy === personId),
      }));
    });
  }

  /** All of a job's work and its end in one transaction; false when that failed. */
  private async draftAlone(lot: Lot, job: TakenJob): Promise<boolean> {
    try {
      await this.draft(lot, job);
      return true;
    } catch (error) {
      if (error instanceof LeaseLost) throw error;
      return false;
    }
  }

  /** One member after the other. */
  private async draftEach(lot: Lot): Promise<readonly Fault[]> {
    const faults: Fault[] = [];
    for (const member of lot.members)
      try {
        await this.draft({ ...lot, members: [member] }, null);
      } catch (error) {
        faults.push({ ...lot, tenantId: member.tenantId, error });
      }
    return faults;
  }

  /** `ends` is the job when nothing else of it is left to do. */
  private async draft({ run, personId, members }: Lot, ends: TakenJob | null): Promise<void> {
    const actor = jobFor(run.leadId, personId);
    const wereDrafted = members.some(({ factsSha256 }) => factsSha256 !== null);
    const unchanged = wereDrafted
      ? await this.work.read(actor, (tx) => this.lots.unchanged(tx, run, members))
      : [];
    const same = new Set(unchanged.map(({ tenantId }) => tenantId));
    const rest = members.map(({ tenantId }) => tenantId).filter((tenantId) => !same.has(tenantId));
    await this.work.run(actor, async (tx) => {
      const drafted = rest.length === 0 ? [] : await this.lots.within(tx, run, rest);
      await this.tell.within(tx, run, drafted);
      await this.runs.settle(tx, run.id, [...unchanged, ...drafted]);
      if (ends) await finishJob(tx, ends);
      return ok(null);
    });
  }

  private async park(job: TakenJob, { run, personId, tenantId, error }: Fault): Promise<void> {
    this.logger.fault(
      { jobId: job.id, runId: run.id, tenantId },
      error,
      'a bill could not be worked out; the member is parked',
    );
    const parked = { tenantId, state: 'PARKED', reason: FAULT_WORDS, factsSha256: null } as const;
    await this.work.run(jobFor(run.leadId, personId), async (tx) => {
      await this.tell.within(tx, run, [{ ...parked, news: [] }]);
      await this.runs.settle(tx, run.id, [parked]);
      return ok(null);
    });
  }
}

const jobFor = (leadId: string, personId: string | null): Actor =>
  Actor.job(DRAFT_QUEUE, { leadId, personId });
