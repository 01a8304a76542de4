import { isUuid } from '#libs/kernel';
import type { Capacity } from './actor.js';
import type { Tx } from './tx.js';

/** A body, and whether what concerns it as a tenant or as a lead authority is meant. */
export interface BodyActedFor {
  readonly bodyId: string;
  readonly capacity: Capacity;
}

/**
 * Opens one body's own tables for as long as `work` takes, in a transaction that came through a system door and has
 * none: so what is done behind the door and the record of it commit in both places or in neither. It is no part of
 * the lib's public face: only audit records are left this way.
 */
export const insideBody = async <T>(tx: Tx, body: BodyActedFor, work: () => Promise<T>): Promise<T> => {
  const { bodyId, capacity } = body;
  if (tx.actor.settings.door === null)
    throw new Error('only a system door opens a body that nobody acts for');
  if (capacity !== 'TENANT' && capacity !== 'LEAD') throw new Error(`nothing is a body's own as ${capacity}`);
  // It becomes a setting as it is: only a uuid may stand there, never a list or a quote.
  if (!isUuid(bodyId)) throw new Error('a body is opened with an id that is not a uuid');
  await (capacity === 'LEAD' ? open(tx, '', bodyId) : open(tx, bodyId, ''));
  const answer = await work();
  // After a throw the transaction is rolled back, and its settings with it.
  await open(tx, '', '');
  return answer;
};

const open = (tx: Tx, tenantId: string, leadId: string): Promise<unknown> =>
  tx.manager.query(
    `select set_config('app.tenant_id', $1, true), set_config('app.tenant_ids', $2, true),
            set_config('app.lead_id', $3, true)`,
    [tenantId, `{${tenantId}}`, leadId],
  );
