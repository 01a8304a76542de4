import { Injectable } from '@nestjs/common';
import { localDate, type LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Difference } from '../domain/reconcile.js';
import { StripeDifferenceRow, StripeReconciliationRow } from './stripe.entities.js';

export interface Reconciliation {
  readonly leadId: string;
  readonly id: string;
  readonly day: LocalDate;
  readonly madeAt: Date;
  /** How many invoices of Stripe's, and payments of them, were compared. */
  readonly invoices: number;
  readonly payments: number;
}

/** Comparisons of Stripe's list with ours; a lead authority's own. */
@Injectable()
export class StripeReconciliationRepository {
  async wasMadeOn(tx: Tx, day: LocalDate): Promise<boolean> {
    return tx.manager.existsBy(StripeReconciliationRow, { leadId: tx.leadId, day });
  }

  async insert(tx: Tx, reconciliation: Reconciliation, differences: readonly Difference[]): Promise<void> {
    const { leadId, id } = reconciliation;
    await tx.manager.insert(StripeReconciliationRow, reconciliation);
    if (differences.length === 0) return;
    await tx.manager.insert(
      StripeDifferenceRow,
      differences.map(({ here, there, ...difference }, index) => ({
        ...difference,
        leadId,
        reconciliationId: id,
        number: index + 1,
        herePence: here,
        therePence: there,
      })),
    );
  }

  async latest(tx: Tx): Promise<Reconciliation | null> {
    const [row] = await tx.manager.find(StripeReconciliationRow, {
      where: { leadId: tx.leadId },
      order: { day: 'desc' },
      take: 1,
    });
    return row ? { ...row, day: localDate(row.day) } : null;
  }

  async differences(tx: Tx, { leadId, id }: Reconciliation): Promise<Difference[]> {
    const rows = await tx.manager.find(StripeDifferenceRow, {
      where: { leadId, reconciliationId: id },
      order: { number: 'asc' },
    });
    return rows.map(({ kind, memberId, invoiceId, stripeId, herePence, therePence }) => ({
      kind,
      memberId,
      invoiceId,
      stripeId,
      here: herePence,
      there: therePence,
    }));
  }
}
