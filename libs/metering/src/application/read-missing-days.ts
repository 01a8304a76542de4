import { Injectable } from '@nestjs/common';
import { addDays, type Period } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { missingDays, WEEKS_BACK, type MissingDay } from '../domain/missing-days.js';
import type { UsageOwner } from '../domain/usage.js';
import { UsageReceiptRepository } from '../persistence/usage-receipt.repository.js';

export interface MissingDayOfMember extends UsageOwner, MissingDay {}

/** Compares what each source sent on a day with what it sends on such days, in anyone's unit of work. */
@Injectable()
export class ReadMissingDays {
  constructor(private readonly receipts: UsageReceiptRepository) {}

  /** In these days, of everything that whoever acts may see: by day, then by member and source. */
  async within(tx: Tx, days: Period): Promise<MissingDayOfMember[]> {
    const span = { start: addDays(days.start, -7 * WEEKS_BACK), end: days.end };
    const received = await this.receipts.bySourceAndDay(tx, span);
    const owners = new Map(
      received.map(({ tenantId, leadId }) => [`${tenantId}/${leadId}`, { tenantId, leadId }]),
    );
    return [...owners.values()]
      .flatMap((owner) =>
        missingDays(
          received.filter((each) => each.tenantId === owner.tenantId && each.leadId === owner.leadId),
          days,
          tx.today,
        ).map((day) => ({ ...owner, ...day })),
      )
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }
}

const keyOf = ({ day, tenantId, leadId, source }: MissingDayOfMember): string =>
  [day, tenantId, leadId, source].join(' ');
