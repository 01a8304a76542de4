import type { QueryRunner } from 'typeorm';
import { depthOf, forget } from './begin-transaction.js';

/**
 * Commits. What was put off to the end is checked first, by a statement that also fails when an earlier error was
 * caught and swallowed: PostgreSQL would answer the COMMIT of such a transaction by rolling it back without a word.
 * Both go in one message, of which nothing is done after what fails.
 */
export const commit = async (runner: QueryRunner): Promise<void> => {
  if (depthOf(runner) !== 1) throw new Error('a transaction was left open inside the unit of work');
  await runner.query('set constraints all immediate; commit');
  forget(runner);
};

/** Rolls everything back. A connection that cannot even do that never goes back to the pool. */
export const rollBack = async (runner: QueryRunner): Promise<void> => {
  try {
    while (!runner.isReleased && runner.isTransactionActive) await runner.rollbackTransaction();
  } catch {
    await discard(runner);
  }
};

/** Marks the connection as ending, so that its release takes it out of the pool, with whatever was set on it. */
const discard = async (runner: QueryRunner): Promise<void> => {
  if (runner.isReleased) return;
  const connection = (await runner.connect().catch(() => null)) as { end(): Promise<void> } | null;
  connection?.end().catch(() => undefined);
};
