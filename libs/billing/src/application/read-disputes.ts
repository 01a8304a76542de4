import { Injectable } from '@nestjs/common';
import type { Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Dispute, DisputeStep } from '../domain/dispute.js';
import type { Member } from '../persistence/billed.repository.js';
import { DisputeRepository, type DisputeFilter } from '../persistence/dispute.repository.js';
import type { BillingPage } from '../persistence/page.js';

/** Reads disputes: a member its own, a lead authority its members'. */
@Injectable()
export class ReadDisputes {
  constructor(private readonly disputes: DisputeRepository) {}

  async byId(tx: Tx, id: string): Promise<Dispute | null> {
    return (await this.disputes.byIds(tx, [id]))[0] ?? null;
  }

  /** Newest first. */
  page(tx: Tx, filter: DisputeFilter, page: BillingPage): Promise<Dispute[]> {
    return this.disputes.page(tx, filter, page);
  }

  /** The oldest first. */
  ofInvoice(tx: Tx, invoice: Member & { readonly id: string }): Promise<Dispute[]> {
    return this.disputes.ofInvoice(tx, invoice, invoice.id);
  }

  /** What was done with them, by dispute and in order. */
  steps(tx: Tx, disputeIds: readonly string[]): Promise<DisputeStep[]> {
    return this.disputes.steps(tx, disputeIds);
  }

  /** The ids of credit notes that gave what was upheld, by dispute; whoever reads them sees which of them it may. */
  creditNotesOf(tx: Tx, disputes: readonly Dispute[]): Promise<ReadonlyMap<string, readonly string[]>> {
    return this.disputes.creditNotesOf(tx, disputes);
  }

  /** What disputes hold back of each invoice, with VAT; invoices with nothing held back are left out. */
  heldOnInvoices(tx: Tx, leadId: string, invoiceIds: readonly string[]): Promise<ReadonlyMap<string, Pence>> {
    return this.disputes.heldOnInvoices(tx, leadId, invoiceIds);
  }
}
