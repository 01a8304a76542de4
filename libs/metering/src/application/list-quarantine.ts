import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { QuarantinedUsage } from '../domain/quarantine.js';
import type { UsagePage } from '../persistence/page.js';
import { QuarantineRepository, type QuarantineFilter } from '../persistence/quarantine.repository.js';

/** Reads quarantine in anyone's unit of work: a member its own, a lead authority its members' and its own. */
@Injectable()
export class ListQuarantine {
  constructor(private readonly quarantine: QuarantineRepository) {}

  /** Oldest first; after: instant and id. */
  page(tx: Tx, filter: QuarantineFilter, page: UsagePage): Promise<QuarantinedUsage[]> {
    return this.quarantine.page(tx, filter, page);
  }

  /** Null when it is not there, or not of whoever asks. */
  own(tx: Tx, quarantineId: string): Promise<QuarantinedUsage | null> {
    return this.quarantine.findOwn(tx, quarantineId);
  }

  /** Null when it is not there, or not of this lead authority. */
  find(tx: Tx, quarantineId: string): Promise<QuarantinedUsage | null> {
    return this.quarantine.find(tx, tx.leadId, quarantineId);
  }
}
