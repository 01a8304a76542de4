import { Injectable } from '@nestjs/common';
import { ReadInvoices, type Invoice } from '#libs/billing';
import { daysBetween, ok, type LocalDate } from '#libs/kernel';
import { auditTenant, UnitOfWork, type Tx } from '#libs/platform';
import type { Mirror } from '../domain/stripe-invoice.js';
import { StripeInboxRepository } from '../persistence/stripe-inbox.repository.js';
import { StripeInvoiceRepository } from '../persistence/stripe-invoice.repository.js';
import { invoiceItemParams, invoiceParams } from '../stripe/stripe-requests.js';
import { AskStripe } from './ask-stripe.js';
import { stripeJob } from './stripe-job.js';

/** Gives Stripe an issued invoice to collect: one copy, with one line, that is never sent. */
@Injectable()
export class MirrorInvoice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly mirrors: StripeInvoiceRepository,
    private readonly inbox: StripeInboxRepository,
    private readonly invoices: ReadInvoices,
    private readonly ask: AskStripe,
  ) {}

  /** Goes on from wherever it stopped. Throws StripeFault. Answers the copy's id; null when Stripe refuses it. */
  async execute(mirror: Mirror, customer: string): Promise<string | null> {
    const owner = { tenantId: mirror.tenantId, leadId: mirror.leadId, invoiceId: mirror.invoiceId };
    const { invoice, today } = await this.work.read(stripeJob(mirror), async (tx) => ({
      invoice: await this.invoices.byId(tx, mirror.invoiceId),
      today: tx.today,
    }));
    const { number, dueOn } = issued(invoice);
    const subjectId = mirror.invoiceId;
    const daysUntilDue = dueOn > today ? daysBetween(today, dueOn) : 0;
    const made = await this.ask.execute(mirror, {
      operation: 'invoice.create',
      subjectId,
      params: invoiceParams({ customer, number, method: mirror.method, daysUntilDue, owner }),
      done: async (tx, stripeInvoiceId) => {
        await this.mirrors.change(tx, mirror, { stripeInvoiceId });
        await this.inbox.setOwner(tx, stripeInvoiceId, owner);
      },
    });
    if (made.state === 'REFUSED') return this.refused(mirror, made.refusal);
    const there = made.stripeId;
    const line = await this.ask.execute(mirror, {
      operation: 'invoiceItem.create',
      subjectId,
      params: invoiceItemParams({ customer, invoice: there }, { amount: mirror.amount, number, owner }),
    });
    if (line.state === 'REFUSED') return this.refused(mirror, line.refusal);
    const final = await this.ask.execute(mirror, {
      operation: 'invoice.finalize',
      subjectId,
      params: { invoice: there },
      done: async (tx) => {
        await this.mirrors.change(tx, mirror, { state: 'OPEN' });
        await this.record(tx, mirror, { stripeInvoiceId: there, amountPence: mirror.amount });
      },
    });
    return final.state === 'REFUSED' ? this.refused(mirror, final.refusal) : there;
  }

  private async refused(mirror: Mirror, refusal: string): Promise<null> {
    await this.work.run(stripeJob(mirror), async (tx) => {
      await this.mirrors.change(tx, mirror, { state: 'REFUSED', refusal, lookAt: null });
      await this.record(tx, mirror, { refused: true });
      return ok(null);
    });
    return null;
  }

  private async record(
    tx: Tx,
    { leadId, invoiceId }: Mirror,
    details: Readonly<Record<string, string | bigint | boolean>>,
  ): Promise<void> {
    const subject = { subjectKind: 'invoice', subjectId: invoiceId };
    await auditTenant(tx, leadId, { action: 'invoice.giveToStripe', ...subject, details });
  }
}

const issued = (invoice: Invoice | null): { number: string; dueOn: LocalDate } => {
  const { number = null, dueOn = null } = invoice ?? {};
  if (number === null || dueOn === null) throw new Error('only an issued invoice is given to Stripe');
  return { number, dueOn };
};
