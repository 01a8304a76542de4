import { Injectable } from '@nestjs/common';
import { FindIssuedInvoice } from '#libs/billing';
import { err, ok, refuse, type Pence, type Result } from '#libs/kernel';
import { once, UnitOfWork, type Actor } from '#libs/platform';
import { allocationFaults } from '../domain/receipt.js';
import { ReceiptRepository } from '../persistence/receipt.repository.js';
import { AllocateMoney } from './allocate-money.js';
import { ownBooks } from './own-books.js';

export interface AllocateReceiptCommand {
  readonly receiptId: string;
  readonly invoiceId: string;
  readonly amount: Pence;
  readonly idempotencyKey: string;
}

/**
 * A person says which invoice a receipt, or part of it, pays. Refuses with NOT_FOUND, PAYMENT_AMOUNT,
 * ALLOCATION_OVER_RECEIPT and ALLOCATION_OVER_INVOICE.
 */
@Injectable()
export class AllocateReceipt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: ReceiptRepository,
    private readonly invoices: FindIssuedInvoice,
    private readonly allocate: AllocateMoney,
  ) {}

  execute(
    actor: Actor,
    { idempotencyKey, ...command }: AllocateReceiptCommand,
  ): Promise<Result<{ receiptId: string }>> {
    return this.work.run(ownBooks(actor), (tx) =>
      once(tx, { operation: 'receiptAllocate', key: idempotencyKey, command: { ...command } }, async () => {
        const receipt = await this.receipts.lock(tx, command.receiptId);
        const invoice = receipt && (await this.invoices.byId(tx, command.invoiceId));
        if (!receipt || !invoice) return err(refuse('NOT_FOUND'));
        const outstanding = await this.allocate.outstandingOn(tx, invoice);
        const { amount } = command;
        const faults = allocationFaults(amount, receipt.amount - receipt.allocated, outstanding);
        if (faults.length > 0) return err(faults);
        await this.allocate.within(tx, {
          receipt,
          tenantId: invoice.tenantId,
          invoice,
          amount,
          matchedBy: 'PERSON',
        });
        return ok({ receiptId: receipt.id });
      }),
    );
  }
}
