import { Injectable } from '@nestjs/common';
import { ReadDisputes, ReadInvoices } from '#libs/billing';
import { londonDateOf, ok } from '#libs/kernel';
import { nothingPosted, ReadLedger } from '#libs/ledger';
import { auditTenant, newId, UnitOfWork, type Tx } from '#libs/platform';
import {
  isDebitDue,
  isOpen,
  type InvoiceThere,
  type Mirror,
  type PaymentAttempt,
} from '../domain/stripe-invoice.js';
import { StripeInvoiceRepository } from '../persistence/stripe-invoice.repository.js';
import { AskStripe } from './ask-stripe.js';
import { stripeJob } from './stripe-job.js';
import { TellOfDebit } from './tell-of-debit.js';

/** Debits an invoice when the time has come: one open attempt at most, written down before Stripe is asked. */
@Injectable()
export class CollectByDebit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly mirrors: StripeInvoiceRepository,
    private readonly invoices: ReadInvoices,
    private readonly ledger: ReadLedger,
    private readonly disputes: ReadDisputes,
    private readonly ask: AskStripe,
    private readonly notices: TellOfDebit,
  ) {}

  /** Throws StripeFault; what was begun goes on with the next look. */
  async execute(mirror: Mirror, there: InvoiceThere, paymentMethodId: string): Promise<void> {
    const attempt = await this.inTransaction(mirror, (tx) => this.attempt(tx, mirror, there));
    if (attempt?.state !== 'WANTED') return;
    const outcome = await this.ask.execute(mirror, {
      operation: 'invoice.pay',
      subjectId: attempt.id,
      params: { invoice: there.id, payment_method: paymentMethodId },
      done: (tx, paymentIntentId) =>
        this.mirrors.changeAttempt(tx, attempt, { state: 'PROCESSING', paymentIntentId }),
    });
    if (outcome.state === 'DONE') return;
    await this.inTransaction(mirror, async (tx) => {
      const failed = { state: 'FAILED' as const, reason: outcome.refusal, endedAt: tx.now };
      await this.mirrors.changeAttempt(tx, attempt, failed);
      await this.notices.within(tx, { ...attempt, ...failed });
    });
  }

  /** The open attempt, or a new one when it is due; null when there is nothing to ask for. */
  private async attempt(tx: Tx, mirror: Mirror, there: InvoiceThere): Promise<PaymentAttempt | null> {
    const before = await this.mirrors.attempts(tx, mirror, [mirror.invoiceId]);
    const open = before.find(isOpen);
    if (open) return open;
    const invoice = await this.invoices.byId(tx, mirror.invoiceId);
    const { dueOn = null } = invoice ?? {};
    if (dueOn === null) throw new Error(`invoice ${mirror.invoiceId} is at Stripe and was not issued`);
    const ended = before.map(({ state, endedAt }) => ({ state, endedOn: endedAt && londonDateOf(endedAt) }));
    const held = await this.disputes.heldOnInvoices(tx, mirror.leadId, [mirror.invoiceId]);
    const disputed = held.get(mirror.invoiceId) ?? 0n;
    if (!isDebitDue({ dueOn, disputed, today: tx.today }, ended)) return null;
    const balances = await this.ledger.balancesOfInvoices(tx, mirror.leadId, [mirror.invoiceId]);
    const { outstanding } = balances.get(mirror.invoiceId) ?? nothingPosted;
    // Stripe debits what it thinks is owed. Where we know better, a person decides: reconciliation names it.
    if (outstanding <= 0n || outstanding !== there.remaining) return null;
    const attempt: PaymentAttempt = {
      tenantId: mirror.tenantId,
      leadId: mirror.leadId,
      id: newId(),
      invoiceId: mirror.invoiceId,
      number: before.length + 1,
      amount: outstanding,
      state: 'WANTED',
      paymentIntentId: null,
      reason: null,
      startedAt: tx.now,
      endedAt: null,
    };
    if (!(await this.mirrors.insertAttempt(tx, attempt))) return null;
    await auditTenant(tx, mirror.leadId, {
      action: 'invoice.debit',
      subjectKind: 'invoice',
      subjectId: mirror.invoiceId,
      details: { attemptId: attempt.id, amountPence: outstanding, number: attempt.number },
    });
    return attempt;
  }

  private async inTransaction<T>(mirror: Mirror, work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await this.work.run(stripeJob(mirror), async (tx) => ok(await work(tx)));
    if (!result.ok) throw new Error('nothing is refused here');
    return result.value;
  }
}
