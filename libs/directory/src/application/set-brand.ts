import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '#libs/kernel';
import { auditLead, UnitOfWork, type Actor } from '#libs/platform';
import { brandFaults, changedOfBrand, tidyBrand } from '../domain/brand.js';
import { BrandRepository } from '../persistence/brand.repository.js';

export interface SetBrandCommand {
  readonly displayName: string;
  /** '#' and 6 hex digits */
  readonly colour: string;
}

/**
 * Sets the name and the colour that pages show of the lead authority. Refuses with faults of the name, COLOUR_FORMAT
 * and COLOUR_CONTRAST, all at once.
 */
@Injectable()
export class SetBrand {
  constructor(
    private readonly work: UnitOfWork,
    private readonly brands: BrandRepository,
  ) {}

  async execute(actor: Actor, { displayName, colour }: SetBrandCommand): Promise<Result<{ leadId: string }>> {
    const brand = tidyBrand({ name: displayName, colour });
    const faults = brandFaults(brand);
    if (faults.length > 0) return err(faults);
    return this.work.run(actor, async (tx) => {
      const { leadId } = tx;
      const changed = changedOfBrand(await this.brands.find(tx, leadId), brand);
      if (changed.length > 0) {
        await this.brands.save(tx, { leadId, ...brand });
        await auditLead(tx, {
          action: 'lead.brand-set',
          subjectKind: 'body',
          subjectId: leadId,
          details: { changed: [...changed], ...brand },
        });
      }
      return ok({ leadId });
    });
  }
}
