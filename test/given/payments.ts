import { randomUUID } from 'node:crypto';
import type { Lead } from './directory.js';

export interface SeenReceipt {
  readonly id: string;
  readonly unallocated: { readonly amount: string };
  readonly allocations: readonly {
    readonly invoiceId: string | null;
    readonly amount: { readonly amount: string };
  }[];
}

const RECEIPT = 'id unallocated { amount } allocations { invoiceId amount { amount } }';

/** A BACS receipt typed in by the finance preparer. */
export const givenReceipt = async (
  lead: Lead,
  {
    amount,
    reference,
    receivedOn,
    payer = 'ASHBECK BC',
  }: { amount: string; reference: string; receivedOn: string; payer?: string },
): Promise<SeenReceipt> => {
  const preparer = await lead.as('LEAD_FINANCE_PREPARER');
  const { receiptRecord } = await preparer.ok<{ receiptRecord: { receipt: SeenReceipt } }>(
    `mutation($input: ReceiptRecordInput!) { receiptRecord(input: $input) { receipt { ${RECEIPT} } userErrors { code message } } }`,
    { input: { amount, reference, receivedOn, payer, idempotencyKey: randomUUID() } },
  );
  return receiptRecord.receipt;
};

/** What a person sets against an invoice. */
export const givenAllocation = async (
  lead: Lead,
  allocation: { receiptId: string; invoiceId: string; amount: string },
): Promise<SeenReceipt> => {
  const preparer = await lead.as('LEAD_FINANCE_PREPARER');
  const { receiptAllocate } = await preparer.ok<{ receiptAllocate: { receipt: SeenReceipt } }>(
    `mutation($input: ReceiptAllocateInput!) { receiptAllocate(input: $input) { receipt { ${RECEIPT} } userErrors { code message } } }`,
    { input: { ...allocation, idempotencyKey: randomUUID() } },
  );
  return receiptAllocate.receipt;
};
