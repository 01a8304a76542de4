import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '#libs/platform';
import type { Mirror, PaymentAttempt } from '../domain/stripe-invoice.js';
import type { PaymentHere } from '../domain/stripe-money.js';
import { PaymentAttemptRow, StripeInvoiceRow, StripePaymentRow } from './stripe.entities.js';
import type { Payer } from './stripe-payer.repository.js';

/** Invoices as Stripe has them, and the debits that were asked for. */
@Injectable()
export class StripeInvoiceRepository {
  /** The ids of a member's issued invoices on which something is owed and that Stripe has not been given, oldest first. */
  async notMirrored(tx: Tx, { tenantId, leadId }: Payer): Promise<string[]> {
    const rows = await tx.manager.query<{ id: string }[]>(
      `select i.id from invoice i join invoice_balance b
         on b.tenant_id = i.tenant_id and b.lead_id = i.lead_id and b.invoice_id = i.id
       where i.tenant_id = $1 and i.lead_id = $2 and i.state = 'ISSUED' and b.outstanding_pence > 0
         and not exists (select from stripe_invoice m where m.tenant_id = i.tenant_id and m.lead_id = i.lead_id and m.invoice_id = i.id)
       order by i.issued_at, i.id`,
      [tenantId, leadId],
    );
    return rows.map(({ id }) => id);
  }

  async find(tx: Tx, { tenantId, leadId }: Payer, invoiceId: string): Promise<Mirror | null> {
    const row = await tx.manager.findOneBy(StripeInvoiceRow, { tenantId, leadId, invoiceId });
    return row && toMirror(row);
  }

  /** Those of a member that are to be looked at by now. */
  async due(tx: Tx, { tenantId, leadId }: Payer): Promise<Mirror[]> {
    const rows = await tx.manager
      .createQueryBuilder(StripeInvoiceRow, 'm')
      .where('m.tenantId = :tenantId and m.leadId = :leadId and m.lookAt <= :now', {
        tenantId,
        leadId,
        now: tx.now,
      })
      .orderBy('m.madeAt')
      .addOrderBy('m.invoiceId')
      .getMany();
    return rows.map(toMirror);
  }

  /** Those of a member that wait for money. */
  async open(tx: Tx, { tenantId, leadId }: Payer): Promise<Mirror[]> {
    const rows = await tx.manager.findBy(StripeInvoiceRow, { tenantId, leadId, state: 'OPEN' });
    return rows.map(toMirror);
  }

  /** Has invoices looked at with the next look; those that are put off are not waited for. */
  async lookAgain(tx: Tx, { tenantId, leadId }: Payer, invoiceIds: readonly string[]): Promise<void> {
    if (invoiceIds.length === 0) return;
    await tx.manager.update(
      StripeInvoiceRow,
      { tenantId, leadId, invoiceId: In([...invoiceIds]) },
      { lookAt: tx.now },
    );
  }

  /** All of the transaction's lead authority. */
  async ofLead(tx: Tx): Promise<Mirror[]> {
    const rows = await tx.manager.find(StripeInvoiceRow, {
      where: { leadId: tx.leadId },
      order: { madeAt: 'asc', invoiceId: 'asc' },
    });
    return rows.map(toMirror);
  }

  /** False when Stripe has been given it, or is being. */
  async insert(tx: Tx, { amount, ...mirror }: Mirror): Promise<boolean> {
    const inserted = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(StripeInvoiceRow)
      .values({ ...mirror, amountPence: amount })
      .orIgnore()
      .returning('invoice_id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  async change(
    tx: Tx,
    { tenantId, leadId, invoiceId }: Pick<Mirror, 'tenantId' | 'leadId' | 'invoiceId'>,
    change: Partial<Pick<Mirror, 'state' | 'stripeInvoiceId' | 'refusal' | 'tries' | 'lookAt'>>,
  ): Promise<void> {
    await tx.manager.update(StripeInvoiceRow, { tenantId, leadId, invoiceId }, change);
  }

  async insertPayment(
    tx: Tx,
    { leadId }: Payer,
    payment: { stripePaymentId: string; invoiceId: string; receiptId: string },
  ): Promise<void> {
    await tx.manager.insert(StripePaymentRow, { tenantId: tx.tenantId, leadId, ...payment });
  }

  /** The payments of Stripe's that were recorded for the lead authority's invoices, by invoice; or for one of them. */
  async payments(
    tx: Tx,
    invoiceId: string | null = null,
  ): Promise<ReadonlyMap<string, readonly PaymentHere[]>> {
    const rows = await tx.manager.query<PaymentOfInvoice[]>(
      `select p.invoice_id, p.receipt_id, p.stripe_payment_id as payment_id, r.amount_pence::text as amount,
              (select coalesce(sum(a.amount_pence), 0) from receipt_allocation a
               where a.lead_id = r.lead_id and a.receipt_id = r.id and a.invoice_id is null)::text as on_account,
              exists (select from receipt_allocation a join allocation_reversal v
                        on v.tenant_id = a.tenant_id and v.lead_id = a.lead_id and v.allocation_id = a.id
                      where a.lead_id = r.lead_id and a.receipt_id = r.id) as reversed
       from stripe_payment p join receipt r on r.lead_id = p.lead_id and r.id = p.receipt_id
       where p.lead_id = $1 and ($2::uuid is null or p.invoice_id = $2) order by r.recorded_at, r.id`,
      [tx.leadId, invoiceId],
    );
    return byInvoice(rows);
  }

  /** The debits of an invoice, the oldest first. */
  async attempts(
    tx: Tx,
    { tenantId, leadId }: Payer,
    invoiceIds: readonly string[],
  ): Promise<PaymentAttempt[]> {
    if (invoiceIds.length === 0) return [];
    const rows = await tx.manager.find(PaymentAttemptRow, {
      where: { tenantId, leadId, invoiceId: In([...invoiceIds]) },
      order: { invoiceId: 'asc', number: 'asc' },
    });
    return rows.map(({ amountPence, ...row }) => ({ ...row, amount: amountPence }));
  }

  /** False when one is open already: the database lets no second one in. */
  async insertAttempt(tx: Tx, { amount, ...attempt }: PaymentAttempt): Promise<boolean> {
    const inserted = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(PaymentAttemptRow)
      .values({ ...attempt, amountPence: amount })
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length > 0;
  }

  async changeAttempt(
    tx: Tx,
    { tenantId, leadId, id }: PaymentAttempt,
    change: Partial<Pick<PaymentAttempt, 'state' | 'paymentIntentId' | 'reason' | 'endedAt'>>,
  ): Promise<void> {
    await tx.manager.update(PaymentAttemptRow, { tenantId, leadId, id }, change);
  }
}

interface PaymentOfInvoice {
  readonly invoice_id: string;
  readonly receipt_id: string;
  readonly payment_id: string;
  readonly amount: string;
  readonly on_account: string;
  readonly reversed: boolean;
}

const byInvoice = (rows: readonly PaymentOfInvoice[]): ReadonlyMap<string, readonly PaymentHere[]> => {
  const found = new Map<string, PaymentHere[]>();
  for (const { invoice_id, payment_id, receipt_id, amount, on_account, reversed } of rows) {
    const payment = {
      stripePaymentId: payment_id,
      receiptId: receipt_id,
      amount: BigInt(amount),
      onAccount: BigInt(on_account),
      isReversed: reversed,
    };
    found.set(invoice_id, [...(found.get(invoice_id) ?? []), payment]);
  }
  return found;
};

const toMirror = ({ amountPence, ...row }: StripeInvoiceRow): Mirror => ({ ...row, amount: amountPence });
