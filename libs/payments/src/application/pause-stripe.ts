import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { Actor, UnitOfWork, type Tx } from '#libs/platform';
import { tryAgainAt } from '../domain/stripe-call.js';
import { StripeInboxRepository } from '../persistence/stripe-inbox.repository.js';
import { StripeFault } from '../stripe/stripe-fault.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';

/** GO: nothing is known against asking. TRY: Stripe was away, and this one finds out whether it is back. WAIT: put off. */
type Turn = 'GO' | 'TRY' | 'WAIT';

/**
 * Puts off a lead authority's work at Stripe while Stripe is away, longer each time, on the one clock. When a pause is over
 * one piece of work goes ahead, and the rest waits for what it finds: Stripe is not asked by all of them at once.
 */
@Injectable()
export class PauseStripe {
  constructor(
    private readonly work: UnitOfWork,
    private readonly inbox: StripeInboxRepository,
    private readonly gateway: StripeGateway,
  ) {}

  /** Does the work, unless it is put off. Answers with the fault that put it off just now, or null. */
  async around(leadId: string, work: () => Promise<void>): Promise<StripeFault | null> {
    if (!this.gateway.isOn) return null;
    const turn = await this.inTransaction((tx) => this.takeTurn(tx, leadId));
    if (turn === 'WAIT') return null;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof StripeFault)) throw error;
      if (turn === 'GO') await this.inTransaction((tx) => this.begin(tx, leadId));
      return error;
    }
    // Only who went to find out knows that it is over: what ended well meanwhile was begun before.
    if (turn === 'TRY')
      await this.inTransaction((tx) => this.inbox.setPause(tx, leadId, { tries: 0, lookAt: null }));
    return null;
  }

  private async takeTurn(tx: Tx, leadId: string): Promise<Turn> {
    const { tries, lookAt } = await this.inbox.lockPause(tx, leadId);
    if (lookAt === null) return 'GO';
    if (lookAt > tx.now) return 'WAIT';
    // The next pause begins with the try, so that nobody else tries, and a worker that dies leaves it so.
    await this.inbox.setPause(tx, leadId, { tries: tries + 1, lookAt: tryAgainAt(tries, tx.now) });
    return 'TRY';
  }

  private async begin(tx: Tx, leadId: string): Promise<void> {
    const { tries, lookAt } = await this.inbox.lockPause(tx, leadId);
    // Of several that met the same absence, the first counts.
    if (lookAt === null)
      await this.inbox.setPause(tx, leadId, { tries: tries + 1, lookAt: tryAgainAt(tries, tx.now) });
  }

  private async inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await this.work.run(Actor.system('stripe'), async (tx) => ok(await work(tx)));
    if (!result.ok) throw new Error('nothing is refused here');
    return result.value;
  }
}
