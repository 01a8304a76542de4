import { Injectable } from '@nestjs/common';
import { ReadLeadAuthority } from '#libs/directory';
import { ok } from '#libs/kernel';
import { Actor, addJob, UnitOfWork } from '#libs/platform';
import { CostShareRepository } from '../persistence/cost-share.repository.js';
import { SHARE_QUEUE, shareJob } from './share-job.js';

/**
 * Finds members' shares of which a month has begun by the one clock, and makes jobs of them. A worker calls it every few
 * seconds; several workers do no harm.
 */
@Injectable()
export class LookAfterCosts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly leads: ReadLeadAuthority,
    private readonly shares: CostShareRepository,
  ) {}

  async execute(): Promise<void> {
    const leadIds = await this.work.read(Actor.visitor(), (tx) => this.leads.ids(tx));
    for (const leadId of leadIds) await this.lookAfter(leadId);
  }

  private async lookAfter(leadId: string): Promise<void> {
    await this.work.run(Actor.job(SHARE_QUEUE, { leadId, personId: null }), async (tx) => {
      for (const { schemeId: id, tenantId, agreedBy: personId } of await this.shares.due(tx))
        await addJob(tx, shareJob({ leadId, id }, { tenantId, personId }));
      return ok(null);
    });
  }
}
