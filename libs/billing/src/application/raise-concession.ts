import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditTenant, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { concession, type ConcessionTerms } from '../domain/concession.js';
import type { Invoice } from '../domain/document.js';
import { BilledRepository } from '../persistence/billed.repository.js';
import { DraftRepository } from '../persistence/draft.repository.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';
import { creditNoteDigest } from './content-digest.js';

export interface RaiseConcessionCommand extends ConcessionTerms {
  readonly invoiceId: string;
  readonly idempotencyKey: string;
}

/** Drafts a credit note for a reason of its own; someone else approves it. It never enters a run's differences. */
@Injectable()
export class RaiseConcession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invoices: InvoiceRepository,
    private readonly billed: BilledRepository,
    private readonly drafts: DraftRepository,
  ) {}

  /** Refuses NOT_FOUND, STATE_NOT_ALLOWED, CREDIT_NEEDS_REASON, CREDIT_OVER_INVOICE, CREDIT_LINE_TWICE and bad input. */
  async execute(actor: Actor, command: RaiseConcessionCommand): Promise<Result<{ creditNoteId: string }>> {
    const { invoiceId, idempotencyKey, reason, lines } = command;
    const [seen] = await this.work.read(actor, (tx) => this.invoices.byIds(tx, [invoiceId]));
    if (!seen) return err(refuse('NOT_FOUND'));
    const request = {
      operation: 'creditNote.raise',
      key: idempotencyKey,
      command: { invoiceId, reason, lines: lines.map(({ invoiceLineId, net }) => ({ invoiceLineId, net })) },
    };
    return this.work.run(actor.forTenant(seen.tenantId), (tx) =>
      once(tx, request, () => this.within(tx, seen, command)),
    );
  }

  /** In a unit of work that writes for the invoice's member. */
  async within(tx: Tx, seen: Invoice, terms: ConcessionTerms): Promise<Result<{ creditNoteId: string }>> {
    const member = { tenantId: seen.tenantId, leadId: seen.leadId };
    // Whoever credits an invoice holds its row, so that together they never credit more than it has.
    const invoice = await this.invoices.lock(tx, member, seen.id);
    if (invoice === null) return err(refuse('NOT_FOUND'));
    const everyCredit = { runsDrafts: true };
    const left = await this.billed.vatLeft(
      tx,
      member,
      [{ id: invoice.id, groups: invoice.vatSummary }],
      everyCredit,
    );
    const content = concession(terms, {
      id: invoice.id,
      state: invoice.state,
      lines: await this.invoices.lines(tx, [invoice.id]),
      left: await this.billed.issuedLines(tx, member, [invoice.id], everyCredit),
      groupsLeft: left.get(invoice.id) ?? [],
    });
    if (!content.ok) return content;
    const id = newId();
    const sha256 = creditNoteDigest({ ...member, id }, content.value);
    await this.drafts.insertCreditNote(tx, member, { id, runId: null, content: content.value, sha256 });
    const { net, vat, gross } = content.value.totals;
    await auditTenant(tx, member.leadId, {
      action: 'creditNote.raise',
      subjectKind: 'creditNote',
      subjectId: id,
      details: { invoiceId: invoice.id, net, vat, gross, contentSha256: sha256 },
    });
    return ok({ creditNoteId: id });
  }
}
