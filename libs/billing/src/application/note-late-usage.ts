import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { LateUsage } from '../domain/late-usage.js';
import type { Member } from '../persistence/billed.repository.js';
import { LateUsageRepository, type LateUsageSeen } from '../persistence/late-usage.repository.js';

/** Keeps what of a member's late use waits, as its drafts found it, so that somebody can approve it. */
@Injectable()
export class NoteLateUsage {
  constructor(private readonly repository: LateUsageRepository) {}

  /** `waits` is all that waits now, of all the member's drafts. What is noted already stays as it is. */
  async within(
    tx: Tx,
    member: Member,
    noted: readonly LateUsageSeen[],
    waits: readonly LateUsage[],
  ): Promise<void> {
    const newest = new Map(waits.map((late) => [`${late.callOffId}/${late.month}`, late]));
    for (const known of noted) {
      const late = newest.get(`${known.callOffId}/${known.month}`);
      if (late === undefined && known.isWaiting) await this.repository.settle(tx, known);
      if (late && known.isWaiting && late.net === known.net && late.receiptUpTo === known.receiptUpTo)
        newest.delete(`${known.callOffId}/${known.month}`);
    }
    for (const late of newest.values()) await this.repository.wait(tx, member, late);
  }
}
