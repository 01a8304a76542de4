import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/kernel';
import { newId, type AuditRecord, type Tx } from '#libs/platform';
import type { BillOfMonth } from '../domain/bills.js';
import type { CreditNote, Invoice } from '../domain/document.js';
import {
  invoiceContent,
  recalculationContent,
  type CreditNoteContent,
  type InvoiceContent,
} from '../domain/draft.js';
import type { Member } from '../persistence/billed.repository.js';
import { DraftRepository, type Drafts } from '../persistence/draft.repository.js';
import { creditNoteDigest, invoiceDigest } from './content-digest.js';

/** Makes a member's drafts what its bills say: adds, replaces and takes away; what is right already stays untouched. */
@Injectable()
export class WriteDrafts {
  constructor(private readonly drafts: DraftRepository) {}

  /** Answers a record for each document that changed, for the audit chain. */
  async within(
    tx: Tx,
    member: Member,
    before: Drafts,
    bills: readonly BillOfMonth[],
    runOf: (month: LocalDate) => string,
  ): Promise<readonly AuditRecord[]> {
    const records: AuditRecord[] = [];
    for (const { month, bill } of bills) {
      const runId = runOf(month.start);
      const invoice = before.invoices.find((draft) => draft.runId === runId) ?? null;
      records.push(...(await this.invoice(tx, member, runId, invoice, invoiceContent(month, bill))));

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

  private async invoice(
    tx: Tx,
    member: Member,
    runId: string,
    before: Invoice | null,
    content: InvoiceContent | null,
  ): Promise<readonly AuditRecord[]> {
    if (content === null) {
      if (before === null) return [];
      await this.drafts.deleteInvoice(tx, member, before.id);
      return [
        { action: 'invoice.withdrawDraft', subjectKind: 'invoice', subjectId: before.id, details: { runId } },
      ];
    }
    const id = before?.id ?? newId();
    const sha256 = invoiceDigest({ ...member, id }, content);
    if (before?.contentSha256 === sha256) return [];
    const draft = { id, runId, content, sha256 };
    if (before === null) await this.drafts.insertInvoice(tx, member, draft);
    else await this.drafts.replaceInvoice(tx, member, draft);
    return [{ action: 'invoice.draft', subjectKind: 'invoice', subjectId: id, details: draftDetails(draft) }];
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
