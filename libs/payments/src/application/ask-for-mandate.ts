import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { auditTenant, Config, UnitOfWork, type Tx } from '#libs/platform';
import type { StripeCustomer } from '../domain/payment-method.js';
import { StripeInboxRepository } from '../persistence/stripe-inbox.repository.js';
import { StripePayerRepository, type Payer } from '../persistence/stripe-payer.repository.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { setupParams } from '../stripe/stripe-requests.js';
import { AskStripe } from './ask-stripe.js';
import { stripeJob } from './stripe-job.js';

/** The page that shows whether the mandate is there. */
const BACK_TO = '/payment-methods';

/** Gets a member a page of Stripe's where it gives its mandate, and notes that it did. No bank details come to us. */
@Injectable()
export class AskForMandate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payers: StripePayerRepository,
    private readonly inbox: StripeInboxRepository,
    private readonly gateway: StripeGateway,
    private readonly ask: AskStripe,
    private readonly config: Config,
  ) {}

  /** Answers the mandate's payment method; null while there is none. Throws StripeFault. */
  async execute(payer: Payer, customer: StripeCustomer & { customerId: string }): Promise<string | null> {
    if (customer.paymentMethodId !== null) return customer.paymentMethodId;
    const round = customer.mandateRound;
    if (customer.setupSessionId === null) {
      await this.page(payer, customer.customerId, round);
      return null;
    }
    const { state, url, paymentMethodId } = await this.gateway.setup(customer.setupSessionId);
    if (state === 'OPEN') {
      if (url !== customer.setupUrl)
        await this.note(payer, (tx) => this.payers.changeCustomer(tx, payer, { setupUrl: url }));
      return null;
    }
    if (state === 'OVER') {
      await this.page(payer, customer.customerId, round + 1);
      return null;
    }
    await this.note(payer, async (tx) => {
      await this.payers.changeCustomer(tx, payer, {
        paymentMethodId,
        mandateState: 'ACTIVE',
        setupUrl: null,
      });
      await auditTenant(tx, payer.leadId, {
        action: 'mandate.give',
        subjectKind: 'body',
        subjectId: payer.leadId,
      });
    });
    return paymentMethodId;
  }

  private async page(payer: Payer, customerId: string, round: number): Promise<void> {
    await this.ask.execute(payer, {
      operation: 'setupSession.create',
      subjectId: subjectOfRound(payer.tenantId, round),
      params: setupParams(customerId, new URL(BACK_TO, this.config.publicUrl).href, payer),
      done: async (tx, setupSessionId) => {
        const change = {
          setupSessionId,
          setupUrl: null,
          mandateRound: round,
          mandateState: 'ASKED' as const,
        };
        // Its address is read with the next look, which is due at once.
        await this.payers.changeCustomer(tx, payer, { ...change, lookAt: tx.now });
        await this.inbox.setOwner(tx, setupSessionId, { ...payer, invoiceId: null });
      },
    });
  }

  private async note(payer: Payer, work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.work.run(stripeJob(payer), async (tx) => {
      await work(tx);
      return ok(null);
    });
  }
}

/** Each page that is asked for is an errand of its own; the same one whenever it is asked for again. */
const subjectOfRound = (tenantId: string, round: number): string => {
  const hex = createHash('sha256').update(`${tenantId}/${round}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
};
