import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Refusal, type Result } from '#libs/kernel';
import { addJob, auditLead, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import type { CostScheme } from '../domain/scheme.js';
import { CostSharingRepository } from '../persistence/cost-sharing.repository.js';
import { CostSchemeRepository } from '../persistence/cost-scheme.repository.js';
import { shareJob } from './share-job.js';

/**
 * Agrees the newest version of a year, by somebody who did not propose it. Every member's share is then recorded by a
 * job of its own.
 */
@Injectable()
export class AgreeCostScheme {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sharings: CostSharingRepository,
    private readonly schemes: CostSchemeRepository,
  ) {}

  /** Refuses NOT_FOUND, STATE_NOT_ALLOWED and SELF_APPROVAL. */
  execute(
    actor: Actor,
    { costSchemeId }: { readonly costSchemeId: string },
  ): Promise<Result<{ costSchemeId: string }>> {
    return this.work.run(actor, (tx) => this.agree(tx, costSchemeId));
  }

  private async agree(tx: Tx, costSchemeId: string): Promise<Result<{ costSchemeId: string }>> {
    const seen = await this.schemes.find(tx, costSchemeId);
    if (seen === null) return err(refuse('NOT_FOUND'));
    await this.sharings.lock(tx, seen.offeringId);
    const ofYear = await this.schemes.ofYear(tx, seen.offeringId, seen.year);
    const scheme = ofYear.find(({ id }) => id === costSchemeId);
    if (!scheme) throw new Error(`cost scheme ${costSchemeId} is not among those of its year`);
    const fault = agreeFault(scheme, ofYear[0], tx.personId);
    if (fault) return err(fault);

    await this.schemes.agree(tx, scheme);
    for (const { tenantId } of scheme.members)
      await addJob(tx, shareJob(scheme, { tenantId, personId: tx.personId }));
    const { offeringId, year, version, stage, cost, carried } = scheme;
    await auditLead(tx, {
      action: 'costScheme.agree',
      subjectKind: 'costScheme',
      subjectId: costSchemeId,
      details: { offeringId, year, version, stage, costPence: cost, carriedPence: carried },
    });
    return ok({ costSchemeId });
  }
}

const agreeFault = (
  { id, agreedAt, proposedBy }: CostScheme,
  newest: CostScheme | undefined,
  personId: string,
): Refusal | null => {
  const not = (state: string): Refusal =>
    refuse('STATE_NOT_ALLOWED', { thing: 'cost scheme', state, action: 'agree' });
  if (agreedAt !== null) return not('agreed already');
  if (newest && newest.id !== id) return not(`replaced by version ${newest.version}`);
  return proposedBy === personId ? refuse('SELF_APPROVAL', { thing: 'cost scheme' }) : null;
};
