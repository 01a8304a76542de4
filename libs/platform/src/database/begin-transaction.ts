import { escapeLiteral, type PoolClient, type QueryResult } from 'pg';
import type { QueryRunner } from 'typeorm';
import type { Actor } from './actor.js';

/** READ: a read-only snapshot. WRITE: each statement sees what was committed before it. */
export type Access = 'READ' | 'WRITE';

const START: Readonly<Record<Access, string>> = {
  READ: 'start transaction isolation level repeatable read, read only',
  WRITE: 'start transaction',
};

/** What TypeORM keeps of a transaction: with it, one that is begun inside is a savepoint. */
interface Kept {
  isTransactionActive: boolean;
  transactionDepth: number;
}

/**
 * Begins a transaction, sets what it may see, and answers by how many milliseconds the one clock is shifted. All of it is
 * one message to the server: on a short transaction each further one is felt. TypeORM, which would send two or three, is
 * told.
 */
export const begin = async (runner: QueryRunner, actor: Actor, access: Access): Promise<number> => {
  const client = (await runner.connect()) as PoolClient;
  keep(runner, { isTransactionActive: true, transactionDepth: 1 });
  const results = (await client.query(`${START[access]}; ${settingsOf(actor)}`)) as unknown as readonly [
    QueryResult,
    QueryResult<{ shift_ms: string }>,
  ];
  return Number(results[1].rows[0]?.shift_ms);
};

/** How many transactions are open in each other: 1 when nothing was begun inside. */
export const depthOf = (runner: QueryRunner): number => (runner as unknown as Kept).transactionDepth;

/** The server has ended the transaction. */
export const forget = (runner: QueryRunner): void =>
  keep(runner, { isTransactionActive: false, transactionDepth: 0 });

const keep = (runner: QueryRunner, kept: Kept): void => void Object.assign(runner, kept);

/** A message of several statements takes no parameters; an actor has uuids only, and they are quoted all the same. */
const settingsOf = ({ settings }: Actor): string => {
  const { tenantId, tenantIds, leadId, memberLeadId, door } = settings;
  const values = {
    'app.tenant_id': tenantId ?? '',
    'app.tenant_ids': `{${tenantIds.join(',')}}`,
    'app.lead_id': leadId ?? '',
    'app.member_lead_id': memberLeadId ?? '',
    'app.door': door === null ? '' : 'system',
  };
  const set = Object.entries(values).map(
    ([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`,
  );
  return `select ${set.join(', ')}, (select shift_ms from clock_setting) as shift_ms`;
};
