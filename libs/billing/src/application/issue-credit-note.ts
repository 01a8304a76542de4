import { Injectable } from '@nestjs/common';
import { addNotice } from '#libs/directory';
import { err, financialYearOf, formatPounds, ok, refuse, type Result } from '#libs/kernel';
import { PostEntry } from '#libs/ledger';
import { auditTenant, once, takeNumber, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { documentNumber } from '../domain/document-number.js';
import type { CreditNote, Invoice } from '../domain/document.js';
import { CreditNoteRepository } from '../persistence/credit-note.repository.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';
import { issuedDigest, storedCreditNoteDigest } from './content-digest.js';
import { ReadPrintedDetails, type PrintedDetails } from './printed-details.js';

export interface IssueCreditNoteCommand {
  readonly creditNoteId: string;
  readonly idempotencyKey: string;
}

/** Issues an approved credit note, as an invoice is issued; its posting lowers what is owed on the invoice it cites. */
@Injectable()
export class IssueCreditNote {
  constructor(
    private readonly work: UnitOfWork,
    private readonly notes: CreditNoteRepository,
    private readonly invoices: InvoiceRepository,
    private readonly printed: ReadPrintedDetails,
    private readonly ledger: PostEntry,
  ) {}

  /** Refuses NOT_FOUND, STATE_NOT_ALLOWED and SELLER_DETAILS_MISSING. */
  async execute(
    actor: Actor,
    { creditNoteId, idempotencyKey }: IssueCreditNoteCommand,
  ): Promise<Result<{ creditNoteId: string }>> {
    const [seen] = await this.work.read(actor, (tx) => this.notes.byIds(tx, [creditNoteId]));
    if (!seen) return err(refuse('NOT_FOUND'));
    return this.work.run(actor.forTenant(seen.tenantId), (tx) =>
      once(tx, { operation: 'creditNote.issue', key: idempotencyKey, command: { creditNoteId } }, () =>
        this.within(tx, seen),
      ),
    );
  }

  /** In a unit of work that writes for the credit note's member. */
  async within(tx: Tx, seen: CreditNote): Promise<Result<{ creditNoteId: string }>> {
    const invoice = await this.invoices.lock(tx, seen, seen.invoiceId);
    const note = await this.notes.lock(tx, seen, seen.id);
    if (note === null || invoice === null) return err(refuse('NOT_FOUND'));
    if (note.state !== 'APPROVED') {
      const state = note.state === 'DRAFT' ? 'a draft' : 'issued already';
      return err(refuse('STATE_NOT_ALLOWED', { thing: 'credit note', state, action: 'issue' }));
    }
    if (storedCreditNoteDigest(note, await this.notes.lines(tx, [note.id])) !== note.contentSha256)
      throw new Error(`the lines of credit note ${note.id} are not those that were approved`);
    const printed = await this.printed.within(tx, note.tenantId);
    if (!printed.ok) return printed;
    await this.issue(tx, note, invoice, printed.value);
    return ok({ creditNoteId: note.id });
  }

  private async issue(
    tx: Tx,
    note: CreditNote,
    invoice: Invoice,
    { lead, seller, buyer }: PrintedDetails,
  ): Promise<void> {
    const { id, leadId, net, vat, gross, contentSha256 } = note;
    await this.ledger.within(tx, {
      leadId,
      kind: 'CREDIT_NOTE',
      documentId: id,
      memo: `Credit note against invoice ${invoice.number ?? ''}`,
      postings: [
        { account: 'RECEIVABLE', invoiceId: invoice.id, amount: -gross },
        { account: 'INCOME', amount: net },
        { account: 'VAT_OUTPUT', amount: vat },
      ],
    });
    const details = { contentSha256, invoiceId: invoice.id, net, vat, gross, issuedOn: tx.today };
    const record = { action: 'creditNote.issue', subjectKind: 'creditNote', subjectId: id, details };
    const auditHead = (await auditTenant(tx, leadId, record)).toString('hex');

    const counter = await takeNumber(tx, 'CRN', financialYearOf(tx.today));
    const number = documentNumber('CRN', lead.invoicePrefix, tx.today, counter);
    const issued = { number, issuedOn: tx.today, seller, buyer, auditHead };
    const issuedSha256 = issuedDigest({ contentSha256, dueOn: null, purchaseOrders: null, ...issued });
    await this.notes.issue(tx, note, { ...issued, issuedSha256 });
    await addNotice(tx, {
      bodyId: note.tenantId,
      role: 'TENANT_FINANCE',
      mail: 'CREDIT_NOTE_ISSUED',
      words: { number, lead: lead.name, invoice: invoice.number ?? '', gross: formatPounds(gross) },
    });
  }
}
