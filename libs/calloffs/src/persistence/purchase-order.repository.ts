import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { localDate } from '#libs/kernel';
import { rowsOfMember, type Tx } from '#libs/platform';
import type { CallOff } from '../domain/call-off.js';
import type { PurchaseOrder } from '../domain/purchase-order.js';
import type { TenantAndLead } from './call-off.repository.js';
import { PurchaseOrderRow } from './entities.js';
import { takePage, type Page } from './page.js';
import { ownRows } from './side.js';

@Injectable()
export class PurchaseOrderRepository {
  async insert(tx: Tx, order: PurchaseOrder): Promise<void> {
    await tx.manager.insert(PurchaseOrderRow, order);
  }

  async find(tx: Tx, id: string): Promise<PurchaseOrder | null> {
    const row = await tx.manager.findOneBy(PurchaseOrderRow, { ...ownRows(tx), id });
    return row && toOrder(row);
  }

  /** In the order in which they were recorded. */
  async of(
    tx: Tx,
    { tenantId, leadId, id }: Pick<CallOff, 'tenantId' | 'leadId' | 'id'>,
  ): Promise<PurchaseOrder[]> {
    const rows = await tx.manager.find(PurchaseOrderRow, {
      where: { tenantId, leadId, callOffId: id },
      order: { recordedAt: 'asc', id: 'asc' },
    });
    return rows.map(toOrder);
  }

  /** Every one of a member under one lead authority, in the order in which they were recorded. */
  async ofMember(tx: Tx, member: TenantAndLead): Promise<PurchaseOrder[]> {
    const rows = await rowsOfMember(
      tx,
      'purchase orders',
      member,
      (tenantIds, leadId) =>
        tx.manager.find(PurchaseOrderRow, {
          where: { tenantId: In([...tenantIds]), leadId },
          order: { recordedAt: 'asc', id: 'asc' },
        }),
      ({ tenantId }) => tenantId,
    );
    return rows.map(toOrder);
  }

  /** Newest first. */
  async page(
    tx: Tx,
    { tenantId, leadId, id }: Pick<CallOff, 'tenantId' | 'leadId' | 'id'>,
    page: Page,
  ): Promise<PurchaseOrder[]> {
    const query = tx.manager
      .createQueryBuilder(PurchaseOrderRow, 'purchase_order')
      .where({ tenantId, leadId, callOffId: id });
    return (await takePage(query, 'recordedAt', page)).map(toOrder);
  }
}

const toOrder = (row: PurchaseOrderRow): PurchaseOrder => ({
  ...row,
  startsOn: localDate(row.startsOn),
  endsOn: row.endsOn === null ? null : localDate(row.endsOn),
});
