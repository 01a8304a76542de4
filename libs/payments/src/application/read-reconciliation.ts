import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { Difference } from '../domain/reconcile.js';
import {
  StripeReconciliationRepository,
  type Reconciliation,
} from '../persistence/stripe-reconciliation.repository.js';
import { StripeGateway } from '../stripe/stripe-gateway.js';

export { type Reconciliation };

/** Reads how Stripe's list and ours compared last, for the lead authority that acts. */
@Injectable()
export class ReadReconciliation {
  constructor(
    private readonly reconciliations: StripeReconciliationRepository,
    private readonly gateway: StripeGateway,
  ) {}

  get isStripeOn(): boolean {
    return this.gateway.isOn;
  }

  /** Null while nothing has been compared. */
  async latest(
    tx: Tx,
  ): Promise<{ reconciliation: Reconciliation; differences: readonly Difference[] } | null> {
    const reconciliation = await this.reconciliations.latest(tx);
    if (reconciliation === null) return null;
    return { reconciliation, differences: await this.reconciliations.differences(tx, reconciliation) };
  }
}
