import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { localDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { parsePrice, priceToJson } from '#libs/pricing';
import type { PriceVersion } from '../domain/price-version.js';
import { PriceVersionRow } from './entities.js';

/** Price versions of meters. */
@Injectable()
export class PriceRepository {
  async find(tx: Tx, id: string): Promise<PriceVersion | null> {
    const row = await tx.manager.findOneBy(PriceVersionRow, { id, withdrawnAt: IsNull() });
    return row && toPriceVersion(row);
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<PriceVersion[]> {
    return (await tx.manager.findBy(PriceVersionRow, { id: In([...ids]) })).map(toPriceVersion);
  }

  /** Those that were not withdrawn, by meter and start. */
  async ofMeters(tx: Tx, meterIds: readonly string[]): Promise<PriceVersion[]> {
    const rows = await tx.manager.find(PriceVersionRow, {
      where: { meterId: In([...meterIds]), withdrawnAt: IsNull() },
      order: { meterId: 'asc', startsOn: 'asc' },
    });
    return rows.map(toPriceVersion);
  }

  /** The number that the meter's next version gets; withdrawn ones keep theirs. */
  async nextVersion(tx: Tx, meterId: string): Promise<number> {
    const last = await tx.manager.maximum(PriceVersionRow, 'version', { leadId: tx.leadId, meterId });
    return (last ?? 0) + 1;
  }

  async insert(tx: Tx, version: PriceVersion, published: boolean): Promise<void> {
    await tx.manager.insert(PriceVersionRow, {
      ...version,
      price: priceToJson(version.price),
      published,
      createdBy: tx.actor.identity.personId,
      withdrawnAt: null,
    });
  }

  async withdraw(tx: Tx, id: string): Promise<void> {
    await tx.manager.update(PriceVersionRow, { leadId: tx.leadId, id }, { withdrawnAt: tx.now });
  }
}

const toPriceVersion = ({
  leadId,
  id,
  meterId,
  version,
  startsOn,
  price,
  createdAt,
}: PriceVersionRow): PriceVersion => {
  const parsed = parsePrice(price);
  if (!parsed.ok) throw new Error(`price version ${id} cannot be read`);
  return { leadId, id, meterId, version, startsOn: localDate(startsOn), price: parsed.value, createdAt };
};
