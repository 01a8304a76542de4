export { LedgerModule } from './ledger.module.js';
export { PostEntry, type NewEntry, type NewPosting } from './application/post-entry.js';
export { ReadLedger } from './application/read-ledger.js';
export {
  accounts,
  entryKinds,
  type Account,
  type Entry,
  type EntryKind,
  type Posting,
} from './domain/entry.js';
export { nothingPosted, type InvoiceBalance } from './domain/invoice-balance.js';
export {
  type Books,
  type MemberAccount,
  type OpenInvoice,
  type StatementPage,
  type StatementRow,
} from './persistence/journal-repository.js';
