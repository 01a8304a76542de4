import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import { USUAL_PAYMENT_DAYS, type LeadAuthority } from '../domain/lead-authority.js';
import type { SellerDetails } from '../domain/seller-details.js';
import { LeadAuthorityDetailsRow, LeadAuthorityRow } from './lead-authority.entity.js';

@Injectable()
export class LeadAuthorityRepository {
  /** The details are null unless this transaction is the lead authority's own. */
  async find(tx: Tx, leadId: string): Promise<LeadAuthority | null> {
    const rows = await tx.manager.query<{ name: string; invoice_prefix: string; appointed_at: Date }[]>(
      `select b.name, l.invoice_prefix, l.appointed_at from lead_authority l join body b on b.id = l.lead_id
       where l.lead_id = $1`,
      [leadId],
    );
    const row = rows[0];
    if (!row) return null;
    const details = await this.details(tx, leadId);
    return {
      leadId,
      name: row.name,
      invoicePrefix: row.invoice_prefix,
      appointedAt: row.appointed_at,
      details,
      paymentDays: details?.paymentDays ?? USUAL_PAYMENT_DAYS,
    };
  }

  async ids(tx: Tx): Promise<string[]> {
    const rows = await tx.manager.query<{ lead_id: string }[]>(
      'select lead_id from lead_authority order by 1',
    );
    return rows.map((row) => row.lead_id);
  }

  /** Answers false when the prefix is another's. */
  async add(
    tx: Tx,
    lead: { leadId: string; invoicePrefix: string; appointedBy: string | null },
  ): Promise<boolean> {
    const added = await tx.manager.query<unknown[]>(
      `insert into lead_authority (lead_id, invoice_prefix, appointed_at, appointed_by) values ($1, $2, $3, $4)
       on conflict do nothing returning 1`,
      [lead.leadId, lead.invoicePrefix, tx.now, lead.appointedBy],
    );
    return added.length > 0;
  }

  async exists(tx: Tx, leadId: string): Promise<boolean> {
    return tx.manager.existsBy(LeadAuthorityRow, { leadId });
  }

  async saveDetails(tx: Tx, details: SellerDetails): Promise<void> {
    await tx.manager.upsert(LeadAuthorityDetailsRow, { leadId: tx.leadId, ...details, changedAt: tx.now }, [
      'leadId',
    ]);
  }

  private async details(tx: Tx, leadId: string): Promise<SellerDetails | null> {
    const row = await tx.manager.findOneBy(LeadAuthorityDetailsRow, { leadId });
    if (!row) return null;
    const { address, vatNumber, bankAccountName, bankSortCode, bankAccountNumber, paymentDays } = row;
    return { address, vatNumber, bankAccountName, bankSortCode, bankAccountNumber, paymentDays };
  }
}
