import { Module } from '@nestjs/common';
import type { EntityClass } from '#libs/platform';
import { PostEntry } from './application/post-entry.js';
import { ReadLedger } from './application/read-ledger.js';
import { JournalEntryRow, PostingRow } from './persistence/entities.js';
import { JournalRepository } from './persistence/journal-repository.js';

/** Who owes what. */
@Module({
  providers: [JournalRepository, PostEntry, ReadLedger],
  exports: [PostEntry, ReadLedger],
})
export class LedgerModule {
  static readonly entities: readonly EntityClass[] = [JournalEntryRow, PostingRow];
}
