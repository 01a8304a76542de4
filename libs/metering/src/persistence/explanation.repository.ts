import { Injectable } from '@nestjs/common';
import { localDate, type LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Explanation } from '../domain/explanation.js';
import { UsageExplanationRow } from './entities.js';
import { ownRows } from './own-rows.js';

/** What people said of a month's use of a meter. */
@Injectable()
export class ExplanationRepository {
  async insert(tx: Tx, explanation: Explanation): Promise<void> {
    await tx.manager.insert(UsageExplanationRow, { ...explanation });
  }

  /** Of whoever acts, in a month, the oldest first. */
  async ofMonth(tx: Tx, month: LocalDate): Promise<Explanation[]> {
    const rows = await ownRows(tx, tx.manager.createQueryBuilder(UsageExplanationRow, 'e'))
      .andWhere('e.month = :month', { month })
      .orderBy('e.explainedAt')
      .addOrderBy('e.id')
      .getMany();
    return rows.map((row) => ({ ...row, month: localDate(row.month) }));
  }
}
