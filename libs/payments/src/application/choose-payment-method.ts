import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditTenant, UnitOfWork, type Actor } from '#libs/platform';
import { isThroughStripe, usualMethod, type PaymentMethod } from '../domain/payment-method.js';
import { StripeInboxRepository } from '../persistence/stripe-inbox.repository.js';
import { StripePayerRepository } from '../persistence/stripe-payer.repository.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { addMemberJob } from './stripe-job.js';

export interface ChoosePaymentMethodCommand {
  readonly leadId: string;
  readonly method: PaymentMethod;
}

/**
 * A member says how it pays a lead authority from now on. Invoices that Stripe has been given stay as they are. Refuses
 * with NOT_FOUND where the member has no call-off, and with STRIPE_OFF.
 */
@Injectable()
export class ChoosePaymentMethod {
  constructor(
    private readonly work: UnitOfWork,
    private readonly payers: StripePayerRepository,
    private readonly inbox: StripeInboxRepository,
    private readonly callOffs: ReadCallOffs,
    private readonly gateway: StripeGateway,
  ) {}

  execute(actor: Actor, { leadId, method }: ChoosePaymentMethodCommand): Promise<Result<{ leadId: string }>> {
    return this.work.run(actor, async (tx) => {
      const payer = { tenantId: tx.tenantId, leadId };
      if ((await this.callOffs.allOf(tx, payer)).length === 0) return err(refuse('NOT_FOUND'));
      if (isThroughStripe(method) && !this.gateway.isOn) return err(refuse('STRIPE_OFF', {}, ['method']));
      const before = (await this.payers.choice(tx, payer))?.method ?? null;
      if ((before ?? usualMethod) === method) return ok({ leadId });
      await this.payers.choose(tx, { ...payer, method, chosenAt: tx.now, chosenBy: tx.personId });
      if (isThroughStripe(method)) {
        await this.inbox.addLead(tx, leadId);
        await addMemberJob(tx, payer);
      }
      await auditTenant(tx, leadId, {
        action: 'paymentMethod.choose',
        subjectKind: 'body',
        subjectId: leadId,
        details: { method, before: before ?? usualMethod },
      });
      return ok({ leadId });
    });
  }
}
