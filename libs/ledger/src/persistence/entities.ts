import { Entity, PrimaryColumn } from 'typeorm';
import { BigIntColumn, DateColumn, InstantColumn, TenantRow, TextColumn, UuidColumn } from '#libs/platform';
import type { Account, EntryKind } from '../domain/entry.js';

@Entity('journal_entry')
export class JournalEntryRow extends TenantRow {
  @PrimaryColumn('uuid') id!: string;
  @TextColumn() kind!: EntryKind;
  @UuidColumn() documentId!: string;
  @InstantColumn() postedAt!: Date;
  @DateColumn() postedOn!: string;
  @TextColumn() memo!: string;
}

@Entity('posting')
export class PostingRow extends TenantRow {
  @PrimaryColumn('uuid') entryId!: string;
  @PrimaryColumn('integer') lineNumber!: number;
  @TextColumn() account!: Account;
  @UuidColumn({ nullable: true }) invoiceId!: string | null;
  @BigIntColumn() amountPence!: bigint;
}
