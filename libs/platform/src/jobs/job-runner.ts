import type { Config } from '../config/config.js';
import type { Logger } from '../logging/logger.js';
import { JobListener } from './job-listener.js';
import { LEASE_SECONDS, type JobStore } from './job-store.js';
import { LeaseLost, type JobHandler, type TakenJob } from './job.js';

const POLL_MS = 2_000;
/** A job waits for the database or another service most of its time; so many are in hand at once. */
const LANES = 4;

/** Takes jobs, a few at a time, until it is stopped; wakes at once when one is added. */
export class JobRunner {
  private readonly handlers: ReadonlyMap<string, JobHandler>;
  private readonly listener: JobListener;
  private stopping = false;
  private readonly resting = new Set<() => void>();
  private lanes: readonly Promise<void>[] = [];

  constructor(
    handlers: readonly JobHandler[],
    private readonly store: JobStore,
    config: Config,
    private readonly logger: Logger,
  ) {
    this.handlers = new Map(handlers.map((handler) => [handler.queue, handler]));
    if (this.handlers.size !== handlers.length) throw new Error('two handlers have the same queue');
    this.listener = new JobListener(config, logger, () => this.wakeOne());
  }

  async start(): Promise<void> {
    await this.listener.start();
    this.lanes = Array.from({ length: LANES }, () => this.work());
  }

  /** Ends after the jobs in hand. */
  async stop(): Promise<void> {
    this.stopping = true;
    for (const wake of this.resting) wake();
    await Promise.all(this.lanes);
    await this.listener.stop();
  }

  private async work(): Promise<void> {
    while (!this.stopping) {
      // Armed before the look, so that a job added during it is not missed.
      const rest = this.rest();
      const job = await this.takeSafely();
      if (job) {
        rest.end();
        // Where there is one there may be more.
        this.wakeOne();
        await this.run(job);
      } else if (!this.stopping) await rest.over;
      rest.end();
    }
  }

  private wakeOne(): void {
    const [wake] = this.resting;
    wake?.();
  }

  private rest(): { readonly over: Promise<void>; readonly end: () => void } {
    let end = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      const timer = setTimeout(() => end(), POLL_MS);
      end = () => {
        clearTimeout(timer);
        this.resting.delete(end);
        resolve();
      };
      this.resting.add(end);
    });
    return { over, end };
  }

  private async takeSafely(): Promise<TakenJob | null> {
    try {
      return await this.store.take([...this.handlers.keys()]);
    } catch (error) {
      this.logger.fault({}, error, 'jobs cannot be taken now');
      return null;
    }
  }

  private async run(job: TakenJob): Promise<void> {
    const about = { jobId: job.id, queue: job.queue, attempts: job.attempts };
    const beat = setInterval(() => void this.keep(job, about), (LEASE_SECONDS * 1000) / 3);
    try {
      const handler = this.handlers.get(job.queue);
      if (!handler) throw new Error(`no handler for queue ${job.queue}`);
      await handler.handle(job);
      await this.store.remove(job);
    } catch (error) {
      if (error instanceof LeaseLost) this.logger.info(about, 'job left to the worker that has it now');
      else await this.giveBack(job, about, error);
    } finally {
      clearInterval(beat);
    }
  }

  private async keep(job: TakenJob, about: object): Promise<void> {
    try {
      if (!(await this.store.keep(job)))
        this.logger.info(about, 'lease not renewed: the job is no longer held');
    } catch (error) {
      this.logger.fault(about, error, 'lease not renewed');
    }
  }

  /** Should even this fail, the lease runs out and another worker takes the job. */
  private async giveBack(job: TakenJob, about: object, error: unknown): Promise<void> {
    this.logger.fault(about, error, 'job failed');
    try {
      await this.store.giveBack(job, error);
    } catch (fault) {
      this.logger.fault(about, fault, 'job not given back; its lease will run out');
    }
  }
}
