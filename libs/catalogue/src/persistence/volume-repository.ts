import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { exact, localDate, type LocalDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { FrameworkVolume } from '../domain/framework-volume.js';
import type { VolumeBand } from '../domain/volume-band.js';
import { FrameworkVolumeRow, VolumeBandRow } from './entities.js';

/** Volume bands of meters, and the totals that they follow from. */
@Injectable()
export class VolumeRepository {
  async band(tx: Tx, id: string): Promise<VolumeBand | null> {
    const row = await tx.manager.findOneBy(VolumeBandRow, { id, withdrawnAt: IsNull() });
    return row && toBand(row);
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<VolumeBand[]> {
    return (await tx.manager.findBy(VolumeBandRow, { id: In([...ids]) })).map(toBand);
  }

  /** Those that were not withdrawn, by meter and volume. */
  async bands(tx: Tx, meterIds: readonly string[]): Promise<VolumeBand[]> {
    if (meterIds.length === 0) return [];
    const rows = await tx.manager.find(VolumeBandRow, {
      where: { meterId: In([...meterIds]), withdrawnAt: IsNull() },
      order: { meterId: 'asc', above: 'asc' },
    });
    return rows.map(toBand);
  }

  /** The lead authority's own. */
  async ownBands(tx: Tx): Promise<VolumeBand[]> {
    const where = { leadId: tx.leadId, withdrawnAt: IsNull() };
    return (await tx.manager.find(VolumeBandRow, { where, order: { meterId: 'asc', above: 'asc' } })).map(
      toBand,
    );
  }

  async insertBand(tx: Tx, { above, discount, ...band }: VolumeBand, published: boolean): Promise<void> {
    await tx.manager.insert(VolumeBandRow, {
      ...band,
      above: above.toDecimalString(),
      discount: discount.toDecimalString(),
      published,
      addedAt: tx.now,
      addedBy: tx.personId,
      withdrawnAt: null,
    });
  }

  async withdrawBand(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(VolumeBandRow, { leadId: tx.leadId, id }, { withdrawnAt: tx.now });
  }

  async showBands(tx: Tx, meterIds: readonly string[]): Promise<void> {
    const where = { leadId: tx.leadId, meterId: In([...meterIds]) };
    await tx.manager.update(VolumeBandRow, where, { published: true });
  }

  /** Whoever comes first says in which month. */
  async reach(tx: Tx, id: string, reachedIn: LocalDate): Promise<void> {
    await tx.manager.update(VolumeBandRow, { leadId: tx.leadId, id, reachedIn: IsNull() }, { reachedIn });
  }

  /** Those that whoever reads may see, by meter and month. */
  async volumes(tx: Tx, meterIds: readonly string[]): Promise<FrameworkVolume[]> {
    if (meterIds.length === 0) return [];
    const rows = await tx.manager.find(FrameworkVolumeRow, {
      where: { meterId: In([...meterIds]) },
      order: { meterId: 'asc', month: 'asc' },
    });
    return rows.map(({ meterId, month, total, published }) => ({
      meterId,
      month: localDate(month),
      total: exact(total),
      published,
    }));
  }

  async insertVolumes(tx: Tx, volumes: readonly FrameworkVolume[]): Promise<void> {
    const rows = volumes.map(({ total, ...volume }) => ({
      ...volume,
      leadId: tx.leadId,
      total: total.toDecimalString(),
      recordedAt: tx.now,
    }));
    if (rows.length > 0) await tx.manager.insert(FrameworkVolumeRow, rows);
  }
}

const toBand = ({
  leadId,
  id,
  meterId,
  above,
  discount,
  startsOn,
  reachedIn,
}: VolumeBandRow): VolumeBand => ({
  ...{ leadId, id, meterId, above: exact(above), discount: exact(discount) },
  startsOn: localDate(startsOn),
  reachedIn: reachedIn === null ? null : localDate(reachedIn),
});
