import { Tx } from './tx.js';

/**
 * Goes on in the same transaction, writing for another member of the same lead authority: money that moves from the
 * lead authority's books to a member's commits in both or in neither. Only a lead authority's actor can.
 */
export const writingFor = async <T>(tx: Tx, tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> => {
  const results: T[] = [];
  await writingForEach(tx, [{ tenantId }], async (member) => void results.push(await work(member)));
  return results[0] as T;
};

/** The same for several members, one after the other. */
export const writingForEach = async <M extends { readonly tenantId: string }>(
  tx: Tx,
  members: readonly M[],
  work: (tx: Tx, member: M) => Promise<void>,
): Promise<void> => {
  const before = tx.actor.settings.tenantId ?? '';
  for (const member of members) {
    const inner = new Tx(tx.actor.forTenant(member.tenantId), tx.manager, tx.now);
    await setTenant(tx, member.tenantId);
    await work(inner, member);
  }
  // After a throw the transaction is rolled back, and its settings with it.
  await setTenant(tx, before);
};

const setTenant = (tx: Tx, tenantId: string): Promise<unknown> =>
  tx.manager.query(`select set_config('app.tenant_id', $1, true)`, [tenantId]);
