import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { UnitOfWork, writingFor, type Tx } from '#libs/platform';
import { attemptAfter, mirrorStateOf, type InvoiceThere, type Mirror } from '../domain/stripe-invoice.js';
import { moneyToDo } from '../domain/stripe-money.js';
import { StripeInvoiceRepository } from '../persistence/stripe-invoice.repository.js';
import { ReceiveStripePayment } from './receive-stripe-payment.js';
import { ReverseReceipt } from './reverse-receipt.js';
import { stripeLeadJob } from './stripe-job.js';
import { TellOfDebit } from './tell-of-debit.js';

/**
 * Brings our side up to what Stripe says of an invoice: money that is there becomes a receipt, once for each payment;
 * money that the payer's bank took back is owed again; a debit that failed is told of. What Stripe says now is all that
 * counts, so it may be said again, late and in any order.
 */
@Injectable()
export class TakeStripeMoney {
  constructor(
    private readonly work: UnitOfWork,
    private readonly mirrors: StripeInvoiceRepository,
    private readonly receive: ReceiveStripePayment,
    private readonly reverse: ReverseReceipt,
    private readonly notices: TellOfDebit,
  ) {}

  async execute(mirror: Mirror, there: InvoiceThere): Promise<void> {
    const { invoiceId } = mirror;
    await this.work.run(stripeLeadJob(mirror.leadId), async (tx) => {
      const here = (await this.mirrors.payments(tx, invoiceId)).get(invoiceId) ?? [];
      const todo = moneyToDo(there.payments, here);
      for (const payment of todo.receive) await this.receive.within(tx, mirror, payment);
      for (const payment of todo.reverse)
        await this.reverse.ofStripePayment(tx, payment.id, payment.takenBack ?? '');
      await writingFor(tx, mirror.tenantId, async (member) => {
        const state = mirrorStateOf(there);
        if (state !== mirror.state) await this.mirrors.change(member, mirror, { state });
        await this.settleAttempts(member, mirror, there);
      });
      return ok(null);
    });
  }

  private async settleAttempts(tx: Tx, mirror: Mirror, there: InvoiceThere): Promise<void> {
    for (const attempt of await this.mirrors.attempts(tx, mirror, [mirror.invoiceId])) {
      const after = attemptAfter(attempt, there);
      if (after === null) continue;
      await this.mirrors.changeAttempt(tx, attempt, { ...after, endedAt: attempt.endedAt ?? tx.now });
      if (after.state !== 'SUCCEEDED') await this.notices.within(tx, { ...attempt, ...after });
    }
  }
}
