import { Injectable } from '@nestjs/common';
import { FindIssuedInvoice } from '#libs/billing';
import { ReadLeadAuthority } from '#libs/directory';
import { PostEntry } from '#libs/ledger';
import { newId, type Tx } from '#libs/platform';
import { numbersIn, shareOut, type NewReceipt, type Receipt } from '../domain/receipt.js';
import { ReceiptRepository } from '../persistence/receipt.repository.js';
import { AllocateMoney } from './allocate-money.js';

/** Keeps a receipt, posts it, and matches it when its reference names one issued invoice. */
@Injectable()
export class MatchReceipt {
  constructor(
    private readonly receipts: ReceiptRepository,
    private readonly post: PostEntry,
    private readonly leads: ReadLeadAuthority,
    private readonly invoices: FindIssuedInvoice,
    private readonly allocate: AllocateMoney,
  ) {}

  /** `tx` writes for the lead authority's own books. */
  async within(
    tx: Tx,
    money: NewReceipt,
    from: { statementId: string; row: number } | null,
  ): Promise<Receipt> {
    const receipt: Receipt = {
      ...money,
      payer: money.payer.trim(),
      reference: money.reference.trim(),
      leadId: tx.leadId,
      id: newId(),
      statementId: from?.statementId ?? null,
      allocated: 0n,
      recordedAt: tx.now,
      recordedBy: tx.personId,
      stripePaymentId: null,
    };
    await this.receipts.insert(tx, receipt, from?.row ?? null);
    await this.post.within(tx, {
      leadId: tx.leadId,
      kind: 'RECEIPT',
      documentId: receipt.id,
      memo: `Receipt from ${receipt.payer}`,
      postings: [
        { account: 'BANK', amount: receipt.amount },
        { account: 'SUSPENSE', amount: -receipt.amount },
      ],
    });
    await this.match(tx, receipt);
    return receipt;
  }

  private async match(tx: Tx, receipt: Receipt): Promise<void> {
    const lead = await this.leads.own(tx);
    if (lead === null) return;
    const named = await this.invoices.byNumbers(tx, numbersIn(receipt.reference, lead.invoicePrefix));
    const [invoice, another] = named;
    // Two invoices named: a person says how the money is meant.
    if (!invoice || another) return;
    const { toInvoice, onAccount } = shareOut(receipt.amount, await this.allocate.outstandingOn(tx, invoice));
    const order = { receipt, tenantId: invoice.tenantId, matchedBy: 'REFERENCE' as const };
    if (toInvoice > 0n) await this.allocate.within(tx, { ...order, invoice, amount: toInvoice });
    if (onAccount > 0n) await this.allocate.within(tx, { ...order, invoice: null, amount: onAccount });
  }
}
