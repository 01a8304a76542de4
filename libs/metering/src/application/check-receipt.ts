import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import { receiptDigest } from '../domain/receipt-digest.js';
import type { UsageReceipt } from '../domain/usage.js';
import { UsageStoreRepository } from '../persistence/usage-store.repository.js';

/** Works a receipt's digest out again from the events that are stored. */
@Injectable()
export class CheckReceipt {
  constructor(private readonly store: UsageStoreRepository) {}

  /** Whether what the receipt stands for is all there and as it was. */
  async within(tx: Tx, receipt: UsageReceipt): Promise<boolean> {
    const events = await this.store.receipted(tx, receipt, receipt.number);
    return receiptDigest(receipt, events).equals(receipt.digest);
  }
}
