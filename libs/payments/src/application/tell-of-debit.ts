import { Injectable } from '@nestjs/common';
import { FindIssuedInvoice } from '#libs/billing';
import { addNotice, FindBody } from '#libs/directory';
import { formatPounds, type Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { PaymentAttempt } from '../domain/stripe-invoice.js';

/** Tells the lead authority's finance staff that a debit was not paid, or was taken back. */
@Injectable()
export class TellOfDebit {
  constructor(
    private readonly invoices: FindIssuedInvoice,
    private readonly bodies: FindBody,
  ) {}

  async within(
    tx: Tx,
    debit: Pick<PaymentAttempt, 'tenantId' | 'leadId' | 'invoiceId' | 'reason'> & { readonly amount: Pence },
  ): Promise<void> {
    const invoice = await this.invoices.byId(tx, debit.invoiceId);
    const body = await this.bodies.byId(tx, debit.tenantId);
    await addNotice(tx, {
      bodyId: debit.leadId,
      role: 'LEAD_FINANCE_PREPARER',
      mail: 'DEBIT_NOT_PAID',
      words: {
        number: invoice?.number ?? '',
        body: body?.name ?? '',
        amount: formatPounds(debit.amount),
        why: (debit.reason ?? 'no reason was given').replaceAll('_', ' '),
      },
    });
  }
}
