import { Injectable } from '@nestjs/common';
import { err, ok, type Pence, type LocalDate, type Result } from '#libs/kernel';
import { auditLead, once, UnitOfWork, type Actor } from '#libs/platform';
import { receiptFaults } from '../domain/receipt.js';
import { ownBooks } from './own-books.js';
import { MatchReceipt } from './match-receipt.js';

export interface RecordReceiptCommand {
  readonly amount: Pence;
  readonly receivedOn: LocalDate;
  readonly payer: string;
  readonly reference: string;
  readonly idempotencyKey: string;
}

/** A BACS receipt, typed in. Refuses with PAYMENT_AMOUNT, RECEIPT_IN_FUTURE and faults of the texts. */
@Injectable()
export class RecordReceipt {
  constructor(
    private readonly work: UnitOfWork,
    private readonly match: MatchReceipt,
  ) {}

  execute(
    actor: Actor,
    { idempotencyKey, ...money }: RecordReceiptCommand,
  ): Promise<Result<{ receiptId: string }>> {
    return this.work.run(ownBooks(actor), (tx) =>
      once(tx, { operation: 'receiptRecord', key: idempotencyKey, command: { ...money } }, async () => {
        const faults = receiptFaults(money, tx.today);
        if (faults.length > 0) return err(faults);
        const receipt = await this.match.within(tx, money, null);
        await auditLead(tx, {
          action: 'receipt.record',
          subjectKind: 'receipt',
          subjectId: receipt.id,
          details: { amountPence: receipt.amount, receivedOn: receipt.receivedOn },
        });
        return ok({ receiptId: receipt.id });
      }),
    );
  }
}
