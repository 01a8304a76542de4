import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { UnitOfWork } from '#libs/platform';
import type { StripeOwner } from '../persistence/stripe-inbox.repository.js';
import { StripeInvoiceRepository } from '../persistence/stripe-invoice.repository.js';
import { StripePayerRepository } from '../persistence/stripe-payer.repository.js';
import { addMemberJob, stripeJob } from './stripe-job.js';

/** Has an invoice, or all that a member has open, read from Stripe soon. */
@Injectable()
export class LookAgain {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payers: StripePayerRepository,
    private readonly invoices: StripeInvoiceRepository,
  ) {}

  async execute(owner: StripeOwner): Promise<void> {
    await this.work.run(stripeJob(owner), async (tx) => {
      if (owner.invoiceId === null) {
        await this.payers.changeCustomer(tx, owner, { lookAt: tx.now });
        const open = await this.invoices.open(tx, owner);
        await this.invoices.lookAgain(
          tx,
          owner,
          open.map(({ invoiceId }) => invoiceId),
        );
      } else await this.invoices.lookAgain(tx, owner, [owner.invoiceId]);
      await addMemberJob(tx, owner);
      return ok(null);
    });
  }
}
