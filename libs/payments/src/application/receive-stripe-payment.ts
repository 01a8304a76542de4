import { Injectable } from '@nestjs/common';
import { FindIssuedInvoice, type IssuedInvoice } from '#libs/billing';
import { PostEntry } from '#libs/ledger';
import { auditLead, newId, writingFor, type Tx } from '#libs/platform';
import { shareOut, type Receipt } from '../domain/receipt.js';
import type { Mirror, PaymentThere } from '../domain/stripe-invoice.js';
import { ReceiptRepository } from '../persistence/receipt.repository.js';
import { StripeInvoiceRepository } from '../persistence/stripe-invoice.repository.js';
import { AllocateMoney } from './allocate-money.js';

/** Records one payment of Stripe's, and sets it against the invoice that Stripe collected it for. */
@Injectable()
export class ReceiveStripePayment {
  constructor(
    private readonly receipts: ReceiptRepository,
    private readonly mirrors: StripeInvoiceRepository,
    private readonly invoices: FindIssuedInvoice,
    private readonly post: PostEntry,
    private readonly allocate: AllocateMoney,
  ) {}

  /** `tx` writes for the lead authority's own books. A payment that has its receipt already is left alone. */
  async within(tx: Tx, mirror: Mirror, payment: PaymentThere): Promise<void> {
    // Voided since, nothing is outstanding on it, and the money is held on account.
    const invoice = await this.invoices.onceIssued(tx, mirror.invoiceId);
    if (invoice === null) throw new Error(`invoice ${mirror.invoiceId} is at Stripe and was not issued`);
    const receipt = receiptOf(tx, invoice, payment);
    if (!(await this.receipts.insertOfStripe(tx, receipt))) return;
    await this.post.within(tx, {
      leadId: tx.leadId,
      kind: 'RECEIPT',
      documentId: receipt.id,
      memo: `Receipt through Stripe for invoice ${invoice.number}`,
      postings: [
        { account: 'BANK', amount: receipt.amount },
        { account: 'SUSPENSE', amount: -receipt.amount },
      ],
    });
    await writingFor(tx, mirror.tenantId, (member) =>
      this.mirrors.insertPayment(member, mirror, {
        stripePaymentId: payment.id,
        invoiceId: mirror.invoiceId,
        receiptId: receipt.id,
      }),
    );
    await this.setAgainst(tx, receipt, invoice);
    await auditLead(tx, {
      action: 'receipt.takeFromStripe',
      subjectKind: 'receipt',
      subjectId: receipt.id,
      details: { amountPence: receipt.amount, receivedOn: receipt.receivedOn, stripePaymentId: payment.id },
    });
  }

  private async setAgainst(tx: Tx, receipt: Receipt, invoice: IssuedInvoice): Promise<void> {
    const outstanding = await this.allocate.outstandingOn(tx, invoice);
    const { toInvoice, onAccount } = shareOut(receipt.amount, outstanding);
    const order = { receipt, tenantId: invoice.tenantId, matchedBy: 'STRIPE' as const };
    if (toInvoice > 0n) await this.allocate.within(tx, { ...order, invoice, amount: toInvoice });
    if (onAccount > 0n) await this.allocate.within(tx, { ...order, invoice: null, amount: onAccount });
  }
}

const receiptOf = (tx: Tx, { number }: IssuedInvoice, { id, amount, paidOn }: PaymentThere): Receipt => ({
  leadId: tx.leadId,
  id: newId(),
  statementId: null,
  amount,
  allocated: 0n,
  // Stripe's calendar is its own; nothing is received tomorrow.
  receivedOn: paidOn > tx.today ? tx.today : paidOn,
  payer: 'Stripe',
  reference: number,
  recordedAt: tx.now,
  recordedBy: null,
  stripePaymentId: id,
});
