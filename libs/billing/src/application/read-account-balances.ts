import { Injectable } from '@nestjs/common';
import { FindBody } from '#libs/directory';
import { ReadLedger } from '#libs/ledger';
import type { Tx } from '#libs/platform';
import { debtByAge, sumOfDebts, type DebtByAge, type OpenDebt } from '../domain/debt-by-age.js';
import { DisputeRepository } from '../persistence/dispute.repository.js';
import { InvoiceRepository } from '../persistence/invoice.repository.js';

/** What one member owes. */
export interface AccountBalance {
  readonly tenantId: string;
  readonly name: string;
  readonly debt: DebtByAge;
}

/** Where a list of members goes on. */
export interface MemberPlace {
  readonly name: string;
  readonly tenantId: string;
}

/** Who owes a lead authority what: the ledger's figures by the age of the invoices' due dates. */
@Injectable()
export class ReadAccountBalances {
  constructor(
    private readonly ledger: ReadLedger,
    private readonly invoices: InvoiceRepository,
    private readonly bodies: FindBody,
    private readonly disputes: DisputeRepository,
  ) {}

  /**
   * Every member that was ever charged or paid, by name, and all of them together. The sum needs all, so all are read:
   * what is not settled is a part of what was ever issued.
   */
  async within(tx: Tx): Promise<{ readonly members: readonly AccountBalance[]; readonly total: DebtByAge }> {
    const accounts = await this.ledger.memberAccounts(tx, tx.leadId);
    const open = await this.ledger.openInvoices(tx, tx.leadId);
    const dueDates = await this.invoices.dueDates(
      tx,
      open.map(({ invoiceId }) => invoiceId),
    );
    const held = await this.disputes.heldOnInvoices(tx, tx.leadId, null);
    const names = await this.bodies.byIds(
      tx,
      accounts.map(({ tenantId }) => tenantId),
    );
    const byMember = new Map<string, OpenDebt[]>();
    for (const { tenantId, invoiceId, outstanding } of open) {
      const dueOn = dueDates.get(invoiceId);
      if (dueOn === undefined) throw new Error(`invoice ${invoiceId} has postings and no due date`);
      const debt = { outstanding, held: held.get(invoiceId) ?? 0n, dueOn };
      byMember.set(tenantId, [...(byMember.get(tenantId) ?? []), debt]);
    }
    const members = accounts.map(({ tenantId, owed, onAccount }) => {
      const debt = debtByAge(byMember.get(tenantId) ?? [], onAccount, tx.today);
      if (debt.owed !== owed) throw new Error(`what ${tenantId} owes is not the sum of its invoices`);
      return { tenantId, name: names.get(tenantId)?.name ?? '', debt };
    });
    return { members: members.sort(byName), total: sumOfDebts(members.map(({ debt }) => debt)) };
  }
}

const byName = (a: MemberPlace, b: MemberPlace): number => (isMemberAfter(a, b) ? 1 : -1);

/** Whether a member comes after a place in the list. */
export const isMemberAfter = (member: MemberPlace, place: MemberPlace): boolean =>
  member.name === place.name ? member.tenantId > place.tenantId : member.name > place.name;
