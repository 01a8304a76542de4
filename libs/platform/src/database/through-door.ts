import type { Tx } from './tx.js';

/**
 * Runs one statement on a system table: jobs, which carry the words of mails and notices, and the names of people
 * whose ids stand on rows that the transaction may see. The system door is opened for this statement and closed
 * again, whoever's transaction it is, so that no second connection is needed beside the first.
 */
export const throughDoor = async <T>(tx: Tx, sql: string, values: readonly unknown[]): Promise<T> => {
  if (tx.actor.settings.door !== null) return tx.manager.query<T>(sql, [...values]);
  await tx.manager.query(`select set_config('app.door', 'system', true)`);
  const answer = await tx.manager.query<T>(sql, [...values]);
  await tx.manager.query(`select set_config('app.door', '', true)`);
  return answer;
};
