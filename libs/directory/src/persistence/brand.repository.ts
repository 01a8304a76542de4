import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { Brand } from '../domain/brand.js';
import { LeadAuthorityBrandRow } from './brand.entity.js';
import { LeadAuthorityRow } from './lead-authority.entity.js';

@Injectable()
export class BrandRepository {
  async find(tx: Tx, leadId: string): Promise<Brand | null> {
    const row = await tx.manager.findOneBy(LeadAuthorityBrandRow, { leadId });
    return row && { leadId: row.leadId, name: row.name, colour: row.colour };
  }

  async save(tx: Tx, brand: Brand): Promise<void> {
    await tx.manager.upsert(LeadAuthorityBrandRow, { ...brand, published: true, changedAt: tx.now }, [
      'leadId',
    ]);
  }

  /** The id of the only lead authority; null when there is none, or more than one. */
  async onlyLead(tx: Tx): Promise<string | null> {
    const [only, ...others] = await tx.manager.find(LeadAuthorityRow, { take: 2 });
    return only !== undefined && others.length === 0 ? only.leadId : null;
  }
}
