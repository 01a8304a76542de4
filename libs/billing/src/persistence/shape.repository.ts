import { Injectable } from '@nestjs/common';
import type { Pence } from '#libs/kernel';
import { In } from 'typeorm';
import { rowsOfMember, together, type Tx } from '#libs/platform';
import type { InvoiceGrouping } from '../domain/invoice-shape.js';
import type { Member } from './billed.repository.js';
import { BillingSettingRow, InvoiceGroupingRow } from './shape.entities.js';

/** What the two sides have settled about how bills are drafted. */
@Injectable()
export class ShapeRepository {
  /** Null when the member never chose. */
  async grouping(
    tx: Tx,
    member: Member,
  ): Promise<{ readonly grouping: InvoiceGrouping; readonly chosenAt: Date } | null> {
    const [row = null] = await rowsOfMember(
      tx,
      'grouping of invoices',
      member,
      (tenantIds, leadId) => tx.manager.findBy(InvoiceGroupingRow, { tenantId: In([...tenantIds]), leadId }),
      ({ tenantId }) => tenantId,
    );
    return row && { grouping: row.groupingKind, chosenAt: row.chosenAt };
  }

  async chooseGrouping(tx: Tx, { tenantId, leadId }: Member, groupingKind: InvoiceGrouping): Promise<void> {
    const row = { tenantId, leadId, groupingKind, chosenAt: tx.now, chosenBy: tx.personId };
    await tx.manager.upsert(InvoiceGroupingRow, row, ['tenantId', 'leadId']);
  }

  /** 0 until the lead authority sets it. */
  async smallestInvoice(tx: Tx, leadId: string): Promise<Pence> {
    return (await settingOf(tx, leadId))?.smallestInvoicePence ?? 0n;
  }

  async setSmallestInvoice(tx: Tx, smallestInvoicePence: Pence): Promise<void> {
    const { leadId, now: changedAt, personId: changedBy } = tx;
    const row = { leadId, published: true, smallestInvoicePence, changedAt, changedBy };
    await tx.manager.upsert(BillingSettingRow, row, ['leadId']);
  }
}

/** A lead authority's settings; of many questions about one it is read once. */
export const settingOf = (tx: Tx, leadId: string): Promise<BillingSettingRow | null> =>
  together(tx, 'settings of billing', leadId, async (leadIds) => {
    const rows = await tx.manager.findBy(BillingSettingRow, { leadId: In([...new Set(leadIds)]) });
    return leadIds.map((id) => rows.find((row) => row.leadId === id) ?? null);
  });
