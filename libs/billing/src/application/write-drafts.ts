import { Injectable } from '@nestjs/common';
import type { LocalDate, Period } from '#libs/kernel';
import { newId, type AuditRecord, type Tx } from '#libs/platform';
import type { CreditNote, Invoice } from '../domain/document.js';
import { recalculationContent, type CreditNoteContent, type InvoiceContent } from '../domain/draft.js';
import type { ShapedBill } from '../domain/invoice-shape.js';
import type { Member } from '../persistence/billed.repository.js';
import { DraftRepository, type Drafts } from '../persistence/draft.repository.js';
import { creditNoteDigest, invoiceDigest } from './content-digest.js';
import type { LateUsageSeen } from '../persistence/late-usage.repository.js';
import { NoteLateUsage } from './note-late-usage.js';

/** A draft as it stands now. */
export interface WrittenDraft {
  readonly id: string;
  readonly contentSha256: string;
}

/** What a member's finance staff have not been told yet of an invoice. */
export interface NewWarnings {
  readonly period: Period;
  readonly warnings: readonly string[];
}

/** A member's drafts of the runs in hand, and what came with writing them. */
export interface WrittenDrafts {
  readonly drafts: readonly WrittenDraft[];
  /** For the audit chain: one for each document that changed. */
  readonly records: readonly AuditRecord[];
  readonly news: readonly NewWarnings[];
}

/** Makes a member's drafts what its bills say: adds, replaces and takes away; what is right already stays untouched. */
@Injectable()
export class WriteDrafts {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly late: NoteLateUsage,
  ) {}

  /** `known` is the late usage that waits or waited. The unit of work writes for the member. */
  async within(
    tx: Tx,
    member: Member,
    { before, known }: { readonly before: Drafts; readonly known: readonly LateUsageSeen[] },
    bills: readonly ShapedBill[],
    runOf: (month: LocalDate) => string,
  ): Promise<WrittenDrafts> {
    const writing = new Writing(tx, member, this.drafts);
    for (const { month, bill, invoices, carried } of bills) {
      const runId = runOf(month.start);
      const drafts = before.invoices.filter((draft) => draft.runId === runId);
      await writing.invoices(runId, drafts, carried === 0n ? invoices : []);
      const notes = before.creditNotes.filter((draft) => draft.runId === runId);
      const wanted = bill.credits.map((credit) => recalculationContent(month, credit));
      await writing.creditNotes(runId, notes, wanted);
    }
    await this.late.within(
      tx,
      member,
      known,
      bills.flatMap(({ bill }) => bill.late),
    );
    return writing;
  }
}

/** One member's drafts while they are written. */
class Writing implements WrittenDrafts {
  readonly drafts: WrittenDraft[] = [];
  readonly records: AuditRecord[] = [];
  readonly news: NewWarnings[] = [];

  constructor(
    private readonly tx: Tx,
    private readonly member: Member,
    private readonly repository: DraftRepository,
  ) {}

  async invoices(
    runId: string,
    before: readonly Invoice[],
    wanted: readonly InvoiceContent[],
  ): Promise<void> {
    for (const { id, forOrder } of before) {
      if (wanted.some((content) => content.forOrder === forOrder)) continue;
      await this.repository.deleteInvoice(this.tx, this.member, id);
      this.records.push({
        action: 'invoice.withdrawDraft',
        subjectKind: 'invoice',
        subjectId: id,
        details: { runId },
      });
    }
    for (const content of wanted)
      await this.invoice(
        runId,
        before.find(({ forOrder }) => forOrder === content.forOrder) ?? null,
        content,
      );
  }

  async creditNotes(
    runId: string,
    before: readonly CreditNote[],
    wanted: readonly CreditNoteContent[],
  ): Promise<void> {
    for (const content of wanted) {
      const note = before.find(({ invoiceId }) => invoiceId === content.invoiceId) ?? null;
      await this.creditNote(runId, note, content);
    }
    for (const { id, invoiceId } of before) {
      if (wanted.some((content) => content.invoiceId === invoiceId)) continue;
      await this.repository.deleteCreditNote(this.tx, this.member, id);
      this.records.push({
        action: 'creditNote.withdrawDraft',
        subjectKind: 'creditNote',
        subjectId: id,
        details: { runId },
      });
    }
  }

  private async invoice(runId: string, before: Invoice | null, content: InvoiceContent): Promise<void> {
    const id = before?.id ?? newId();
    const sha256 = invoiceDigest({ ...this.member, id }, content);
    this.drafts.push({ id, contentSha256: sha256 });
    if (before?.contentSha256 === sha256) return;
    const draft = { id, runId, content, sha256 };
    if (before === null) await this.repository.insertInvoice(this.tx, this.member, draft);
    else await this.repository.replaceInvoice(this.tx, this.member, draft);
    const details = draftDetails(draft);
    this.records.push({ action: 'invoice.draft', subjectKind: 'invoice', subjectId: id, details });
    const known = before?.warnings.map(({ message }) => message) ?? [];
    const warnings = content.warnings.map(({ message }) => message).filter((each) => !known.includes(each));
    if (warnings.length > 0) this.news.push({ period: content.period, warnings });
  }

  private async creditNote(
    runId: string,
    before: CreditNote | null,
    content: CreditNoteContent,
  ): Promise<void> {
    const id = before?.id ?? newId();
    const sha256 = creditNoteDigest({ ...this.member, id }, content);
    this.drafts.push({ id, contentSha256: sha256 });
    if (before?.contentSha256 === sha256) return;
    const draft = { id, runId, content, sha256 };
    if (before === null) await this.repository.insertCreditNote(this.tx, this.member, draft);
    else await this.repository.replaceCreditNote(this.tx, this.member, draft);
    const details = { ...draftDetails(draft), invoiceId: content.invoiceId };
    this.records.push({ action: 'creditNote.draft', subjectKind: 'creditNote', subjectId: id, details });
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
