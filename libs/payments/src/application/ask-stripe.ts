import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { UnitOfWork, type Tx } from '#libs/platform';
import {
  idempotencyKeyOf,
  nextStepOf,
  type CallOutcome,
  type StripeCall,
  type StripeOperation,
  type StripeParams,
} from '../domain/stripe-call.js';
import { StripeCallRepository } from '../persistence/stripe-call.repository.js';
import type { Payer } from '../persistence/stripe-payer.repository.js';
import { StripeFault } from '../stripe/stripe-fault.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';
import { stripeJob } from './stripe-job.js';

export interface Errand {
  readonly operation: StripeOperation;
  /** What it is for: with the operation, what makes it the same errand. */
  readonly subjectId: string;
  readonly params: StripeParams;
  /** What follows here from having it done, in the transaction that notes it. */
  readonly done?: (tx: Tx, stripeId: string) => Promise<void>;
}

type Settled = Extract<CallOutcome, { state: 'DONE' | 'REFUSED' }>;

const settledOf = ({ state, stripeId, refusal }: StripeCall): Settled | null => {
  if (state === 'DONE' && stripeId !== null) return { state, stripeId };
  return state === 'REFUSED' && refusal !== null ? { state, refusal } : null;
};

/**
 * Has Stripe do one thing once. What is asked is written down first, then asked outside any transaction, then what came of
 * it is written down. Where that did not come about, the same is asked again with the same key and the same words; and
 * when the key tells nothing any more, a look comes before another key. Nothing is taken for done, or for not done, that
 * Stripe has not said.
 */
@Injectable()
export class AskStripe {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calls: StripeCallRepository,
    private readonly gateway: StripeGateway,
  ) {}

  /** Throws StripeFault when Stripe could not be reached or could not say: the errand goes on from there. */
  async execute(payer: Payer, errand: Errand): Promise<Settled> {
    const begun = await this.inTransaction(payer, (tx) => this.begin(tx, payer, errand));
    const { call } = begun;
    const settled = settledOf(call);
    if (settled) return settled;
    try {
      const stripeId = await this.carryOut(payer, call, begun.step);
      return await this.end(payer, errand, { state: 'DONE', stripeId });
    } catch (error) {
      if (!(error instanceof StripeFault)) throw error;
      if (error.kind === 'REFUSED')
        return this.end(payer, errand, { state: 'REFUSED', refusal: error.message });
      await this.end(payer, errand, { state: 'UNKNOWN', answerIsStuck: error.isStuck });
      throw error;
    }
  }

  private async begin(
    tx: Tx,
    payer: Payer,
    { operation, subjectId, params }: Errand,
  ): Promise<{ call: StripeCall; step: 'ASK' | 'LOOK' }> {
    const before = await this.calls.lock(tx, payer, operation, subjectId);
    if (before === null) {
      const call: StripeCall = {
        tenantId: payer.tenantId,
        leadId: payer.leadId,
        operation,
        subjectId,
        round: 1,
        idempotencyKey: idempotencyKeyOf(operation, subjectId, 1),
        params,
        state: 'ASKED',
        tries: 1,
        roundBeganAt: tx.now,
        answerIsStuck: false,
        stripeId: null,
        refusal: null,
      };
      await this.calls.insert(tx, call);
      return { call, step: 'ASK' };
    }
    if (before.state === 'DONE' || before.state === 'REFUSED') return { call: before, step: 'ASK' };
    await this.calls.change(tx, before, { state: 'ASKED', tries: before.tries + 1 });
    return { call: { ...before, state: 'ASKED' }, step: nextStepOf(before, tx.now) };
  }

  private async carryOut(payer: Payer, call: StripeCall, step: 'ASK' | 'LOOK'): Promise<string> {
    if (step === 'ASK') return this.gateway.ask(call.operation, call.params, call.idempotencyKey);
    const found = await this.gateway.find(call.operation, call.params);
    if (found !== null) return found;
    const round = call.round + 1;
    const idempotencyKey = idempotencyKeyOf(call.operation, call.subjectId, round);
    await this.inTransaction(payer, (tx) =>
      this.calls.change(tx, call, { round, idempotencyKey, roundBeganAt: tx.now, answerIsStuck: false }),
    );
    return this.gateway.ask(call.operation, call.params, idempotencyKey);
  }

  /** Two may have asked the same at once, with the same key: what follows follows from whoever notes it first. */
  private async end<O extends CallOutcome>(
    payer: Payer,
    { operation, subjectId, done }: Errand,
    outcome: O,
  ): Promise<O | Settled> {
    return this.inTransaction(payer, async (tx) => {
      const call = await this.calls.lock(tx, payer, operation, subjectId);
      if (call === null) throw new Error('what was asked was not written down');
      const settled = settledOf(call);
      if (settled) return settled;
      await this.calls.change(tx, call, outcome);
      if (outcome.state === 'DONE') await done?.(tx, outcome.stripeId);
      return outcome;
    });
  }

  private async inTransaction<T>(payer: Payer, work: (tx: Tx) => Promise<T>): Promise<T> {
    const result = await this.work.run(stripeJob(payer), async (tx) => ok(await work(tx)));
    if (!result.ok) throw new Error('nothing is refused here');
    return result.value;
  }
}
