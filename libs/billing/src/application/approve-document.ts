import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Refusal, type Result } from '#libs/kernel';
import { auditTenant, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import type { CreditNote, Invoice } from '../domain/document.js';
import { CreditNoteRepository } from '../persistence/credit-note.repository.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';
import { storedCreditNoteDigest, storedInvoiceDigest } from './content-digest.js';
import { ParkedMembers } from './parked-members.js';

export interface ApproveInvoiceCommand {
  readonly invoiceId: string;
  /** The content that the approver has seen, as SHA-256 in hex. */
  readonly contentSha256: string;
}

export interface ApproveCreditNoteCommand {
  readonly creditNoteId: string;
  readonly contentSha256: string;
}

/** Approves a draft, by someone who did not prepare it, exactly as it was seen. */
@Injectable()
export class ApproveInvoice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invoices: InvoiceRepository,
    private readonly parked: ParkedMembers,
  ) {}

  /** Refuses NOT_FOUND, INVOICE_ISSUED, STATE_NOT_ALLOWED, CONTENT_CHANGED, SELF_APPROVAL and INVOICE_PARKED. */
  async execute(
    actor: Actor,
    { invoiceId, contentSha256 }: ApproveInvoiceCommand,
  ): Promise<Result<{ invoiceId: string }>> {
    const [seen] = await this.work.read(actor, (tx) => this.invoices.byIds(tx, [invoiceId]));
    if (!seen) return err(refuse('NOT_FOUND'));
    return this.work.run(actor.forTenant(seen.tenantId), async (tx) => {
      const invoice = await this.invoices.lock(tx, seen, invoiceId);
      if (invoice === null) return err(refuse('NOT_FOUND'));
      const fault = invoiceNotDraft(invoice) ?? approvalFault(tx, invoice, contentSha256, 'invoice');
      const refusal = fault ?? (await this.parked.refusal(tx, invoice));
      if (refusal) return err(refusal);
      if (storedInvoiceDigest(invoice, await this.invoices.lines(tx, [invoiceId])) !== invoice.contentSha256)
        throw new Error(`the lines of invoice ${invoiceId} are not those of its content hash`);
      await this.invoices.approve(tx, invoice);
      await auditTenant(tx, invoice.leadId, {
        action: 'invoice.approve',
        subjectKind: 'invoice',
        subjectId: invoiceId,
        details: { contentSha256, gross: invoice.gross },
      });
      return ok({ invoiceId });
    });
  }
}

@Injectable()
export class ApproveCreditNote {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notes: CreditNoteRepository,
    private readonly parked: ParkedMembers,
  ) {}

  /** Refuses NOT_FOUND, STATE_NOT_ALLOWED, CONTENT_CHANGED, SELF_APPROVAL and INVOICE_PARKED. */
  async execute(
    actor: Actor,
    { creditNoteId, contentSha256 }: ApproveCreditNoteCommand,
  ): Promise<Result<{ creditNoteId: string }>> {
    const [seen] = await this.work.read(actor, (tx) => this.notes.byIds(tx, [creditNoteId]));
    if (!seen) return err(refuse('NOT_FOUND'));
    return this.work.run(actor.forTenant(seen.tenantId), async (tx) => {
      const note = await this.notes.lock(tx, seen, creditNoteId);
      if (note === null) return err(refuse('NOT_FOUND'));
      const fault = creditNoteNotDraft(note) ?? approvalFault(tx, note, contentSha256, 'credit note');
      const refusal = fault ?? (await this.parked.refusal(tx, note));
      if (refusal) return err(refusal);
      if (storedCreditNoteDigest(note, await this.notes.lines(tx, [creditNoteId])) !== note.contentSha256)
        throw new Error(`the lines of credit note ${creditNoteId} are not those of its content hash`);
      await this.notes.approve(tx, note);
      await auditTenant(tx, note.leadId, {
        action: 'creditNote.approve',
        subjectKind: 'creditNote',
        subjectId: creditNoteId,
        details: { contentSha256, gross: note.gross },
      });
      return ok({ creditNoteId });
    });
  }
}

const approvalFault = (
  tx: Tx,
  document: Pick<Invoice, 'contentSha256' | 'preparedBy'>,
  seen: string,
  thing: string,
): Refusal | null => {
  if (document.preparedBy === tx.personId) return refuse('SELF_APPROVAL', { thing });
  return document.contentSha256 === seen ? null : refuse('CONTENT_CHANGED', { thing }, ['contentSha256']);
};

const invoiceNotDraft = ({ state, number }: Invoice): Refusal | null => {
  if (state === 'DRAFT') return null;
  if (number !== null) return refuse('INVOICE_ISSUED', { number });
  return refuse('STATE_NOT_ALLOWED', { thing: 'invoice', state: 'approved already', action: 'approve' });
};

const creditNoteNotDraft = ({ state }: CreditNote): Refusal | null =>
  state === 'DRAFT'
    ? null
    : refuse('STATE_NOT_ALLOWED', {
        thing: 'credit note',
        state: `${state.toLowerCase()} already`,
        action: 'approve',
      });
