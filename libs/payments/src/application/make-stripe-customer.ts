import { Injectable } from '@nestjs/common';
import { FindBody } from '#libs/directory';
import { ok } from '#libs/kernel';
import { UnitOfWork, type Tx } from '#libs/platform';
import type { StripeCustomer } from '../domain/payment-method.js';
import { StripeInboxRepository } from '../persistence/stripe-inbox.repository.js';
import { StripePayerRepository, type Payer } from '../persistence/stripe-payer.repository.js';
import { customerParams, fundingParams } from '../stripe/stripe-requests.js';
import { AskStripe } from './ask-stripe.js';
import { stripeJob } from './stripe-job.js';

/** Makes a member known to Stripe, with an account that bank transfers go to. */
@Injectable()
export class MakeStripeCustomer {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payers: StripePayerRepository,
    private readonly inbox: StripeInboxRepository,
    private readonly bodies: FindBody,
    private readonly ask: AskStripe,
  ) {}

  /** Throws StripeFault; and an Error when Stripe refuses, which nobody expects of a name. */
  async execute(payer: Payer): Promise<StripeCustomer & { customerId: string }> {
    const { customer, name } = await this.read(payer, async (tx) => ({
      customer: await this.payers.ensureCustomer(tx, payer),
      name: (await this.bodies.byId(tx, payer.tenantId))?.name ?? '',
    }));
    const customerId = customer.customerId ?? (await this.create(payer, name));
    if (customer.accountNumber === null) await this.account(payer, customerId);
    const made = await this.read(payer, (tx) => this.payers.ensureCustomer(tx, payer));
    return { ...made, customerId };
  }

  private async create(payer: Payer, name: string): Promise<string> {
    const outcome = await this.ask.execute(payer, {
      operation: 'customer.create',
      subjectId: payer.tenantId,
      params: customerParams(name, payer),
      done: async (tx, customerId) => {
        await this.payers.changeCustomer(tx, payer, { customerId });
        await this.inbox.setOwner(tx, customerId, { ...payer, invoiceId: null });
      },
    });
    if (outcome.state === 'REFUSED') throw new Error(`Stripe refuses a customer: ${outcome.refusal}`);
    return outcome.stripeId;
  }

  private async account(payer: Payer, customerId: string): Promise<void> {
    const outcome = await this.ask.execute(payer, {
      operation: 'fundingInstructions.create',
      subjectId: payer.tenantId,
      params: fundingParams(customerId),
      done: async (tx, account) => {
        const [sortCode = '', accountNumber = '', ...name] = account.split(' ');
        await this.payers.changeCustomer(tx, payer, { sortCode, accountNumber, accountName: name.join(' ') });
      },
    });
    if (outcome.state === 'REFUSED') throw new Error(`Stripe refuses an account: ${outcome.refusal}`);
  }

  private async read<T>(payer: Payer, work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await this.work.run(stripeJob(payer), async (tx) => ok(await work(tx)));
    if (!result.ok) throw new Error('nothing is refused here');
    return result.value;
  }
}
