import { Injectable } from '@nestjs/common';
import { addNotice } from '#libs/directory';
import { err, formatPounds, ok, refuse, type Result } from '#libs/kernel';
import { auditTenant, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import type { Dispute } from '../domain/dispute.js';
import type { Invoice, InvoiceLine } from '../domain/document.js';
import { disputeRaised, type DisputeTerms } from '../domain/raise-dispute.js';
import { DisputeRepository } from '../persistence/dispute.repository.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';
import { LineToDispute } from './line-to-dispute.js';
import { MoveDispute } from './move-dispute.js';

export interface RaiseDisputeCommand extends DisputeTerms {
  readonly invoiceLineId: string;
  readonly idempotencyKey: string;
}

/** A member disputes a part of a line, or all of it; the rest of the invoice stays payable. */
@Injectable()
export class RaiseDispute {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invoices: InvoiceRepository,
    private readonly disputes: DisputeRepository,
    private readonly lines: LineToDispute,
    private readonly moves: MoveDispute,
  ) {}

  /** Refuses NOT_FOUND, STATE_NOT_ALLOWED, DISPUTE_OPEN_ALREADY, DISPUTE_LATE, DISPUTE_OVER_LINE and bad input. */
  async execute(actor: Actor, command: RaiseDisputeCommand): Promise<Result<{ disputeId: string }>> {
    const { idempotencyKey, ...terms } = command;
    const seen = await this.work.read(actor, async (tx) => {
      const [line] = await this.invoices.linesByIds(tx, [command.invoiceLineId]);
      const [invoice] = line ? await this.invoices.byIds(tx, [line.invoiceId]) : [];
      return line && invoice ? { line, invoice } : null;
    });
    if (seen === null) return err(refuse('NOT_FOUND'));
    return this.work.run(actor, (tx) =>
      once(tx, { operation: 'dispute.raise', key: idempotencyKey, command: terms }, () =>
        this.raise(tx, seen, terms),
      ),
    );
  }

  private async raise(
    tx: Tx,
    { line, invoice: seen }: { readonly line: InvoiceLine; readonly invoice: Invoice },
    terms: DisputeTerms,
  ): Promise<Result<{ disputeId: string }>> {
    const invoice = await this.invoices.lock(tx, seen, seen.id);
    const receivedOn = invoice?.issuedOn ?? null;
    if (invoice === null || receivedOn === null) return err(refuse('NOT_FOUND'));
    const standing = await this.lines.within(tx, invoice, line.id);
    const given = { ...standing, invoiceState: invoice.state, receivedOn };
    const raised = disputeRaised(terms, given, tx.today);
    if (!raised.ok) return raised;
    const dispute: Dispute = {
      tenantId: invoice.tenantId,
      leadId: invoice.leadId,
      id: newId(),
      invoiceId: invoice.id,
      invoiceLineId: line.id,
      ...raised.value,
      state: 'OPEN',
      upheld: 0n,
      outcome: null,
      raisedBy: tx.personId,
      raisedAt: tx.now,
      changedAt: tx.now,
    };
    await this.keep(tx, dispute);
    await this.tell(tx, dispute, invoice, line);
    const { kind, net } = dispute;
    await auditTenant(tx, invoice.leadId, {
      action: 'dispute.raise',
      subjectKind: 'dispute',
      subjectId: dispute.id,
      details: { invoiceId: invoice.id, invoiceLineId: line.id, kind, net },
    });
    return ok({ disputeId: dispute.id });
  }

  private async keep(tx: Tx, dispute: Dispute): Promise<void> {
    await this.disputes.insert(tx, dispute);
    await this.disputes.addStep(tx, dispute, {
      disputeId: dispute.id,
      number: 1,
      state: 'OPEN',
      personId: tx.personId,
      at: tx.now,
      words: null,
      net: null,
      outcome: null,
      creditNoteId: null,
    });
  }

  private async tell(tx: Tx, dispute: Dispute, invoice: Invoice, line: InvoiceLine): Promise<void> {
    const { member, number } = await this.moves.sides(tx, invoice);
    await addNotice(tx, {
      bodyId: invoice.leadId,
      role: 'LEAD_FINANCE_PREPARER',
      mail: dispute.kind === 'DISPUTE' ? 'DISPUTE_RAISED' : 'ERROR_REPORTED',
      words: {
        member,
        number,
        line: line.description,
        net: formatPounds(dispute.net),
        reason: dispute.reason,
      },
    });
  }
}
