export { PaymentsModule } from './payments.module.js';
export { RecordReceipt } from './application/record-receipt.js';
export { ImportBankStatement } from './application/import-bank-statement.js';
export { AllocateReceipt } from './application/allocate-receipt.js';
export { ReadReceipts } from './application/read-receipts.js';
export { type Allocation, type Receipt } from './domain/receipt.js';
