import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { Actor, UnitOfWork, type Tx } from '#libs/platform';
import { tryAgainAt } from '../domain/stripe-call.js';
import { StripeInboxRepository } from '../persistence/stripe-inbox.repository.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';

/** Puts off a lead authority's work at Stripe while Stripe is away, longer each time, on the one clock. */
@Injectable()
export class PauseStripe {
  constructor(
    private readonly work: UnitOfWork,
    private readonly inbox: StripeInboxRepository,
    private readonly gateway: StripeGateway,
  ) {}

  /** Whether nothing is to be asked now: put off, or there is no Stripe. */
  async isOn(leadId: string): Promise<boolean> {
    if (!this.gateway.isOn) return true;
    return this.work.read(Actor.system('stripe'), async (tx) => {
      const { lookAt } = await this.inbox.pause(tx, leadId);
      return lookAt !== null && lookAt > tx.now;
    });
  }

  begin(leadId: string): Promise<void> {
    return this.change(async (tx) => {
      const { tries, lookAt } = await this.inbox.pause(tx, leadId);
      // Of several that met the same absence, the first counts.
      if (lookAt !== null && lookAt > tx.now) return;
      await this.inbox.setPause(tx, leadId, { tries: tries + 1, lookAt: tryAgainAt(tries, tx.now) });
    });
  }

  end(leadId: string): Promise<void> {
    return this.change(async (tx) => {
      const { tries } = await this.inbox.pause(tx, leadId);
      if (tries > 0) await this.inbox.setPause(tx, leadId, { tries: 0, lookAt: null });
    });
  }

  private async change(work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.work.run(Actor.system('stripe'), async (tx) => {
      await work(tx);
      return ok(null);
    });
  }
}
