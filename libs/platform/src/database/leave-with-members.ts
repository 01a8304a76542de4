import type { Tx } from './tx.js';

/**
 * Runs one statement that leaves rows of a witness table with members of the lead authority that acts, for all of them
 * at once. It alone may touch such rows for a lead authority, whose own people cannot read them back.
 */
export const leaveWithMembers = async (tx: Tx, sql: string, values: readonly unknown[]): Promise<void> => {
  await tx.manager.query(`select set_config('app.witness', 'on', true)`);
  await tx.manager.query(sql, [...values]);
  await tx.manager.query(`select set_config('app.witness', '', true)`);
};
