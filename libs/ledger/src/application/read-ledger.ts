import { Injectable } from '@nestjs/common';
import type { Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Account, Entry, EntryKind } from '../domain/entry.js';
import { accounts } from '../domain/entry.js';
import { invoiceBalanceOf, type InvoiceBalance } from '../domain/invoice-balance.js';
import {
  JournalRepository,
  type Books,
  type MemberAccount,
  type OpenInvoice,
  type StatementPage,
  type StatementRow,
} from '../persistence/journal-repository.js';

/** Reads the books that the transaction may see: a member its own, a lead authority its members'. */
@Injectable()
export class ReadLedger {
  constructor(private readonly journal: JournalRepository) {}

  /** What was charged, credited and paid on each invoice that has posted; others are left out. */
  async balancesOfInvoices(
    tx: Tx,
    leadId: string,
    invoiceIds: readonly string[],
  ): Promise<ReadonlyMap<string, InvoiceBalance>> {
    if (invoiceIds.length === 0) return new Map();
    const rows = await this.journal.ofInvoices(tx, leadId, invoiceIds);
    const ids = [...new Set(rows.map(({ invoiceId }) => invoiceId))];
    return new Map(ids.map((id) => [id, invoiceBalanceOf(rows.filter(({ invoiceId }) => invoiceId === id))]));
  }

  /** The kinds of document that ever posted to what is owed on an invoice. */
  async kindsOn(tx: Tx, leadId: string, invoiceId: string): Promise<ReadonlySet<EntryKind>> {
    return new Set((await this.journal.ofInvoices(tx, leadId, [invoiceId])).map(({ kind }) => kind));
  }

  /** The sum of each account: debit above 0, credit below. */
  async balances(tx: Tx, books: Books): Promise<Readonly<Record<Account, Pence>>> {
    const sums = new Map(
      (await this.journal.sums(tx, books)).map(({ account, amount }) => [account, amount]),
    );
    return Object.fromEntries(accounts.map((account) => [account, sums.get(account) ?? 0n])) as Record<
      Account,
      Pence
    >;
  }

  /** The invoices of a lead authority's members that are not settled to the penny. */
  openInvoices(tx: Tx, leadId: string): Promise<OpenInvoice[]> {
    return this.journal.openInvoices(tx, leadId);
  }

  /** What each member owes, and its money on account: every member that was ever charged or paid. */
  memberAccounts(tx: Tx, leadId: string): Promise<MemberAccount[]> {
    return this.journal.memberAccounts(tx, leadId);
  }

  /** What these documents posted, oldest first. */
  entriesOf(tx: Tx, leadId: string, documentIds: readonly string[]): Promise<Entry[]> {
    return this.journal.ofDocuments(tx, leadId, documentIds);
  }

  /** What changed what a member owes, newest first, with the balance after each. */
  statement(tx: Tx, books: Books, page: StatementPage): Promise<StatementRow[]> {
    return this.journal.statement(tx, books, page);
  }
}
