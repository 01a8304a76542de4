import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { Brand } from '../domain/brand.js';
import { BrandRepository } from '../persistence/brand.repository.js';

/** Reads brands, in any unit of work: they are public. */
@Injectable()
export class ReadBrand {
  constructor(private readonly brands: BrandRepository) {}

  /** Null when the lead authority has set none, and when there is no such lead authority. */
  byLead(tx: Tx, leadId: string): Promise<Brand | null> {
    return this.brands.find(tx, leadId);
  }

  /** That of the only lead authority; null when there is none, or more than one, or no brand was set. */
  async ofOnlyLead(tx: Tx): Promise<Brand | null> {
    const leadId = await this.brands.onlyLead(tx);
    return leadId === null ? null : this.brands.find(tx, leadId);
  }
}
