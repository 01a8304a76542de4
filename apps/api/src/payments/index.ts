import { AllocationResolver } from './allocation.resolver.js';
import { BankStatementImportResolver } from './bank-statement-import.js';
import { ReceiptAllocateResolver } from './receipt-allocate.js';
import { ReceiptRecordResolver } from './receipt-record.js';
import { ReceiptResolver } from './receipt.resolver.js';

export const paymentsResolvers = [
  AllocationResolver,
  ReceiptResolver,
  ReceiptRecordResolver,
  ReceiptAllocateResolver,
  BankStatementImportResolver,
];
