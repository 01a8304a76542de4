import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Tx } from './tx.js';

/** Names by statement. */
const names = new Map<string, string>();

/**
 * Asks by a statement that each connection keeps when it has once read and planned it: for what is asked at every event,
 * where planning costs more than doing. `sql` is a constant, for a connection never lets go of one.
 */
export const prepared = async <R extends object>(
  tx: Tx,
  sql: string,
  values: readonly unknown[],
): Promise<R[]> => {
  const client = (await tx.manager.queryRunner?.connect()) as PoolClient;
  const { rows } = await client.query<R>({ name: nameOf(sql), text: sql, values: [...values] });
  return rows;
};

const nameOf = (sql: string): string => {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = `accede_${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
  names.set(sql, name);
  return name;
};
