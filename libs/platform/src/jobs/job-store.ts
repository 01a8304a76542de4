import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { Actor } from '../database/actor.js';
import { brokenConstraint } from '../database/sql-error.js';
import type { Tx } from '../database/tx.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import type { TakenJob } from './job.js';

export const LEASE_SECONDS = 30;
const MAX_ATTEMPTS = 12;

export interface QueueCount {
  readonly queue: string;
  readonly waiting: number;
  readonly failed: number;
}

type Row = Omit<TakenJob, 'token'>;

/** Taking, keeping and giving back jobs; leases run on the database's clock. */
@Injectable()
export class JobStore {
  constructor(private readonly work: UnitOfWork) {}

  /** The next job of these queues that is due and that nobody holds; null when there is none. */
  async take(queues: readonly string[]): Promise<TakenJob | null> {
    const token = randomUUID();
    return this.inside(async (tx) => {
      for (;;) {
        const row = await lease(tx, queues, token);
        if (!row) return null;
        if (row.attempts <= MAX_ATTEMPTS) return { ...row, token };
        await setAside(tx, row.id);
      }
    });
  }

  /** Renews the lease; false when another worker has the job. */
  async keep(job: TakenJob): Promise<boolean> {
    const [, kept] = await this.change(
      `update job set leased_until = now() + make_interval(secs => $3) where id = $1 and lease_token = $2`,
      [job.id, job.token, LEASE_SECONDS],
    );
    return kept === 1;
  }

  /** For work whose effect lies elsewhere, such as a mail that was sent. */
  async remove(job: TakenJob): Promise<void> {
    await this.change('delete from job where id = $1 and lease_token = $2', [job.id, job.token]);
  }

  /** Gives the job back after a fault: tried again later, and set aside for a person after the last try. */
  async giveBack(job: TakenJob, error: unknown): Promise<void> {
    for (;;) {
      try {
        return await this.giveBackOrMerge(job, error instanceof Error ? error.message : String(error));
      } catch (fault) {
        // Its like was added between the look and the change.
        if (brokenConstraint(fault) !== 'job_dedupe') throw fault;
      }
    }
  }

  /** How many jobs of each queue wait, and how many were set aside. */
  async counts(): Promise<readonly QueueCount[]> {
    return this.work.read(Actor.system('jobs'), (tx) =>
      tx.manager.query<QueueCount[]>(
        `select queue, count(*) filter (where failed_at is null)::int as waiting,
                count(*) filter (where failed_at is not null)::int as failed from job group by queue order by queue`,
      ),
    );
  }

  /** A job whose like was added while it ran gives way to it; that one has its own tries. */
  private async giveBackOrMerge(job: TakenJob, message: string): Promise<void> {
    const delay = Math.min(600, 2 ** Math.min(job.attempts, 10)) * (0.5 + Math.random() / 2);
    await this.inside(async (tx) => {
      const [, merged] = await tx.manager.query<[unknown, number]>(
        `delete from job using job other
         where job.id = $1 and job.lease_token = $2 and job.attempts < $3
           and other.queue = job.queue and other.dedupe_key = job.dedupe_key
           and other.lease_token is null and other.failed_at is null`,
        [job.id, job.token, MAX_ATTEMPTS],
      );
      if (merged === 1) return;
      await tx.manager.query(
        `update job set lease_token = null, leased_until = null, last_error = left($3, 500),
                run_at = now() + make_interval(secs => $4),
                failed_at = case when attempts >= $5 then now() end
         where id = $1 and lease_token = $2`,
        [job.id, job.token, message, delay, MAX_ATTEMPTS],
      );
    });
  }

  private async change(sql: string, values: readonly unknown[]): Promise<[unknown, number]> {
    return this.inside((tx) => tx.manager.query<[unknown, number]>(sql, [...values]));
  }

  private async inside<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await this.work.run(Actor.system('jobs'), async (tx) => ok(await work(tx)));
    if (!result.ok) throw new Error('a job is never refused');
    return result.value;
  }
}

// One that runs keeps its like waiting, as long as its worker lives.
const lease = async (tx: Tx, queues: readonly string[], token: string): Promise<Row | null> => {
  const [rows] = await tx.manager.query<[Row[], number]>(
    `update job set lease_token = $1, leased_until = now() + make_interval(secs => $2), attempts = attempts + 1
     where id = (select next.id from job next
                 where next.queue = any ($3) and next.failed_at is null and next.run_at <= now()
                   and (next.leased_until is null or next.leased_until < now())
                   and not exists (select from job other
                                   where other.queue = next.queue and other.dedupe_key = next.dedupe_key
                                     and other.id <> next.id and other.leased_until >= now())
                 order by next.run_at, next.id limit 1 for update of next skip locked)
     returning id, queue, payload, attempts`,
    [token, LEASE_SECONDS, [...queues]],
  );
  return rows[0] ?? null;
};

/** For one whose workers ended before they could give it back: it may be what ended them. */
const setAside = async (tx: Tx, id: string): Promise<void> => {
  await tx.manager.query(
    `update job set failed_at = now(), lease_token = null, leased_until = null, attempts = attempts - 1,
            last_error = coalesce(last_error, 'its workers ended while they did it')
     where id = $1`,
    [id],
  );
};
