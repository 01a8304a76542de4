import type { ReadReceipts } from '#libs/payments';
import type { Tx } from '#libs/platform';
import { toReceipt, type ReceiptType } from './receipt.type.js';

/** One receipt of the lead authority that acts, with its allocations; null when it has no such receipt. */
export const loadReceipt = async (tx: Tx, reader: ReadReceipts, id: string): Promise<ReceiptType | null> => {
  const receipt = await reader.byId(tx, id);
  return receipt && toReceipt(receipt, await reader.allocationsOf(tx, receipt.leadId, [receipt.id]));
};
