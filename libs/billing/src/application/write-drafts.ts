import { Injectable } from '@nestjs/common';
import { addNotice, FindBody } from '#libs/directory';
import { monthName, type LocalDate } from '#libs/kernel';
import { newId, type AuditRecord, type Tx } from '#libs/platform';
import type { CreditNote, Invoice } from '../domain/document.js';
import { recalculationContent, type CreditNoteContent, type InvoiceContent } from '../domain/draft.js';
import type { ShapedBill } from '../domain/invoice-shape.js';
import type { Member } from '../persistence/billed.repository.js';
import { DraftRepository, type Drafts } from '../persistence/draft.repository.js';
import { creditNoteDigest, invoiceDigest } from './content-digest.js';

/** Makes a member's drafts what its bills say: adds, replaces and takes away; what is right already stays untouched. */
@Injectable()
export class WriteDrafts {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly bodies: FindBody,
  ) {}

  /** Answers a record for each document that changed, for the audit chain. */
  async within(
    tx: Tx,
    member: Member,
    before: Drafts,
    bills: readonly ShapedBill[],
    runOf: (month: LocalDate) => string,
  ): Promise<readonly AuditRecord[]> {
    const records: AuditRecord[] = [];
    for (const { month, bill, invoices, carried } of bills) {
      const runId = runOf(month.start);
      const drafts = before.invoices.filter((draft) => draft.runId === runId);
      records.push(...(await this.invoices(tx, member, runId, drafts, carried === 0n ? invoices : [])));

      const notes = before.creditNotes.filter((draft) => draft.runId === runId);
      const wanted = bill.credits.map((credit) => recalculationContent(month, credit));
      for (const content of wanted) {
        const note = notes.find(({ invoiceId }) => invoiceId === content.invoiceId) ?? null;
        records.push(...(await this.creditNote(tx, member, runId, note, content)));
      }
      const gone = notes.filter(
        ({ invoiceId }) => !wanted.some((content) => content.invoiceId === invoiceId),
      );
      for (const note of gone) {
        await this.drafts.deleteCreditNote(tx, member, note.id);
        records.push({
          action: 'creditNote.withdrawDraft',
          subjectKind: 'creditNote',
          subjectId: note.id,
          details: { runId },
        });
      }
    }
    return records;
  }

  private async invoices(
    tx: Tx,
    member: Member,
    runId: string,
    before: readonly Invoice[],
    wanted: readonly InvoiceContent[],
  ): Promise<readonly AuditRecord[]> {
    const records: AuditRecord[] = [];
    for (const { id, forOrder } of before) {
      if (wanted.some((content) => content.forOrder === forOrder)) continue;
      await this.drafts.deleteInvoice(tx, member, id);
      records.push({
        action: 'invoice.withdrawDraft',
        subjectKind: 'invoice',
        subjectId: id,
        details: { runId },
      });
    }
    for (const content of wanted) {
      const draft = before.find(({ forOrder }) => forOrder === content.forOrder) ?? null;
      records.push(...(await this.invoice(tx, member, runId, draft, content)));
    }
    return records;
  }

  private async invoice(
    tx: Tx,
    member: Member,
    runId: string,
    before: Invoice | null,
    content: InvoiceContent,
  ): Promise<readonly AuditRecord[]> {
    const id = before?.id ?? newId();
    const sha256 = invoiceDigest({ ...member, id }, content);
    if (before?.contentSha256 === sha256) return [];
    const draft = { id, runId, content, sha256 };
    if (before === null) await this.drafts.insertInvoice(tx, member, draft);
    else await this.drafts.replaceInvoice(tx, member, draft);
    await this.tell(tx, member, before, content);
    return [{ action: 'invoice.draft', subjectKind: 'invoice', subjectId: id, details: draftDetails(draft) }];
  }

  /** The member's finance staff hear of new warnings while there is time: before the invoice is approved and issued. */
  private async tell(
    tx: Tx,
    { tenantId, leadId }: Member,
    before: Invoice | null,
    { period, warnings }: InvoiceContent,
  ): Promise<void> {
    const known = before?.warnings.map(({ message }) => message) ?? [];
    const news = warnings.map(({ message }) => message).filter((message) => !known.includes(message));
    if (news.length === 0) return;
    const lead = await this.bodies.byId(tx, leadId);
    await addNotice(tx, {
      bodyId: tenantId,
      role: 'TENANT_FINANCE',
      mail: 'INVOICE_WARNINGS',
      words: { lead: lead?.name ?? '', period: monthName(period), warnings: news.join('\n\n') },
    });
  }

  private async creditNote(
    tx: Tx,
    member: Member,
    runId: string,
    before: CreditNote | null,
    content: CreditNoteContent,
  ): Promise<readonly AuditRecord[]> {
    const id = before?.id ?? newId();
    const sha256 = creditNoteDigest({ ...member, id }, content);
    if (before?.contentSha256 === sha256) return [];
    const draft = { id, runId, content, sha256 };
    if (before === null) await this.drafts.insertCreditNote(tx, member, draft);
    else await this.drafts.replaceCreditNote(tx, member, draft);
    const details = { ...draftDetails(draft), invoiceId: content.invoiceId };
    return [{ action: 'creditNote.draft', subjectKind: 'creditNote', subjectId: id, details }];
  }
}

const draftDetails = ({
  runId,
  content: { totals },
  sha256,
}: {
  readonly runId: string;
  readonly content: Pick<InvoiceContent, 'totals'>;
  readonly sha256: string;
}) => ({ runId, net: totals.net, vat: totals.vat, gross: totals.gross, contentSha256: sha256 });
