import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { exact, localDate, type LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { UsageReturn } from '../domain/usage-return.js';
import type { UsageOwner } from '../domain/usage.js';
import { UsageReturnFigureRow, UsageReturnRow, UsageReturnSentBackRow } from './entities.js';
import { ownRows } from './own-rows.js';

/** What was filed, version by version. Rows are added and never change. */
@Injectable()
export class UsageReturnRepository {
  async insert(tx: Tx, { figures, sentBack: _, ...row }: UsageReturn): Promise<void> {
    const { tenantId, leadId, id: returnId } = row;
    await tx.manager.insert(UsageReturnRow, row);
    if (figures.length > 0)
      await tx.manager.insert(
        UsageReturnFigureRow,
        figures.map(({ meterId, quantity, eventId }) => ({
          ...{ tenantId, leadId, returnId, meterId, eventId },
          quantity: quantity.toDecimalString(),
        })),
      );
  }

  /** Of some call-offs of whoever acts, in a month: by call-off, the oldest version first. */
  async ofMonth(tx: Tx, callOffIds: readonly string[], month: LocalDate): Promise<UsageReturn[]> {
    if (callOffIds.length === 0) return [];
    const rows = await ownRows(tx, tx.manager.createQueryBuilder(UsageReturnRow, 'r'))
      .andWhere('r.month = :month and r.callOffId in (:...callOffIds)', { month, callOffIds })
      .orderBy('r.callOffId')
      .addOrderBy('r.version')
      .getMany();
    return this.whole(tx, rows);
  }

  /** Null when it is not there, or not of whoever asks. */
  async find(tx: Tx, id: string): Promise<UsageReturn | null> {
    const row = await ownRows(tx, tx.manager.createQueryBuilder(UsageReturnRow, 'r'))
      .andWhere('r.id = :id', { id })
      .getOne();
    return row ? ((await this.whole(tx, [row]))[0] ?? null) : null;
  }

  async sendBack(tx: Tx, { tenantId, leadId }: UsageOwner, returnId: string, note: string): Promise<void> {
    const sentBack = { note, sentBackBy: tx.personId, sentBackAt: tx.now };
    await tx.manager.insert(UsageReturnSentBackRow, { tenantId, leadId, returnId, ...sentBack });
  }

  private async whole(tx: Tx, rows: readonly UsageReturnRow[]): Promise<UsageReturn[]> {
    if (rows.length === 0) return [];
    const ofReturns = {
      tenantId: In([...new Set(rows.map(({ tenantId }) => tenantId))]),
      returnId: In(rows.map(({ id }) => id)),
    };
    const figures = await tx.manager.find(UsageReturnFigureRow, {
      where: ofReturns,
      order: { meterId: 'asc' },
    });
    const sentBack = await tx.manager.findBy(UsageReturnSentBackRow, ofReturns);
    return rows.map((row) => {
      const back = sentBack.find(({ returnId }) => returnId === row.id);
      return {
        ...row,
        month: localDate(row.month),
        figures: figures
          .filter(({ returnId }) => returnId === row.id)
          .map(({ meterId, quantity, eventId }) => ({ meterId, quantity: exact(quantity), eventId })),
        sentBack: back ? { note: back.note, sentBackBy: back.sentBackBy, sentBackAt: back.sentBackAt } : null,
      };
    });
  }
}
