import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import { IssuedInvoiceRepository, type IssuedInvoice } from '../persistence/issued-invoice.repository.js';

export { type IssuedInvoice };

/** Issued invoices of the lead authority that acts, for matching money to them. */
@Injectable()
export class FindIssuedInvoice {
  constructor(private readonly invoices: IssuedInvoiceRepository) {}

  byNumbers(tx: Tx, numbers: readonly string[]): Promise<readonly IssuedInvoice[]> {
    return numbers.length === 0 ? Promise.resolve([]) : this.invoices.byNumbers(tx, numbers);
  }

  byId(tx: Tx, id: string): Promise<IssuedInvoice | null> {
    return this.invoices.byId(tx, id);
  }

  /** Also when it was voided since. */
  onceIssued(tx: Tx, id: string): Promise<IssuedInvoice | null> {
    return this.invoices.onceIssued(tx, id);
  }

  /** Holds an invoice of the tenant written for until the transaction ends. */
  lock(tx: Tx, id: string): Promise<void> {
    return this.invoices.lock(tx, id);
  }
}
