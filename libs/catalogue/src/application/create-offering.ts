import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditLead, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { offeringFaults, type OfferingTerms } from '../domain/offering.js';
import { FrameworkRepository } from '../persistence/framework-repository.js';
import { OfferingRepository } from '../persistence/offering-repository.js';

export interface NewOffering extends OfferingTerms {
  readonly lotId: string;
  readonly idempotencyKey: string;
}

/** Adds an offering to a lot, as a draft that only the lead authority sees. */
@Injectable()
export class CreateOffering {
  constructor(
    private readonly work: UnitOfWork,
    private readonly frameworks: FrameworkRepository,
    private readonly offerings: OfferingRepository,
  ) {}

  execute(
    actor: Actor,
    { idempotencyKey: key, ...offering }: NewOffering,
  ): Promise<Result<{ offeringId: string }>> {
    return this.work.run(actor, (tx) =>
      once(tx, { operation: 'offeringCreate', key, command: { ...offering } }, () =>
        this.create(tx, offering),
      ),
    );
  }

  private async create(
    tx: Tx,
    { lotId, ...terms }: Omit<NewOffering, 'idempotencyKey'>,
  ): Promise<Result<{ offeringId: string }>> {
    const lot = await this.frameworks.findLot(tx, lotId);
    if (lot === null || lot.leadId !== tx.leadId) return err(refuse('NOT_FOUND'));
    const faults = offeringFaults(terms);
    if (faults.length > 0) return err(faults);

    const offeringId = newId();
    await this.offerings.insert(tx, {
      ...terms,
      leadId: tx.leadId,
      id: offeringId,
      frameworkId: lot.frameworkId,
      lotId,
      state: 'DRAFT',
      stateSince: tx.today,
      createdAt: tx.now,
    });
    const details = { lotId, personalData: terms.personalData, vatTreatment: terms.vatTreatment };
    await auditLead(tx, {
      action: 'offering.create',
      subjectKind: 'offering',
      subjectId: offeringId,
      details,
    });
    return ok({ offeringId });
  }
}
