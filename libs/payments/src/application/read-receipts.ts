import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { Allocation, Receipt } from '../domain/receipt.js';
import { ReceiptRepository, type ReceiptPage } from '../persistence/receipt.repository.js';

/** Reads the receipts of the lead authority that acts, and allocations as far as the reader may see them. */
@Injectable()
export class ReadReceipts {
  constructor(private readonly receipts: ReceiptRepository) {}

  byId(tx: Tx, id: string): Promise<Receipt | null> {
    return this.receipts.find(tx, id);
  }

  page(tx: Tx, page: ReceiptPage): Promise<readonly Receipt[]> {
    return this.receipts.page(tx, page);
  }

  allocationsOf(tx: Tx, leadId: string, receiptIds: readonly string[]): Promise<readonly Allocation[]> {
    return this.receipts.allocationsOf(tx, leadId, receiptIds);
  }

  /** The ids of what undid these allocations, for whoever asks what was posted. */
  reversalsOf(tx: Tx, allocations: readonly Allocation[]): Promise<readonly string[]> {
    return this.receipts.reversalsOf(
      tx,
      allocations.map(({ id }) => id),
    );
  }

  /** What was paid on one invoice. */
  ofInvoice(
    tx: Tx,
    invoice: { tenantId: string; leadId: string; id: string },
  ): Promise<readonly Allocation[]> {
    const { tenantId, leadId, id } = invoice;
    return this.receipts.allocationsOfInvoice(tx, { tenantId, leadId }, id);
  }
}
