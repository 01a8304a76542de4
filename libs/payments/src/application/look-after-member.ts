import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { nothingPosted, ReadLedger } from '#libs/ledger';
import { Logger, UnitOfWork, type JobHandler, type TakenJob, type Tx } from '#libs/platform';
import {
  isThroughStripe,
  usualMethod,
  type PaymentMethod,
  type StripeMethod,
} from '../domain/payment-method.js';
import type { Mirror } from '../domain/stripe-invoice.js';
import { StripeInvoiceRepository } from '../persistence/stripe-invoice.repository.js';
import { StripePayerRepository, type Payer } from '../persistence/stripe-payer.repository.js';
import { StripeFault } from '../stripe/stripe-fault.js';
import { AskForMandate } from './ask-for-mandate.js';
import { MakeStripeCustomer } from './make-stripe-customer.js';
import { PauseStripe } from './pause-stripe.js';
import { MEMBER_QUEUE, stripeJob } from './stripe-job.js';
import { TendMirror } from './tend-mirror.js';

const LOOK_FOR_MANDATE_EVERY_MS = 3_600_000;
const LOOK_AFTER_REFUSAL_MS = 24 * 3_600_000;

/** What looking after a member is made of. */
@Injectable()
export class StepsOfMember {
  constructor(
    readonly customer: MakeStripeCustomer,
    readonly mandate: AskForMandate,
    readonly tend: TendMirror,
    readonly pause: PauseStripe,
    readonly logger: Logger,
  ) {}
}

/** Does what is due at Stripe for one member of one lead authority. Stripe's absence puts it off and stops nothing else. */
@Injectable()
export class LookAfterMember implements JobHandler {
  readonly queue = MEMBER_QUEUE;

  constructor(
    private readonly work: UnitOfWork,
    private readonly payers: StripePayerRepository,
    private readonly mirrors: StripeInvoiceRepository,
    private readonly ledger: ReadLedger,
    private readonly steps: StepsOfMember,
  ) {}

  async handle(job: TakenJob): Promise<void> {
    const payer = job.payload as Payer;
    const fault = await this.steps.pause.around(payer.leadId, () => this.execute(payer));
    if (fault !== null)
      this.steps.logger.info(
        { ...payer, kind: fault.kind },
        'Stripe could not be asked; its work is put off',
      );
  }

  /** Throws StripeFault. */
  async execute(payer: Payer): Promise<void> {
    const method = await this.work.read(
      stripeJob(payer),
      async (tx) => (await this.payers.choice(tx, payer))?.method ?? usualMethod,
    );
    const customer = await this.steps.customer.execute(payer);
    const paymentMethodId = await this.mandate(payer, method, customer);
    const due = await this.inTransaction(payer, async (tx) => {
      if (isThroughStripe(method)) await this.want(tx, payer, method);
      return this.mirrors.due(tx, payer);
    });
    for (const mirror of due)
      await this.orPutOff(mirror, () =>
        this.steps.tend.execute(mirror, customer.customerId, paymentMethodId),
      );
  }

  /** What Stripe does not know any more keeps nothing else waiting; reconciliation names it. */
  private async orPutOff(mirror: Mirror, tend: () => Promise<void>): Promise<void> {
    try {
      await tend();
    } catch (error) {
      if (!(error instanceof StripeFault) || error.kind !== 'REFUSED') throw error;
      this.steps.logger.info({ invoiceId: mirror.invoiceId }, `Stripe refuses to tell: ${error.message}`);
      await this.inTransaction(mirror, async (tx) => {
        const lookAt = new Date(tx.now.getTime() + LOOK_AFTER_REFUSAL_MS);
        await this.mirrors.change(tx, mirror, { lookAt });
      });
    }
  }

  private async mandate(
    payer: Payer,
    method: PaymentMethod,
    customer: Awaited<ReturnType<MakeStripeCustomer['execute']>>,
  ): Promise<string | null> {
    if (method !== 'STRIPE_BACS_DEBIT') {
      await this.inTransaction(payer, (tx) => this.payers.changeCustomer(tx, payer, { lookAt: null }));
      return customer.paymentMethodId;
    }
    let found = await this.steps.mandate.execute(payer, customer);
    // A page that was just asked for has its address read at once.
    if (found === null) found = await this.steps.mandate.execute(payer, await this.again(payer, customer));
    await this.inTransaction(payer, async (tx) => {
      const lookAt = found === null ? new Date(tx.now.getTime() + LOOK_FOR_MANDATE_EVERY_MS) : null;
      await this.payers.changeCustomer(tx, payer, { lookAt });
    });
    return found;
  }

  private again<C extends { readonly customerId: string }>(payer: Payer, { customerId }: C) {
    return this.work.read(stripeJob(payer), async (tx) => {
      const customer = await this.payers.customer(tx, payer);
      if (customer === null) throw new Error('the customer was made');
      return { ...customer, customerId };
    });
  }

  /** Notes which issued invoices Stripe is to be given, each for what is owed on it now. */
  private async want(tx: Tx, payer: Payer, method: StripeMethod): Promise<void> {
    const ids = await this.mirrors.notMirrored(tx, payer);
    const balances = await this.ledger.balancesOfInvoices(tx, payer.leadId, ids);
    for (const invoiceId of ids) {
      const mirror: Mirror = {
        tenantId: payer.tenantId,
        leadId: payer.leadId,
        invoiceId,
        method,
        state: 'WANTED',
        amount: (balances.get(invoiceId) ?? nothingPosted).outstanding,
        stripeInvoiceId: null,
        refusal: null,
        tries: 0,
        lookAt: tx.now,
        madeAt: tx.now,
      };
      await this.mirrors.insert(tx, mirror);
    }
  }

  private async inTransaction<T>(payer: Payer, work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await this.work.run(stripeJob(payer), async (tx) => ok(await work(tx)));
    if (!result.ok) throw new Error('nothing is refused here');
    return result.value;
  }
}
