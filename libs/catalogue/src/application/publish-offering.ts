import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditLead, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { moveFaults, publishOfferingFaults } from '../domain/offering.js';
import { FrameworkRepository } from '../persistence/framework-repository.js';
import { OfferingRepository } from '../persistence/offering-repository.js';
import { PriceRepository } from '../persistence/price-repository.js';
import { VolumeRepository } from '../persistence/volume-repository.js';

/** Opens an offering to new members, for the first time or after it was suspended, and shows its meters and prices. */
@Injectable()
export class PublishOffering {
  constructor(
    private readonly work: UnitOfWork,
    private readonly frameworks: FrameworkRepository,
    private readonly offerings: OfferingRepository,
    private readonly prices: PriceRepository,
    private readonly volumes: VolumeRepository,
  ) {}

  execute(actor: Actor, command: { readonly offeringId: string }): Promise<Result<{ offeringId: string }>> {
    return this.work.run(actor, (tx) => this.publish(tx, command.offeringId));
  }

  private async publish(tx: Tx, offeringId: string): Promise<Result<{ offeringId: string }>> {
    const offering = await this.offerings.lockOwn(tx, offeringId);
    const framework = offering && (await this.frameworks.find(tx, offering.frameworkId));
    if (!offering || !framework) return err(refuse('NOT_FOUND'));
    const moves = moveFaults(offering, 'PUBLISHED');
    if (moves.length > 0) return err(moves);

    const meters = await this.offerings.meters(tx, [offeringId]);
    const meterIds = meters.map(({ id }) => id);
    const versions = await this.prices.ofMeters(tx, meterIds);
    const faults = [
      ...(framework.published ? [] : [refuse('FRAMEWORK_NOT_PUBLISHED')]),
      ...publishOfferingFaults(offering, meters, new Set(versions.map(({ meterId }) => meterId))),
    ];
    if (faults.length > 0) return err(faults);

    await this.offerings.move(tx, offeringId, 'PUBLISHED');
    await this.offerings.show(tx, offeringId, meterIds);
    await this.volumes.showBands(tx, meterIds);
    const details = { from: offering.state, meters: meterIds.length, priceVersions: versions.length };
    await auditLead(tx, {
      action: 'offering.publish',
      subjectKind: 'offering',
      subjectId: offeringId,
      details,
    });
    return ok({ offeringId });
  }
}
