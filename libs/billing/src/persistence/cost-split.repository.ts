import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { localDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { CostSplit } from '../domain/cost-split.js';
import { CostSplitRow } from './shape.entities.js';

/** A member's own splits: whoever acts for a lead authority sees none. */
@Injectable()
export class CostSplitRepository {
  async insert(tx: Tx, { tenantId, ...split }: CostSplit): Promise<void> {
    await tx.manager.insert(CostSplitRow, { tenantId, leadId: tenantId, ...split });
  }

  /** In the order of their months and of their recording. */
  async ofCallOffs(tx: Tx, callOffIds: readonly string[]): Promise<CostSplit[]> {
    const tenantIds = tx.actor.identity.capacity === 'LEAD' ? [] : [...tx.actor.settings.tenantIds];
    if (callOffIds.length === 0 || tenantIds.length === 0) return [];
    const rows = await tx.manager.find(CostSplitRow, {
      where: { tenantId: In(tenantIds), leadId: In(tenantIds), callOffId: In([...callOffIds]) },
      order: { fromMonth: 'asc', recordedAt: 'asc', id: 'asc' },
    });
    return rows.map(({ leadId: _, ...row }) => ({ ...row, fromMonth: localDate(row.fromMonth) }));
  }
}
