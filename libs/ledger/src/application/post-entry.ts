import { Injectable } from '@nestjs/common';
import type { Pence } from '#libs/kernel';
import { newId, type Tx } from '#libs/platform';
import { assertBalanced, type Account, type EntryKind } from '../domain/entry.js';
import { JournalRepository } from '../persistence/journal-repository.js';

export interface NewPosting {
  readonly account: Account;
  /** For RECEIVABLE: the invoice concerned. */
  readonly invoiceId?: string;
  /** Pence: debit above 0, credit below. Postings of 0 are left out. */
  readonly amount: Pence;
}

export interface NewEntry {
  readonly leadId: string;
  readonly kind: EntryKind;
  readonly documentId: string;
  /** What a person reads on a statement, such as 'Invoice LCC-2026-00041'. */
  readonly memo: string;
  readonly postings: readonly NewPosting[];
}

/** Posts one document to the books of the transaction's tenant under a lead authority. */
@Injectable()
export class PostEntry {
  constructor(private readonly journal: JournalRepository) {}

  /**
   * Throws when the postings do not balance; the database checks it again at commit, and that a document posts once.
   */
  async within(tx: Tx, { leadId, kind, documentId, memo, postings }: NewEntry): Promise<{ entryId: string }> {
    const moved = postings
      .filter(({ amount }) => amount !== 0n)
      .map(({ account, invoiceId = null, amount }) => ({ account, invoiceId, amount }));
    assertBalanced(moved);
    const id = newId();
    const { tenantId, now, today } = tx;
    await this.journal.insert(tx, {
      tenantId,
      leadId,
      id,
      kind,
      documentId,
      postedAt: now,
      postedOn: today,
      memo,
      postings: moved,
    });
    return { entryId: id };
  }
}
