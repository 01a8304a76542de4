import { Injectable } from '@nestjs/common';
import { nothingPosted, ReadLedger } from '#libs/ledger';
import type { Tx } from '#libs/platform';
import type { InvoiceHere } from '../domain/reconcile.js';
import type { Mirror } from '../domain/stripe-invoice.js';
import { StripeInvoiceRepository } from '../persistence/stripe-invoice.repository.js';

/** Reads what Stripe collects for a lead authority, as our own rows and the ledger have it. */
@Injectable()
export class ReadCollected {
  constructor(
    private readonly mirrors: StripeInvoiceRepository,
    private readonly ledger: ReadLedger,
  ) {}

  async within(tx: Tx): Promise<InvoiceHere[]> {
    const mirrors = await this.mirrors.ofLead(tx);
    const ids = mirrors.map(({ invoiceId }) => invoiceId);
    const balances = await this.ledger.balancesOfInvoices(tx, tx.leadId, ids);
    const payments = await this.mirrors.payments(tx);
    return mirrors.map((mirror) => {
      const { outstanding } = balances.get(mirror.invoiceId) ?? nothingPosted;
      return toHere(mirror, {
        outstanding,
        payments: payments.get(mirror.invoiceId) ?? [],
      });
    });
  }
}

const toHere = (
  { tenantId, invoiceId, state, stripeInvoiceId, amount }: Mirror,
  { outstanding, payments }: Pick<InvoiceHere, 'outstanding' | 'payments'>,
): InvoiceHere => ({
  memberId: tenantId,
  invoiceId,
  state,
  stripeInvoiceId,
  amount,
  outstanding,
  payments,
});
