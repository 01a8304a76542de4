import { Injectable } from '@nestjs/common';
import type { Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { InvoiceGrouping } from '../domain/invoice-shape.js';
import type { Member } from './billed.repository.js';
import { BillingSettingRow, InvoiceGroupingRow } from './shape.entities.js';

/** What the two sides have settled about how bills are drafted. */
@Injectable()
export class ShapeRepository {
  /** Null when the member never chose. */
  async grouping(
    tx: Tx,
    { tenantId, leadId }: Member,
  ): Promise<{ readonly grouping: InvoiceGrouping; readonly chosenAt: Date } | null> {
    const row = await tx.manager.findOneBy(InvoiceGroupingRow, { tenantId, leadId });
    return row && { grouping: row.groupingKind, chosenAt: row.chosenAt };
  }

  async chooseGrouping(tx: Tx, { tenantId, leadId }: Member, groupingKind: InvoiceGrouping): Promise<void> {
    const row = { tenantId, leadId, groupingKind, chosenAt: tx.now, chosenBy: tx.personId };
    await tx.manager.upsert(InvoiceGroupingRow, row, ['tenantId', 'leadId']);
  }

  /** 0 until the lead authority sets it. */
  async smallestInvoice(tx: Tx, leadId: string): Promise<Pence> {
    const row = await tx.manager.findOneBy(BillingSettingRow, { leadId });
    return row?.smallestInvoicePence ?? 0n;
  }

  async setSmallestInvoice(tx: Tx, smallestInvoicePence: Pence): Promise<void> {
    const { leadId, now: changedAt, personId: changedBy } = tx;
    const row = { leadId, published: true, smallestInvoicePence, changedAt, changedBy };
    await tx.manager.upsert(BillingSettingRow, row, ['leadId']);
  }
}
