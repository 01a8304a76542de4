import { Injectable } from '@nestjs/common';
import type { Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { CreditNote, CreditNoteLine, CreditNoteState, Invoice } from '../domain/document.js';
import type { Member } from './billed.repository.js';
import { CreditNoteLineRow, CreditNoteRow } from './entities.js';
import { toCreditNote, toCreditNoteLine } from './mapping.js';
import { ownRows, readsAsLead, takeNewest, type BillingPage } from './page.js';

export interface CreditNoteFilter {
  readonly tenantId?: string;
  readonly leadId?: string;
  readonly runId?: string;
  readonly invoiceId?: string;
  readonly states?: readonly CreditNoteState[];
}

/** Credit notes that the transaction may see: a lead authority's own, or what was issued to a member. */
@Injectable()
export class CreditNoteRepository {
  async byIds(tx: Tx, ids: readonly string[]): Promise<CreditNote[]> {
    if (ids.length === 0) return [];
    const query = this.visible(tx).andWhere('note.id in (:...ids)', { ids: [...ids] });
    return (await query.orderBy('note.id').getMany()).map(toCreditNote);
  }

  async page(tx: Tx, filter: CreditNoteFilter, page: BillingPage): Promise<CreditNote[]> {
    const query = this.visible(tx);
    const { tenantId, leadId, runId, invoiceId, states } = filter;
    if (tenantId !== undefined) query.andWhere('note.tenantId = :tenantId', { tenantId });
    if (leadId !== undefined) query.andWhere('note.leadId = :leadId', { leadId });
    if (runId !== undefined) query.andWhere('note.runId = :runId', { runId });
    if (invoiceId !== undefined) query.andWhere('note.invoiceId = :invoiceId', { invoiceId });
    if (states !== undefined) query.andWhere('note.state in (:...states)', { states: [...states] });
    return (await takeNewest(query, 'preparedAt', page)).map(toCreditNote);
  }

  async ofInvoices(tx: Tx, invoiceIds: readonly string[]): Promise<CreditNote[]> {
    if (invoiceIds.length === 0) return [];
    const query = this.visible(tx).andWhere('note.invoiceId in (:...invoiceIds)', {
      invoiceIds: [...invoiceIds],
    });
    return (await query.orderBy('note.preparedAt').addOrderBy('note.id').getMany()).map(toCreditNote);
  }

  /** All of a run's in one state, in the order of their ids. */
  async ofRun(tx: Tx, leadId: string, runId: string, state: CreditNoteState): Promise<CreditNote[]> {
    const rows = await tx.manager.find(CreditNoteRow, {
      where: { leadId, runId, state },
      order: { id: 'asc' },
    });
    return rows.map(toCreditNote);
  }

  /**
   * What credit notes that came with an invoice take off, without VAT: those that its run drafted for the member, with
   * the first invoice of the run that counts. Of an issued invoice those that are issued, of a draft all.
   */
  async creditedBeside(tx: Tx, { tenantId, leadId, runId, id, state }: Invoice): Promise<Pence> {
    const rows = await tx.manager.query<{ net: string }[]>(
      `select coalesce(sum(n.net_pence), 0)::text as net from credit_note n
       where n.tenant_id = $1 and n.lead_id = $2 and n.run_id = $3 and (n.state = 'ISSUED' or $5)
         and $4 = (select i.id from invoice i
                   where i.tenant_id = $1 and i.lead_id = $2 and i.run_id = $3 and i.state <> 'VOID'
                   order by i.issued_at nulls last, i.prepared_at, i.id limit 1)`,
      [tenantId, leadId, runId, id, state === 'DRAFT' || state === 'APPROVED'],
    );
    return BigInt(rows[0]?.net ?? 0);
  }

  /** Locked until the transaction ends; the unit of work writes for its member. */
  async lock(tx: Tx, { tenantId, leadId }: Member, id: string): Promise<CreditNote | null> {
    const row = await tx.manager.findOne(CreditNoteRow, {
      where: { tenantId, leadId, id },
      lock: { mode: 'for_no_key_update' },
    });
    return row && toCreditNote(row);
  }

  /** In the order of their numbers. */
  async lines(tx: Tx, creditNoteIds: readonly string[]): Promise<CreditNoteLine[]> {
    if (creditNoteIds.length === 0) return [];
    const query = ownRows(tx, tx.manager.createQueryBuilder(CreditNoteLineRow, 'line'));
    const rows = await query
      .andWhere('line.creditNoteId in (:...creditNoteIds)', { creditNoteIds: [...creditNoteIds] })
      .orderBy('line.creditNoteId')
      .addOrderBy('line.lineNumber')
      .getMany();
    return rows.map(toCreditNoteLine);
  }

  async approve(tx: Tx, { tenantId, leadId, id }: CreditNote): Promise<void> {
    await tx.manager.update(
      CreditNoteRow,
      { tenantId, leadId, id, state: 'DRAFT' },
      { state: 'APPROVED', approvedBy: tx.personId, approvedAt: tx.now },
    );
  }

  async issue(tx: Tx, { tenantId, leadId, id }: CreditNote, issued: IssuedCreditNote): Promise<void> {
    const { auditHead, issuedSha256, ...printed } = issued;
    await tx.manager.update(CreditNoteRow, { tenantId, leadId, id, state: 'APPROVED' }, {
      ...printed,
      state: 'ISSUED',
      issuedBy: tx.personId,
      issuedAt: tx.now,
      auditHead: Buffer.from(auditHead, 'hex'),
      issuedSha256: Buffer.from(issuedSha256, 'hex'),
    } as never);
  }

  private visible(tx: Tx) {
    const query = ownRows(tx, tx.manager.createQueryBuilder(CreditNoteRow, 'note'));
    return readsAsLead(tx) ? query : query.andWhere(`note.state = 'ISSUED'`);
  }
}

export type IssuedCreditNote = {
  readonly [K in 'number' | 'issuedOn' | 'auditHead' | 'issuedSha256']: string;
} & {
  readonly seller: NonNullable<CreditNote['seller']>;
  readonly buyer: NonNullable<CreditNote['buyer']>;
};
