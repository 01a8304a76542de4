/** A job that a worker holds; `token` proves it until the lease runs out. */
export interface TakenJob {
  readonly id: string;
  readonly queue: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly token: string;
}

/** What a worker does with the jobs of one queue. */
export interface JobHandler {
  readonly queue: string;
  /**
   * Does the job's work. A handler whose effect is in the database calls `finishJob(tx, job)` inside the same unit
   * of work; any other returns, and the runner removes the job. A throw gives it back to be tried again.
   */
  handle(job: TakenJob): Promise<void>;
}

/** Another worker has the job: this one took longer than its lease without renewing it. */
export class LeaseLost extends Error {
  constructor(job: TakenJob) {
    super(`job ${job.id} of ${job.queue} was taken by another worker`);
  }
}
