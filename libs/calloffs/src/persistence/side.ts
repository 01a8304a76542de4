import { In } from 'typeorm';
import type { Tx } from '#libs/platform';

/** What ties rows to whoever acts: a lead authority sees its members' rows, anyone else those of its own tenants. */
export const ownRows = (tx: Tx) =>
  tx.actor.identity.capacity === 'LEAD'
    ? { leadId: tx.leadId }
    : { tenantId: In([...tx.actor.settings.tenantIds]) };
