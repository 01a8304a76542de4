import { Field, ID, ObjectType } from '@nestjs/graphql';
import { toPublicId, type IdKind, type LocalDate } from '#libs/kernel';
import type { Account, Entry, EntryKind, StatementRow } from '#libs/ledger';
import { ConnectionOf, LocalDateScalar, Money, toMoney } from '../graphql/index.js';
import { JournalEntryKindEnum, LedgerAccountEnum } from './enums.js';

/** The kind of id that a document of an entry has. */
const idKindOf: Readonly<Record<EntryKind, IdKind>> = {
  INVOICE: 'invoice',
  CREDIT_NOTE: 'creditNote',
  RECEIPT: 'receipt',
  ALLOCATION: 'allocation',
  REVERSAL: 'reversal',
  VOID: 'invoice',
};

@ObjectType('Posting', { description: 'An amount on one account of the ledger.' })
export class PostingType {
  @Field(() => LedgerAccountEnum, { description: 'The account.' })
  account!: Account;

  @Field(() => ID, {
    nullable: true,
    description: 'The invoice concerned, for what members owe; null elsewhere.',
  })
  invoiceId!: string | null;

  @Field(() => Money, { description: 'Debit above 0, credit below.' })
  amount!: Money;
}

@ObjectType('JournalEntry', { description: 'What one document posted to the ledger. Its postings sum to 0.' })
export class JournalEntryType {
  @Field(() => ID, { description: 'Its id.' })
  id!: string;

  @Field(() => JournalEntryKindEnum, { description: 'The kind of document.' })
  kind!: EntryKind;

  @Field(() => ID, { description: 'The document.' })
  documentId!: string;

  @Field(() => String, { description: 'What it is, in words.' })
  memo!: string;

  @Field(() => LocalDateScalar, { description: 'The day of the posting.' })
  postedOn!: LocalDate;

  @Field(() => ID, { description: "Whose books: the member's, or the lead authority's own." })
  booksOfId!: string;

  @Field(() => [PostingType], { description: 'The postings, in order.' })
  postings!: PostingType[];
}

export const toJournalEntry = (entry: Entry): JournalEntryType => ({
  id: toPublicId('journalEntry', entry.id),
  kind: entry.kind,
  documentId: toPublicId(idKindOf[entry.kind], entry.documentId),
  memo: entry.memo,
  postedOn: entry.postedOn,
  booksOfId: toPublicId('body', entry.tenantId),
  postings: entry.postings.map(({ account, invoiceId, amount }) => ({
    account,
    invoiceId: invoiceId === null ? null : toPublicId('invoice', invoiceId),
    amount: toMoney(amount),
  })),
});

@ObjectType('StatementLine', { description: 'One thing that changed what a member owes.' })
export class StatementLineType {
  @Field(() => JournalEntryKindEnum, { description: 'The kind of document.' })
  kind!: EntryKind;

  @Field(() => ID, { description: 'The document.' })
  documentId!: string;

  @Field(() => String, { description: 'What it is, in words.' })
  memo!: string;

  @Field(() => LocalDateScalar, { description: 'The day of the posting.' })
  postedOn!: LocalDate;

  @Field(() => Money, { description: 'What it adds to what the member owes; below 0 it owes less.' })
  amount!: Money;

  @Field(() => Money, { description: 'What the member owed after it; below 0 it was in credit.' })
  balance!: Money;
}

@ObjectType('StatementLineConnection', {
  description: 'The lines of a statement of account, the newest first.',
})
export class StatementLineConnection extends ConnectionOf(StatementLineType, 'StatementLine') {}

export const toStatementLine = (row: StatementRow): StatementLineType => ({
  kind: row.kind,
  documentId: toPublicId(idKindOf[row.kind], row.documentId),
  memo: row.memo,
  postedOn: row.postedOn,
  amount: toMoney(row.amount),
  balance: toMoney(row.balance),
});
