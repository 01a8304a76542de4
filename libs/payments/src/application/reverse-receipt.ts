import { Injectable } from '@nestjs/common';
import { PostEntry } from '#libs/ledger';
import { auditTenant, newId, writingFor, type Tx } from '#libs/platform';
import type { Allocation } from '../domain/receipt.js';
import { ReceiptRepository } from '../persistence/receipt.repository.js';

/** Undoes a receipt whose money was taken back: each of its allocations by a document and an entry of its own. */
@Injectable()
export class ReverseReceipt {
  constructor(
    private readonly receipts: ReceiptRepository,
    private readonly post: PostEntry,
  ) {}

  /** `tx` writes for the lead authority's own books. Done twice, it does nothing the second time. */
  async ofStripePayment(tx: Tx, stripePaymentId: string, why: string): Promise<void> {
    const [found] = await this.receipts.ofStripePayments(tx, [stripePaymentId]);
    const receipt = found && (await this.receipts.lock(tx, found.id));
    if (!receipt) throw new Error(`payment ${stripePaymentId} has no receipt to reverse`);
    // What Stripe collects is set against its invoice or the member's account to the penny, when it is recorded.
    if (receipt.allocated !== receipt.amount) throw new Error(`receipt ${receipt.id} is not allocated whole`);
    const reason = (why || 'unknown').slice(0, 100);
    for (const allocation of await this.receipts.allocationsOf(tx, tx.leadId, [receipt.id]))
      await writingFor(tx, allocation.tenantId, (member) => this.undo(member, allocation, reason));
  }

  private async undo(tx: Tx, allocation: Allocation, reason: string): Promise<void> {
    const { leadId, id: allocationId, amount, invoiceId, reference } = allocation;
    const id = newId();
    if (!(await this.receipts.insertReversal(tx, { leadId, id, allocationId, amount, reason }))) return;
    const settled =
      invoiceId === null
        ? { account: 'ON_ACCOUNT' as const, amount }
        : { account: 'RECEIVABLE' as const, invoiceId, amount };
    await this.post.within(tx, {
      leadId,
      kind: 'REVERSAL',
      documentId: id,
      memo: `Payment of invoice ${reference} taken back`,
      postings: [settled, { account: 'BANK', amount: -amount }],
    });
    await auditTenant(tx, leadId, {
      action: 'receipt.reverse',
      subjectKind: 'receiptAllocation',
      subjectId: allocationId,
      details: { amountPence: amount, invoiceId, reason },
    });
  }
}
