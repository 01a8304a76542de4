import { Injectable } from '@nestjs/common';
import { exact, localDate, monthOf, lastDayOf } from '#libs/kernel';
import { In } from 'typeorm';
import { rowsOfMember, type Tx } from '#libs/platform';
import type { Discount, DiscountState } from '../domain/discount.js';
import type { Member } from './billed.repository.js';
import { DiscountRow } from './entities.js';
import { ownRows, readsAsLead, takeNewest, type BillingPage } from './page.js';

export interface DiscountFilter {
  readonly callOffId?: string;
  readonly state?: DiscountState;
}

/** Discounts that the transaction may see: a lead authority's own, or what was approved for a member. */
@Injectable()
export class DiscountRepository {
  async find(tx: Tx, id: string): Promise<Discount | null> {
    const row = await this.visible(tx).andWhere('discount.id = :id', { id }).getOne();
    return row && toDiscount(row);
  }

  /** Newest first. */
  async page(tx: Tx, { callOffId, state }: DiscountFilter, page: BillingPage): Promise<Discount[]> {
    const query = this.visible(tx);
    if (callOffId !== undefined) query.andWhere('discount.callOffId = :callOffId', { callOffId });
    if (state !== undefined) query.andWhere('discount.state = :state', { state });
    return (await takeNewest(query, 'proposedAt', page)).map(toDiscount);
  }

  /** All that holds for a member's call-offs. */
  async approvedOf(tx: Tx, member: Member): Promise<Discount[]> {
    const rows = await rowsOfMember(
      tx,
      'approved discounts',
      member,
      (tenantIds, leadId) =>
        tx.manager.find(DiscountRow, {
          where: { tenantId: In([...tenantIds]), leadId, state: 'APPROVED' },
          order: { firstMonth: 'asc', id: 'asc' },
        }),
      ({ tenantId }) => tenantId,
    );
    return rows.map(toDiscount);
  }

  /** Locked until the transaction ends; the unit of work writes for its member. */
  async lock(tx: Tx, { tenantId, leadId }: Member, id: string): Promise<Discount | null> {
    const row = await tx.manager.findOne(DiscountRow, {
      where: { tenantId, leadId, id },
      lock: { mode: 'for_no_key_update' },
    });
    return row && toDiscount(row);
  }

  async insert(tx: Tx, { percent, months, ...discount }: Discount): Promise<void> {
    await tx.manager.insert(DiscountRow, {
      ...discount,
      percent: percent.toDecimalString(),
      firstMonth: months.start,
      lastMonth: monthOf(lastDayOf(months)).start,
    });
  }

  async decide(
    tx: Tx,
    { tenantId, leadId, id }: Discount,
    state: Exclude<DiscountState, 'PROPOSED'>,
  ): Promise<void> {
    const decided = { state, decidedBy: tx.personId, decidedAt: tx.now };
    await tx.manager.update(DiscountRow, { tenantId, leadId, id, state: 'PROPOSED' }, decided);
  }

  private visible(tx: Tx) {
    const query = ownRows(tx, tx.manager.createQueryBuilder(DiscountRow, 'discount'));
    return readsAsLead(tx) ? query : query.andWhere(`discount.state = 'APPROVED'`);
  }
}

const toDiscount = ({ percent, firstMonth, lastMonth, ...row }: DiscountRow): Discount => ({
  ...row,
  percent: exact(percent),
  months: { start: localDate(firstMonth), end: monthOf(localDate(lastMonth)).end },
});
