import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { Actor, finishJob, UnitOfWork, type JobHandler, type TakenJob, type Tx } from '#libs/platform';
import { tryAgainAt } from '../domain/stripe-call.js';
import { subjectOf, type StripeEvent } from '../domain/stripe-event.js';
import { StripeInboxRepository, type StripeOwner } from '../persistence/stripe-inbox.repository.js';
import { StripeFault } from '../stripe/stripe-fault.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { LookAgain } from './look-again.js';
import { EVENT_QUEUE } from './stripe-job.js';

/**
 * Finds out whose affair an event is, and has that read from Stripe. What the event says has happened is not believed: it
 * may be late, doubled or out of order, and what Stripe says when it is asked is none of that.
 */
@Injectable()
export class ApplyStripeEvent implements JobHandler {
  readonly queue = EVENT_QUEUE;

  constructor(
    private readonly work: UnitOfWork,
    private readonly inbox: StripeInboxRepository,
    private readonly gateway: StripeGateway,
    private readonly again: LookAgain,
  ) {}

  async handle(job: TakenJob): Promise<void> {
    const { eventId } = job.payload as { eventId: string };
    const event = await this.work.read(this.door, (tx) => this.inbox.waiting(tx, eventId));
    if (event === null || !this.gateway.isOn) return;
    try {
      const owners = await this.ownersOf(event);
      // Looking again is noted first: noted twice it does no harm, and an event that is settled must have been heard.
      for (const owner of owners) await this.again.execute(owner);
      await this.inDoor(async (tx) => {
        await this.inbox.settle(tx, eventId, owners.length > 0 ? 'APPLIED' : 'IGNORED');
        await finishJob(tx, job);
      });
    } catch (error) {
      if (!(error instanceof StripeFault)) throw error;
      await this.inDoor(async (tx) => {
        if (error.kind === 'REFUSED') await this.inbox.settle(tx, eventId, 'IGNORED');
        else await this.inbox.putOff(tx, tryAgainAt(event.tries, tx.now));
        await finishJob(tx, job);
      });
    }
  }

  private get door(): Actor {
    return Actor.system('stripe');
  }

  private async inDoor(work: (tx: Tx) => Promise<void>): Promise<void> {
    await this.work.run(this.door, async (tx) => {
      await work(tx);
      return ok(null);
    });
  }

  /** Whose affair it is; nobody's when Stripe's account is used for other things too. */
  private async ownersOf({ type, objectId }: StripeEvent): Promise<readonly StripeOwner[]> {
    const subject = subjectOf(type);
    if (subject === null || objectId === null) return [];
    const ids = await this.ownedIds(subject, objectId);
    return this.work.read(this.door, async (tx) => {
      const owners: StripeOwner[] = [];
      for (const id of ids) {
        const owner = await this.inbox.owner(tx, id);
        if (owner) owners.push(owner);
      }
      return owners;
    });
  }

  /** The ids of Stripe's by which a thing's owner is known. */
  private async ownedIds(
    subject: NonNullable<ReturnType<typeof subjectOf>>,
    id: string,
  ): Promise<readonly string[]> {
    if (subject === 'PAYMENT_INTENT') return this.gateway.invoicesPaidBy(id);
    if (subject !== 'DISPUTE') return [id];
    const intent = await this.gateway.disputedIntent(id);
    return intent === null ? [] : this.gateway.invoicesPaidBy(intent);
  }
}
