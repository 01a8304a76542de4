import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { insertRows, newId, rowsOfMember, type Tx } from '#libs/platform';
import type { CreditNote, Invoice } from '../domain/document.js';
import type { CreditNoteContent, InvoiceContent } from '../domain/draft.js';
import type { Totals } from '#libs/pricing';
import type { Member } from './billed.repository.js';
import { CreditNoteLineRow, CreditNoteRow, InvoiceLineRow, InvoiceRow } from './entities.js';
import { toCreditNote, toInvoice, vatToJson } from './mapping.js';

/** The drafts that runs made for one member. */
export interface Drafts {
  readonly invoices: readonly Invoice[];
  readonly creditNotes: readonly CreditNote[];
}

/** Writes drafts: the only documents that may change. */
@Injectable()
export class DraftRepository {
  async ofMember(tx: Tx, member: Member): Promise<Drafts> {
    const order = { id: 'asc' } as const;
    const invoices = await rowsOfMember(
      tx,
      'drafts of invoices',
      member,
      (tenantIds, leadId) =>
        tx.manager.find(InvoiceRow, { where: { ...draftsOf(tenantIds, leadId) }, order }),
      ({ tenantId }) => tenantId,
    );
    const notes = await rowsOfMember(
      tx,
      'drafts of credit notes',
      member,
      (tenantIds, leadId) =>
        tx.manager.find(CreditNoteRow, {
          where: { ...draftsOf(tenantIds, leadId), kind: 'RECALCULATION' },
          order,
        }),
      ({ tenantId }) => tenantId,
    );
    return { invoices: invoices.map(toInvoice), creditNotes: notes.map(toCreditNote) };
  }

  /** Keeps drafts from being approved meanwhile; the unit of work writes for their member. */
  async lock(tx: Tx, { tenantId, leadId }: Member, { invoices, creditNotes }: Drafts): Promise<void> {
    for (const [table, drafts] of [
      ['invoice', invoices],
      ['credit_note', creditNotes],
    ] as const)
      if (drafts.length > 0)
        await tx.manager.query(
          `select from ${table} where tenant_id = $1 and lead_id = $2 and id = any ($3) order by id for no key update`,
          [tenantId, leadId, drafts.map(({ id }) => id)],
        );
  }

  async insertInvoice(tx: Tx, member: Member, draft: NewDraft<InvoiceContent>): Promise<void> {
    const { id, runId, content, sha256 } = draft;
    const invoice = {
      ...member,
      id,
      runId,
      state: 'DRAFT',
      periodStart: content.period.start,
      periodEnd: content.period.end,
      forOrder: content.forOrder,
      warnings: content.warnings,
      ...written(tx, content.totals, sha256),
    };
    await insertRows(tx, InvoiceRow, [invoice]);
    await this.insertInvoiceLines(tx, member, id, content);
  }

  async replaceInvoice(tx: Tx, member: Member, draft: NewDraft<InvoiceContent>): Promise<void> {
    const { id, content, sha256 } = draft;
    await tx.manager.delete(InvoiceLineRow, { ...member, invoiceId: id });
    const row = { warnings: [...content.warnings], ...written(tx, content.totals, sha256) };
    await tx.manager.update(InvoiceRow, { ...member, id }, row);
    await this.insertInvoiceLines(tx, member, id, content);
  }

  async deleteInvoice(tx: Tx, member: Member, id: string): Promise<void> {
    await tx.manager.delete(InvoiceLineRow, { ...member, invoiceId: id });
    await tx.manager.delete(InvoiceRow, { ...member, id });
  }

  async insertCreditNote(
    tx: Tx,
    member: Member,
    draft: Omit<NewDraft<CreditNoteContent>, 'runId'> & { readonly runId: string | null },
  ): Promise<void> {
    const { id, runId, content, sha256 } = draft;
    await tx.manager.insert(CreditNoteRow, {
      ...member,
      id,
      runId,
      runMonth: content.runMonth?.start ?? null,
      invoiceId: content.invoiceId,
      kind: content.kind,
      state: 'DRAFT',
      reason: content.reason,
      ...written(tx, content.totals, sha256),
    } as never);
    await this.insertCreditNoteLines(tx, member, id, content);
  }

  async replaceCreditNote(tx: Tx, member: Member, draft: NewDraft<CreditNoteContent>): Promise<void> {
    const { id, content, sha256 } = draft;
    await tx.manager.delete(CreditNoteLineRow, { ...member, creditNoteId: id });
    const row = { reason: content.reason, ...written(tx, content.totals, sha256) };
    await tx.manager.update(CreditNoteRow, { ...member, id }, row);
    await this.insertCreditNoteLines(tx, member, id, content);
  }

  async deleteCreditNote(tx: Tx, member: Member, id: string): Promise<void> {
    await tx.manager.delete(CreditNoteLineRow, { ...member, creditNoteId: id });
    await tx.manager.delete(CreditNoteRow, { ...member, id });
  }

  private async insertInvoiceLines(
    tx: Tx,
    member: Member,
    invoiceId: string,
    content: InvoiceContent,
  ): Promise<void> {
    const rows = content.lines.map(({ period, net, working, ...line }) => {
      const { alreadyBilled, ...worked } = working;
      return {
        ...member,
        id: newId(),
        invoiceId,
        ...line,
        periodStart: period.start,
        periodEnd: period.end,
        netPence: net,
        ...worked,
        alreadyBilledPence: alreadyBilled,
      };
    });
    await insertRows(tx, InvoiceLineRow, rows);
  }

  private async insertCreditNoteLines(
    tx: Tx,
    member: Member,
    id: string,
    content: CreditNoteContent,
  ): Promise<void> {
    const rows = content.lines.map(({ net, working, ...line }) => {
      const { alreadyBilled = null, ...worked } = working ?? {};
      return {
        ...member,
        id: newId(),
        creditNoteId: id,
        ...line,
        netPence: net,
        ...worked,
        alreadyBilledPence: alreadyBilled,
      };
    });
    await insertRows(tx, CreditNoteLineRow, rows);
  }
}

const draftsOf = (tenantIds: readonly string[], leadId: string) => ({
  tenantId: In([...tenantIds]),
  leadId,
  state: 'DRAFT' as const,
});

export interface NewDraft<C> {
  readonly id: string;
  readonly runId: string;
  readonly content: C;
  /** Hex. */
  readonly sha256: string;
}

const written = (tx: Tx, { net, vat, gross, vatSummary }: Totals, sha256: string) => ({
  netPence: net,
  vatPence: vat,
  grossPence: gross,
  vatSummary: vatToJson(vatSummary),
  preparedBy: tx.personId,
  preparedAt: tx.now,
  contentSha256: Buffer.from(sha256, 'hex'),
});
