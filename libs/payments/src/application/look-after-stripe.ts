import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { Actor, addJob, UnitOfWork } from '#libs/platform';
import { StripeInboxRepository } from '../persistence/stripe-inbox.repository.js';
import { StripePayerRepository } from '../persistence/stripe-payer.repository.js';
import { StripeReconciliationRepository } from '../persistence/stripe-reconciliation.repository.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { addMemberJob, EVENT_QUEUE, RECONCILE_QUEUE, stripeLeadJob } from './stripe-job.js';

const EVENTS_AT_ONCE = 200;

/**
 * Finds what is due at Stripe by the one clock, and makes jobs of it: invoices that were issued, looks that are due, events
 * that were put off, the day's reconciliation. A worker calls it every few seconds; several workers do no harm.
 */
@Injectable()
export class LookAfterStripe {
  constructor(
    private readonly work: UnitOfWork,
    private readonly inbox: StripeInboxRepository,
    private readonly payers: StripePayerRepository,
    private readonly reconciliations: StripeReconciliationRepository,
    private readonly gateway: StripeGateway,
  ) {}

  async execute(): Promise<void> {
    if (!this.gateway.isOn) return;
    const found = await this.work.run(Actor.system('stripe'), async (tx) => {
      for (const eventId of await this.inbox.due(tx, EVENTS_AT_ONCE))
        await addJob(tx, { queue: EVENT_QUEUE, payload: { eventId }, dedupeKey: eventId });
      return ok(await this.inbox.leads(tx));
    });
    for (const leadId of found.ok ? found.value : []) await this.lookAfter(leadId);
  }

  private async lookAfter(leadId: string): Promise<void> {
    await this.work.run(stripeLeadJob(leadId), async (tx) => {
      for (const tenantId of await this.payers.due(tx)) await addMemberJob(tx, { tenantId, leadId });
      if (!(await this.reconciliations.wasMadeOn(tx, tx.today)))
        await addJob(tx, { queue: RECONCILE_QUEUE, payload: { leadId }, dedupeKey: leadId });
      return ok(null);
    });
  }
}
