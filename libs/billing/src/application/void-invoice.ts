import { Injectable } from '@nestjs/common';
import { addNotice, FindBody } from '#libs/directory';
import { err, formatPounds, ok, refuse, type Result } from '#libs/kernel';
import { PostEntry, ReadLedger } from '#libs/ledger';
import { LockUsage } from '#libs/metering';
import { auditTenant, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import type { Invoice } from '../domain/document.js';
import { voidInvoice, type SinceIssue } from '../domain/void-invoice.js';
import { BilledRepository } from '../persistence/billed.repository.js';
import { CreditNoteRepository } from '../persistence/credit-note.repository.js';
import { DisputeRepository } from '../persistence/dispute.repository.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';

export interface VoidInvoiceCommand {
  readonly invoiceId: string;
  readonly reason: string;
}

/** What has come of an issued invoice, from everything that can. */
@Injectable()
export class ReadSinceIssue {
  constructor(
    private readonly ledger: ReadLedger,
    private readonly billed: BilledRepository,
    private readonly notes: CreditNoteRepository,
    private readonly disputes: DisputeRepository,
  ) {}

  async within(tx: Tx, invoice: Invoice): Promise<SinceIssue> {
    const kinds = await this.ledger.kindsOn(tx, invoice.leadId, invoice.id);
    return {
      wasMatched: kinds.has('ALLOCATION'),
      hasCreditNotes: (await this.notes.ofInvoices(tx, [invoice.id])).length > 0,
      hasDisputes: (await this.disputes.ofInvoice(tx, invoice, invoice.id)).length > 0,
      isBuiltOn: await this.billed.isBuiltOn(tx, invoice, invoice.id),
    };
  }
}

/**
 * Voids an issued invoice of which nothing has come yet: the ledger undoes it by an entry of its own, its lines bill
 * nothing any more, so that the next run bills their months again, and its number stays used.
 */
@Injectable()
export class VoidInvoice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly invoices: InvoiceRepository,
    private readonly since: ReadSinceIssue,
    private readonly ledger: PostEntry,
    private readonly lockUsage: LockUsage,
    private readonly bodies: FindBody,
  ) {}

  /** Refuses NOT_FOUND, STATE_NOT_ALLOWED, INVOICE_NOT_VOIDABLE, VOID_SAME_PERSON and bad input. */
  async execute(
    actor: Actor,
    { invoiceId, reason }: VoidInvoiceCommand,
  ): Promise<Result<{ invoiceId: string }>> {
    const [seen] = await this.work.read(actor, (tx) => this.invoices.byIds(tx, [invoiceId]));
    if (!seen) return err(refuse('NOT_FOUND'));
    return this.work.run(actor.forTenant(seen.tenantId), async (tx) => {
      // As a draft does: no bill of this member is worked out meanwhile.
      await this.lockUsage.within(tx, seen);
      const invoice = await this.invoices.lock(tx, seen, invoiceId);
      if (invoice === null) return err(refuse('NOT_FOUND'));
      const asked = { reason, personId: tx.personId, today: tx.today };
      const allowed = voidInvoice(invoice, await this.since.within(tx, invoice), asked);
      if (!allowed.ok) return allowed;
      await this.void(tx, invoice, allowed.value);
      return ok({ invoiceId });
    });
  }

  private async void(tx: Tx, invoice: Invoice, reason: string): Promise<void> {
    const { id, leadId, tenantId, net, vat, gross } = invoice;
    const number = invoice.number ?? '';
    await this.ledger.within(tx, {
      leadId,
      kind: 'VOID',
      documentId: id,
      memo: `Invoice ${number} voided`,
      postings: [
        { account: 'RECEIVABLE', invoiceId: id, amount: -gross },
        { account: 'INCOME', amount: net },
        { account: 'VAT_OUTPUT', amount: vat },
      ],
    });
    await this.invoices.void(tx, invoice, reason);
    const lead = await this.bodies.byId(tx, leadId);
    await addNotice(tx, {
      bodyId: tenantId,
      role: 'TENANT_FINANCE',
      mail: 'INVOICE_VOIDED',
      words: { number, lead: lead?.name ?? '', gross: formatPounds(gross), reason },
    });
    await auditTenant(tx, leadId, {
      action: 'invoice.void',
      subjectKind: 'invoice',
      subjectId: id,
      details: { net, vat, gross, issuedOn: invoice.issuedOn },
    });
  }
}
