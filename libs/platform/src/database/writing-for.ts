import { Tx } from './tx.js';

/**
 * Goes on in the same transaction, writing for another member of the same lead authority: money that moves from the
 * lead authority's books to a member's commits in both or in neither. Only a lead authority's actor can.
 */
export const writingFor = async <T>(tx: Tx, tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const inner = new Tx(tx.actor.forTenant(tenantId), tx.manager, tx.now);
  const before = tx.actor.settings.tenantId ?? '';
  await setTenant(tx, tenantId);
  const result = await work(inner);
  // After a throw the transaction is rolled back, and its settings with it.
  await setTenant(tx, before);
  return result;
};

const setTenant = (tx: Tx, tenantId: string): Promise<unknown> =>
  tx.manager.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
