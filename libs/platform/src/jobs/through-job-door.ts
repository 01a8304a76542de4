import type { Tx } from '../database/tx.js';

/**
 * Runs one statement on the job table. Jobs carry the words of mails and notices, so the table lies behind the system
 * door; the door is opened for this statement of the transaction and closed again, whoever's transaction it is.
 */
export const throughJobDoor = async <T>(tx: Tx, sql: string, values: readonly unknown[]): Promise<T> => {
  if (tx.actor.settings.door !== null) return tx.manager.query<T>(sql, [...values]);
  await tx.manager.query(`select set_config('app.door', 'system', true)`);
  const answer = await tx.manager.query<T>(sql, [...values]);
  await tx.manager.query(`select set_config('app.door', '', true)`);
  return answer;
};
