import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { nothingPosted, ReadLedger } from '#libs/ledger';
import { UnitOfWork } from '#libs/platform';
import { isOpen, type InvoiceThere, type Mirror } from '../domain/stripe-invoice.js';
import { StripeInvoiceRepository } from '../persistence/stripe-invoice.repository.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { AskStripe } from './ask-stripe.js';
import { CollectByDebit } from './collect-by-debit.js';
import { MirrorInvoice } from './mirror-invoice.js';
import { stripeJob } from './stripe-job.js';
import { TakeStripeMoney } from './take-stripe-money.js';

const HOUR_MS = 3_600_000;
/** What a lost webhook would have told is seen by then. */
const LOOK_EVERY_MS = 6 * HOUR_MS;
/** A payer's bank may take a debit back long after it went through. */
const LOOK_AT_DEBITS_FOR_MS = 90 * 24 * HOUR_MS;

/** What tending an invoice is made of. */
@Injectable()
export class StepsOfMirror {
  constructor(
    readonly make: MirrorInvoice,
    readonly money: TakeStripeMoney,
    readonly debit: CollectByDebit,
    readonly ask: AskStripe,
  ) {}
}

/** Brings one invoice as far as it goes today: made at Stripe, read from it, debited, or given up. */
@Injectable()
export class TendMirror {
  constructor(
    private readonly work: UnitOfWork,
    private readonly mirrors: StripeInvoiceRepository,
    private readonly ledger: ReadLedger,
    private readonly gateway: StripeGateway,
    private readonly steps: StepsOfMirror,
  ) {}

  /** Throws StripeFault; what was begun goes on with the next look. */
  async execute(mirror: Mirror, customer: string, paymentMethodId: string | null): Promise<void> {
    const stripeInvoiceId =
      mirror.state === 'WANTED' ? await this.steps.make.execute(mirror, customer) : mirror.stripeInvoiceId;
    if (stripeInvoiceId === null) return;
    let there = await this.read(mirror, stripeInvoiceId);
    if (there.status === 'open' && mirror.method === 'STRIPE_BACS_DEBIT' && paymentMethodId !== null) {
      await this.steps.debit.execute(mirror, there, paymentMethodId);
      there = await this.read(mirror, stripeInvoiceId);
    }
    if (there.status === 'open' && (await this.isSettledOtherwise(mirror, there))) {
      await this.steps.ask.execute(mirror, {
        operation: 'invoice.void',
        subjectId: mirror.invoiceId,
        params: { invoice: stripeInvoiceId },
      });
      there = await this.read(mirror, stripeInvoiceId);
    }
    await this.rest(mirror, there);
  }

  private async read(mirror: Mirror, stripeInvoiceId: string): Promise<InvoiceThere> {
    const there = await this.gateway.invoice(stripeInvoiceId);
    await this.steps.money.execute(mirror, there);
    return there;
  }

  /** Paid to the bank or credited: Stripe must not collect it too. */
  private isSettledOtherwise(mirror: Mirror, { paid }: InvoiceThere): Promise<boolean> {
    return this.work.read(stripeJob(mirror), async (tx) => {
      const balances = await this.ledger.balancesOfInvoices(tx, mirror.leadId, [mirror.invoiceId]);
      const { outstanding } = balances.get(mirror.invoiceId) ?? nothingPosted;
      const attempts = await this.mirrors.attempts(tx, mirror, [mirror.invoiceId]);
      return outstanding <= 0n && paid === 0n && !attempts.some(isOpen);
    });
  }

  /** When to look again, of itself; webhooks have it looked at sooner. */
  private async rest(mirror: Mirror, { status }: InvoiceThere): Promise<void> {
    await this.work.run(stripeJob(mirror), async (tx) => {
      const age = tx.now.getTime() - mirror.madeAt.getTime();
      const isWatched =
        status === 'open' ||
        (status === 'paid' && mirror.method === 'STRIPE_BACS_DEBIT' && age < LOOK_AT_DEBITS_FOR_MS);
      const lookAt = isWatched ? new Date(tx.now.getTime() + LOOK_EVERY_MS) : null;
      await this.mirrors.change(tx, mirror, { lookAt, tries: 0 });
      return ok(null);
    });
  }
}
