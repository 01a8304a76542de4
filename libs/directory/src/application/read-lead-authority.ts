import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { LeadAuthority } from '../domain/lead-authority.js';
import { LeadAuthorityRepository } from '../persistence/lead-authority.repository.js';

@Injectable()
export class ReadLeadAuthority {
  constructor(private readonly leads: LeadAuthorityRepository) {}

  /** The lead authority whose tables this unit of work has open (`tx.leadId`), with its own details. */
  async own(tx: Tx): Promise<LeadAuthority> {
    const lead = await this.leads.find(tx, tx.leadId);
    if (lead === null) throw new Error(`body ${tx.leadId} is no lead authority`);
    return lead;
  }

  /** Every lead authority, for work that goes from one to the next: a public fact, in any unit of work. */
  ids(tx: Tx): Promise<string[]> {
    return this.leads.ids(tx);
  }

  /** Name and invoice prefix of any lead authority; its details are null unless they are the reader's own. */
  byId(tx: Tx, leadId: string): Promise<LeadAuthority | null> {
    return this.leads.find(tx, leadId);
  }
}
