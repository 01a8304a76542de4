import { throughDoor } from '../database/through-door.js';
import type { Tx } from '../database/tx.js';
import { LeaseLost, type TakenJob } from './job.js';

/** Removes a job together with its effect. Throws when the lease was lost, so that the effect is rolled back. */
export const finishJob = async (tx: Tx, job: TakenJob): Promise<void> => {
  const [, removed] = await throughDoor<[unknown, number]>(
    tx,
    'delete from job where id = $1 and lease_token = $2',
    [job.id, job.token],
  );
  if (removed !== 1) throw new LeaseLost(job);
};
