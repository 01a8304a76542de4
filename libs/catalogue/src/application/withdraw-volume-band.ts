import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditLead, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { withdrawBandFaults } from '../domain/volume-band.js';
import { OfferingRepository } from '../persistence/offering-repository.js';
import { VolumeRepository } from '../persistence/volume-repository.js';

/** Takes back a band that does not hold yet. */
@Injectable()
export class WithdrawVolumeBand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingRepository,
    private readonly volumes: VolumeRepository,
  ) {}

  /** Refuses NOT_FOUND and BAND_STARTED. */
  execute(actor: Actor, command: { readonly volumeBandId: string }): Promise<Result<{ meterId: string }>> {
    return this.work.run(actor, (tx) => this.withdraw(tx, command.volumeBandId));
  }

  private async withdraw(tx: Tx, id: string): Promise<Result<{ meterId: string }>> {
    const seen = await this.volumes.band(tx, id);
    const meter = seen && (await this.offerings.findMeter(tx, seen.meterId));
    const offering = meter && (await this.offerings.lockOwn(tx, meter.offeringId));
    const band = offering && (await this.volumes.band(tx, id));
    if (!meter || !band) return err(refuse('NOT_FOUND'));
    const faults = withdrawBandFaults(band, tx.today);
    if (faults.length > 0) return err(faults);

    await this.volumes.withdrawBand(tx, id);
    await auditLead(tx, {
      action: 'volume-band.withdraw',
      subjectKind: 'volume-band',
      subjectId: id,
      details: { meterId: meter.id, above: band.above.toDecimalString() },
    });
    return ok({ meterId: meter.id });
  }
}
