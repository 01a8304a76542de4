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
  const [isNew = false] = await addJobs(tx, [job]);
  return isNew;
};

/** Adds several; no two of them with the same key. Answers of each whether it is a new one. */
export const addJobs = async (tx: Tx, jobs: readonly NewJob[]): Promise<readonly boolean[]> => {
  if (jobs.length === 0) return [];
  const ids = jobs.map(() => newId());
  // A job that waits is touched and not merely seen: its lock keeps it from being taken before this commit.
  const rows = await throughDoor<{ id: string }[]>(
    tx,
    `insert into job (id, queue, dedupe_key, payload, run_at)
     select id, queue, dedupe_key, payload, now() + make_interval(secs => delay)
     from unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[], $5::float8[]) as j (id, queue, dedupe_key, payload, delay)
     order by dedupe_key
     on conflict (queue, dedupe_key) where lease_token is null and failed_at is null
       do update set run_at = least(job.run_at, excluded.run_at)
     returning id`,
    [
      ids,
      jobs.map(({ queue }) => queue),
      jobs.map(({ dedupeKey }) => dedupeKey ?? null),
      jobs.map(({ payload }) => JSON.stringify(payload)),
      jobs.map(({ delaySeconds }) => delaySeconds ?? 0),
    ],
  );
  await tx.manager.query(`select pg_notify('job', queue) from unnest($1::text[]) as queue`, [
    [...new Set(jobs.map(({ queue }) => queue))],
  ]);
  const added = new Set(rows.map(({ id }) => id));
  return ids.map((id) => added.has(id));
};
