import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { localDate, type LocalDate, type Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Account, Entry, EntryKind, Posting } from '../domain/entry.js';
import { JournalEntryRow, PostingRow } from './entities.js';

/** Whose books under which lead authority. The lead authority's own have its own id twice. */
export interface Books {
  readonly tenantId: string;
  readonly leadId: string;
}

export interface StatementRow {
  readonly entryId: string;
  readonly kind: EntryKind;
  readonly documentId: string;
  readonly postedAt: Date;
  readonly postedOn: LocalDate;
  readonly memo: string;
  /** What it adds to what the member owes; below 0 it owes less. */
  readonly amount: Pence;
  /** What the member owes after it. */
  readonly balance: Pence;
}

/** A page of a list, newest first. `before` is the last row's instant and id. */
export interface StatementPage {
  readonly limit: number;
  readonly before: readonly string[] | null;
}

/** What is outstanding on one invoice of a member; never 0. */
export interface OpenInvoice {
  readonly tenantId: string;
  readonly invoiceId: string;
  readonly outstanding: Pence;
}

/** What one member owes on invoices, and its money that is not set against one yet; both above 0 as a rule. */
export interface MemberAccount {
  readonly tenantId: string;
  readonly owed: Pence;
  readonly onAccount: Pence;
}

@Injectable()
export class JournalRepository {
  async insert(tx: Tx, entry: Entry): Promise<void> {
    const { tenantId, leadId, id, postings, ...rest } = entry;
    await tx.manager.insert(JournalEntryRow, { tenantId, leadId, id, ...rest });
    await tx.manager.insert(
      PostingRow,
      postings.map(({ account, invoiceId, amount }, index) => ({
        tenantId,
        leadId,
        entryId: id,
        lineNumber: index + 1,
        account,
        invoiceId,
        amountPence: amount,
      })),
    );
  }

  /** RECEIVABLE postings of these invoices, with the kind of document that made them. */
  async ofInvoices(
    tx: Tx,
    leadId: string,
    invoiceIds: readonly string[],
  ): Promise<{ invoiceId: string; kind: EntryKind; amount: Pence }[]> {
    const rows = await tx.manager.query<{ invoice_id: string; kind: EntryKind; amount: string }[]>(
      `select p.invoice_id, e.kind, sum(p.amount_pence)::text as amount
       from posting p join journal_entry e
         on e.tenant_id = p.tenant_id and e.lead_id = p.lead_id and e.id = p.entry_id
       where p.lead_id = $1 and p.invoice_id = any ($2) and p.account = 'RECEIVABLE'
       group by p.invoice_id, e.kind`,
      [leadId, [...invoiceIds]],
    );
    return rows.map((row) => ({ invoiceId: row.invoice_id, kind: row.kind, amount: BigInt(row.amount) }));
  }

  async sums(tx: Tx, { tenantId, leadId }: Books): Promise<{ account: Account; amount: Pence }[]> {
    const rows = await tx.manager.query<{ account: Account; amount: string }[]>(
      `select account, sum(amount_pence)::text as amount from posting where tenant_id = $1 and lead_id = $2 group by account`,
      [tenantId, leadId],
    );
    return rows.map(({ account, amount }) => ({ account, amount: BigInt(amount) }));
  }

  /** The invoices of a lead authority's members on which something is outstanding, or more was settled than charged. */
  async openInvoices(tx: Tx, leadId: string): Promise<OpenInvoice[]> {
    const rows = await tx.manager.query<{ tenant_id: string; invoice_id: string; outstanding: string }[]>(
      `select tenant_id, invoice_id, outstanding_pence::text as outstanding from invoice_balance
       where lead_id = $1 and outstanding_pence <> 0`,
      [leadId],
    );
    return rows.map((row) => ({
      tenantId: row.tenant_id,
      invoiceId: row.invoice_id,
      outstanding: BigInt(row.outstanding),
    }));
  }

  /** Every member that was ever charged or paid. */
  async memberAccounts(tx: Tx, leadId: string): Promise<MemberAccount[]> {
    const rows = await tx.manager.query<{ tenant_id: string; owed: string; on_account: string }[]>(
      `select tenant_id,
              coalesce(sum(amount_pence) filter (where account = 'RECEIVABLE'), 0)::text as owed,
              coalesce(-sum(amount_pence) filter (where account = 'ON_ACCOUNT'), 0)::text as on_account
       from posting where lead_id = $1 and account in ('RECEIVABLE', 'ON_ACCOUNT') group by tenant_id`,
      [leadId],
    );
    return rows.map((row) => ({
      tenantId: row.tenant_id,
      owed: BigInt(row.owed),
      onAccount: BigInt(row.on_account),
    }));
  }

  /** The entries that these documents posted, with their postings in order. */
  async ofDocuments(tx: Tx, leadId: string, documentIds: readonly string[]): Promise<Entry[]> {
    const entries = await tx.manager.find(JournalEntryRow, {
      where: { leadId, documentId: In([...documentIds]) },
      order: { postedAt: 'asc', id: 'asc' },
    });
    if (entries.length === 0) return [];
    const postings = await tx.manager.find(PostingRow, {
      where: { leadId, entryId: In(entries.map(({ id }) => id)) },
      order: { lineNumber: 'asc' },
    });
    return entries.map((row) => ({
      ...row,
      postedOn: localDate(row.postedOn),
      postings: postings.filter(({ entryId }) => entryId === row.id).map(toPosting),
    }));
  }

  /** Newest first, with the balance after each. */
  async statement(
    tx: Tx,
    { tenantId, leadId }: Books,
    { limit, before }: StatementPage,
  ): Promise<StatementRow[]> {
    const rows = await tx.manager.query<
      {
        id: string;
        kind: EntryKind;
        document_id: string;
        posted_at: Date;
        posted_on: string;
        memo: string;
        amount: string;
        balance: string;
      }[]
    >(
      `with moved as (
         select e.id, e.kind, e.document_id, e.posted_at, e.posted_on, e.memo, sum(p.amount_pence) as amount
         from journal_entry e join posting p
           on p.tenant_id = e.tenant_id and p.lead_id = e.lead_id and p.entry_id = e.id
         where e.tenant_id = $1 and e.lead_id = $2 and p.account in ('RECEIVABLE', 'ON_ACCOUNT')
         group by e.id, e.kind, e.document_id, e.posted_at, e.posted_on, e.memo
       ), running as (
         select *, sum(amount) over (order by posted_at, id) as balance from moved
       )
       select id, kind, document_id, posted_at, posted_on, memo, amount::text, balance::text from running
       where $3::timestamptz is null or (posted_at, id) < ($3::timestamptz, $4::uuid)
       order by posted_at desc, id desc limit $5`,
      [tenantId, leadId, before?.[0] ?? null, before?.[1] ?? null, limit],
    );
    return rows.map((row) => ({
      entryId: row.id,
      kind: row.kind,
      documentId: row.document_id,
      postedAt: row.posted_at,
      postedOn: localDate(row.posted_on),
      memo: row.memo,
      amount: BigInt(row.amount),
      balance: BigInt(row.balance),
    }));
  }
}

const toPosting = ({ account, invoiceId, amountPence }: PostingRow): Posting => ({
  account,
  invoiceId,
  amount: amountPence,
});
