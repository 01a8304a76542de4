import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, ok, type Result } from '#libs/kernel';
import { auditLead, canonicalJson, Config, UnitOfWork, type Actor } from '#libs/platform';
import { changedFields, detailsFaults, tidyDetails, type SellerDetails } from '../domain/seller-details.js';
import { LeadAuthorityRepository } from '../persistence/lead-authority.repository.js';

/**
 * Sets what the lead authority's invoices say about it. Issued invoices keep what they said. Refuses with every fault
 * of the details at once; illustrative numbers are good in a demonstration only.
 */
@Injectable()
export class SetLeadDetails {
  constructor(
    private readonly work: UnitOfWork,
    private readonly config: Config,
    private readonly leads: LeadAuthorityRepository,
  ) {}

  async execute(actor: Actor, typed: SellerDetails): Promise<Result<{ leadId: string }>> {
    const details = tidyDetails(typed);
    const faults = detailsFaults(details, this.config.demonstration);
    if (faults.length > 0) return err(faults);
    return this.work.run(actor, async (tx) => {
      const before = (await this.leads.find(tx, tx.leadId))?.details ?? null;
      const changed = changedFields(before, details);
      if (changed.length > 0) {
        await this.leads.saveDetails(tx, details);
        // The record holds a fingerprint of the details: enough to prove them, and no address.
        const sha256 = createHash('sha256')
          .update(canonicalJson({ ...details }))
          .digest('hex');
        await auditLead(tx, {
          action: 'lead.details-set',
          subjectKind: 'body',
          subjectId: tx.leadId,
          details: { changed: [...changed], sha256 },
        });
      }
      return ok({ leadId: tx.leadId });
    });
  }
}
