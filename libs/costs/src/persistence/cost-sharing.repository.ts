import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { CostSharing } from '../domain/cost-sharing.js';
import { CostSharingRow } from './entities.js';

/** Which offerings' costs are shared; every method needs a unit of work that is open for the lead authority. */
@Injectable()
export class CostSharingRepository {
  find(tx: Tx, offeringId: string): Promise<CostSharing | null> {
    return tx.manager.findOneBy(CostSharingRow, { leadId: tx.leadId, offeringId });
  }

  /** Held until the transaction ends, so that versions of its years follow each other. */
  lock(tx: Tx, offeringId: string): Promise<CostSharing | null> {
    const where = { leadId: tx.leadId, offeringId };
    return tx.manager.findOne(CostSharingRow, { where, lock: { mode: 'for_no_key_update' } });
  }

  /** In the order in which they were switched on. */
  all(tx: Tx): Promise<CostSharing[]> {
    return tx.manager.find(CostSharingRow, {
      where: { leadId: tx.leadId },
      order: { switchedOnAt: 'asc', offeringId: 'asc' },
    });
  }

  async insert(tx: Tx, sharing: CostSharing): Promise<void> {
    await tx.manager.insert(CostSharingRow, sharing);
  }
}
