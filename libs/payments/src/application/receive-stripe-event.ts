import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { Actor, addJob, UnitOfWork } from '#libs/platform';
import { StripeInboxRepository } from '../persistence/stripe-inbox.repository.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { EVENT_QUEUE } from './stripe-job.js';

/** Takes in what Stripe tells: kept once by the event's id, and applied by a worker. */
@Injectable()
export class ReceiveStripeEvent {
  constructor(
    private readonly work: UnitOfWork,
    private readonly inbox: StripeInboxRepository,
    private readonly gateway: StripeGateway,
  ) {}

  /**
   * `body` as it came, to the byte. Answers whether the event is a new one. Refuses with STRIPE_SIGNATURE, and keeps
   * nothing then.
   */
  async execute(
    body: Buffer,
    signature: string,
    requestId: string | null,
  ): Promise<Result<{ isNew: boolean }>> {
    const event = this.gateway.verified(body, signature);
    if (event === null) return err(refuse('STRIPE_SIGNATURE'));
    return this.work.run(Actor.system('stripe', requestId), async (tx) => {
      const isNew = await this.inbox.keep(tx, event);
      const { eventId } = event;
      if (isNew) await addJob(tx, { queue: EVENT_QUEUE, payload: { eventId }, dedupeKey: eventId });
      return ok({ isNew });
    });
  }
}
