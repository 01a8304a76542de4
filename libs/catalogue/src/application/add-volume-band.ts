import { Injectable } from '@nestjs/common';
import { err, exact, ok, refuse, type Result } from '#libs/kernel';
import { auditLead, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { startOfBand, volumeBandFaults, type VolumeBandTerms } from '../domain/volume-band.js';
import { OfferingRepository } from '../persistence/offering-repository.js';
import { VolumeRepository } from '../persistence/volume-repository.js';

export interface NewVolumeBand extends VolumeBandTerms {
  readonly meterId: string;
  readonly idempotencyKey: string;
}

/** Adds a band of the framework's volume. It costs nobody more, so it needs no notice and holds from the next month on. */
@Injectable()
export class AddVolumeBand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingRepository,
    private readonly volumes: VolumeRepository,
  ) {}

  /** Refuses NOT_FOUND, BAND_METER, BANDS_TOO_MANY, BAND_TAKEN, BAND_ORDER and faults of the numbers. */
  execute(actor: Actor, command: NewVolumeBand): Promise<Result<{ volumeBandId: string }>> {
    const { idempotencyKey: key, meterId, above, discount } = command;
    return this.work.run(actor, (tx) =>
      once(tx, { operation: 'volumeBandAdd', key, command: { meterId, above, discount } }, () =>
        this.add(tx, command),
      ),
    );
  }

  private async add(tx: Tx, { meterId, ...terms }: NewVolumeBand): Promise<Result<{ volumeBandId: string }>> {
    const meter = await this.offerings.findMeter(tx, meterId);
    const offering = meter && (await this.offerings.lockOwn(tx, meter.offeringId));
    if (!meter || !offering) return err(refuse('NOT_FOUND'));
    const faults = volumeBandFaults(terms, meter, await this.volumes.bands(tx, [meterId]));
    if (faults.length > 0) return err(faults);

    const id = newId();
    const startsOn = startOfBand(tx.today);
    const band = { leadId: tx.leadId, id, meterId, startsOn, reachedIn: null };
    const { above, discount } = terms;
    const numbers = { above: exact(above), discount: exact(discount) };
    await this.volumes.insertBand(tx, { ...band, ...numbers }, offering.state !== 'DRAFT');
    await auditLead(tx, {
      action: 'volume-band.add',
      subjectKind: 'volume-band',
      subjectId: id,
      details: { meterId, above, discount, startsOn },
    });
    return ok({ volumeBandId: id });
  }
}
