import { newId } from '../new-id.js';
import { throughDoor } from '../database/through-door.js';
import type { Tx } from '../database/tx.js';

export interface NewJob {
  readonly queue: string;
  /** Ids and what an after-effect needs; the queue's handler says its shape. */
  readonly payload: object;
  /**
   * A job of this queue with the same key that still waits is not added twice. One that runs already is: it may have
   * read before this transaction's change, and the new one runs after it.
   */
  readonly dedupeKey?: string;
  readonly delaySeconds?: number;
}

/** Adds a job that becomes visible with the transaction's commit. Answers whether it is a new one. */
export const addJob = async (tx: Tx, job: NewJob): Promise<boolean> => {
  const id = newId();
  // A job that waits is touched and not merely seen: its lock keeps it from being taken before this commit.
  const rows = await throughDoor<{ id: string }[]>(
    tx,
    `insert into job (id, queue, dedupe_key, payload, run_at)
     values ($1, $2, $3, $4, now() + make_interval(secs => $5))
     on conflict (queue, dedupe_key) where lease_token is null and failed_at is null
       do update set run_at = least(job.run_at, excluded.run_at)
     returning id`,
    [id, job.queue, job.dedupeKey ?? null, JSON.stringify(job.payload), job.delaySeconds ?? 0],
  );
  await tx.manager.query(`select pg_notify('job', $1)`, [job.queue]);
  return rows[0]?.id === id;
};
