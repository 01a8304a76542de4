import { Module } from '@nestjs/common';
import { BillingModule } from '#libs/billing';
import { DirectoryModule } from '#libs/directory';
import { LedgerModule } from '#libs/ledger';
import type { EntityClass } from '#libs/platform';
import { AllocateMoney } from './application/allocate-money.js';
import { AllocateReceipt } from './application/allocate-receipt.js';
import { ImportBankStatement } from './application/import-bank-statement.js';
import { MatchReceipt } from './application/match-receipt.js';
import { ReadReceipts } from './application/read-receipts.js';
import { RecordReceipt } from './application/record-receipt.js';
import { BankStatementRow, ReceiptAllocationRow, ReceiptRow } from './persistence/entities.js';
import { ReceiptRepository } from './persistence/receipt.repository.js';

const actions = [RecordReceipt, ImportBankStatement, AllocateReceipt, ReadReceipts];

/** Money that comes in, and whose it is. */
@Module({
  imports: [DirectoryModule, LedgerModule, BillingModule],
  providers: [ReceiptRepository, AllocateMoney, MatchReceipt, ...actions],
  exports: actions,
})
export class PaymentsModule {
  static readonly entities: readonly EntityClass[] = [BankStatementRow, ReceiptRow, ReceiptAllocationRow];
}
