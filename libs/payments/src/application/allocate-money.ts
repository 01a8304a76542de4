import { Injectable } from '@nestjs/common';
import type { Pence } from '#libs/kernel';
import { FindIssuedInvoice } from '#libs/billing';
import { nothingPosted, PostEntry, ReadLedger } from '#libs/ledger';
import { auditTenant, newId, writingFor, type Tx } from '#libs/platform';
import type { MatchedBy, Receipt } from '../domain/receipt.js';
import { ReceiptRepository } from '../persistence/receipt.repository.js';

export interface AllocationOrder {
  readonly receipt: Receipt;
  readonly tenantId: string;
  /** null: on the member's account */
  readonly invoice: { readonly id: string; readonly number: string } | null;
  readonly amount: Pence;
  readonly matchedBy: MatchedBy;
}

/** Moves money of a receipt from the lead authority's books to a member's; part of an action that holds the receipt. */
@Injectable()
export class AllocateMoney {
  constructor(
    private readonly receipts: ReceiptRepository,
    private readonly post: PostEntry,
    private readonly ledger: ReadLedger,
    private readonly invoices: FindIssuedInvoice,
  ) {}

  /** What is outstanding on an invoice, held still: the invoice stays locked until the transaction ends. */
  async outstandingOn(tx: Tx, invoice: { tenantId: string; id: string }): Promise<Pence> {
    return writingFor(tx, invoice.tenantId, async (member) => {
      await this.invoices.lock(member, invoice.id);
      const balances = await this.ledger.balancesOfInvoices(member, tx.leadId, [invoice.id]);
      return (balances.get(invoice.id) ?? nothingPosted).outstanding;
    });
  }

  /** Records the allocation and posts it to both books. `tx` writes for the lead authority's own books. */
  async within(
    tx: Tx,
    { receipt, tenantId, invoice, amount, matchedBy }: AllocationOrder,
  ): Promise<{ allocationId: string }> {
    const id = newId();
    const { leadId } = tx;
    const memo = invoice === null ? 'Payment held on account' : `Payment of invoice ${invoice.number}`;
    const entry = { leadId, kind: 'ALLOCATION' as const, documentId: id, memo };
    const ownMember = tenantId === leadId;
    const settled =
      invoice === null
        ? { account: 'ON_ACCOUNT' as const, amount: -amount }
        : { account: 'RECEIVABLE' as const, invoiceId: invoice.id, amount: -amount };

    await this.receipts.addAllocated(tx, receipt.id, amount);
    // A lead authority that is its own member has one set of books, so the bank need not change hands.
    const from = [{ account: 'SUSPENSE' as const, amount }];
    await this.post.within(tx, {
      ...entry,
      memo: ownMember ? memo : `Taken from money held until matched: ${memo}`,
      postings: [...from, ownMember ? settled : { account: 'BANK', amount: -amount }],
    });
    await writingFor(tx, tenantId, async (member) => {
      await this.receipts.insertAllocation(member, {
        tenantId,
        leadId,
        id,
        receiptId: receipt.id,
        invoiceId: invoice?.id ?? null,
        amount,
        receivedOn: receipt.receivedOn,
        reference: receipt.reference,
        matchedBy,
        allocatedAt: tx.now,
        reversedAt: null,
      });
      if (!ownMember)
        await this.post.within(member, { ...entry, postings: [{ account: 'BANK', amount }, settled] });
      await auditTenant(member, leadId, {
        action: 'receipt.allocate',
        subjectKind: 'receiptAllocation',
        subjectId: id,
        details: { receiptId: receipt.id, invoiceId: invoice?.id ?? null, amountPence: amount, matchedBy },
      });
    });
    return { allocationId: id };
  }
}
