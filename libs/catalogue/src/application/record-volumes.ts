import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#libs/kernel';
import type { AuditRecord, Tx } from '#libs/platform';
import { volumesToRecord, type FrameworkVolume, type MemberVolume } from '../domain/framework-volume.js';
import type { Meter } from '../domain/offering.js';
import type { VolumeBand } from '../domain/volume-band.js';
import { OfferingRepository } from '../persistence/offering-repository.js';
import { VolumeRepository } from '../persistence/volume-repository.js';

/** Writes down what all members together have used of the meters that have bands, and which bands that reaches. */
@Injectable()
export class RecordVolumes {
  constructor(
    private readonly offerings: OfferingRepository,
    private readonly volumes: VolumeRepository,
  ) {}

  /**
   * Up to the end of a month, in the unit of work that begins to bill it. `usedOf` reads what members used of a meter
   * up to that month. Months that are written down stay as they are. Answers a record for each band that was reached,
   * for the lead authority's audit chain.
   */
  async within(
    tx: Tx,
    upTo: LocalDate,
    usedOf: (meter: Meter) => Promise<readonly MemberVolume[]>,
  ): Promise<readonly AuditRecord[]> {
    const records: AuditRecord[] = [];
    const bands = await this.volumes.ownBands(tx);
    const meterIds = [...new Set(bands.map(({ meterId }) => meterId))];
    const recorded = await this.volumes.volumes(tx, meterIds);
    for (const meterId of meterIds) {
      const meter = await this.offerings.findMeter(tx, meterId);
      if (meter === null) throw new Error(`meter ${meterId} of a volume band is not there`);
      const before = recorded.filter((volume) => volume.meterId === meterId);
      const volumes = volumesToRecord(meterId, await usedOf(meter), before, upTo);
      await this.volumes.insertVolumes(tx, volumes);
      for (const band of bands.filter((each) => each.meterId === meterId))
        records.push(...(await this.reach(tx, band, volumes)));
    }
    return records;
  }

  private async reach(
    tx: Tx,
    { id, meterId, above, reachedIn }: VolumeBand,
    volumes: readonly FrameworkVolume[],
  ): Promise<readonly AuditRecord[]> {
    const passed = volumes.find(({ total }) => total.compare(above) > 0);
    if (reachedIn !== null || passed === undefined) return [];
    await this.volumes.reach(tx, id, passed.month);
    const details = { meterId, month: passed.month, above: above.toDecimalString() };
    return [{ action: 'volume-band.reach', subjectKind: 'volume-band', subjectId: id, details }];
  }
}
