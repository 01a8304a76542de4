import { Injectable } from '@nestjs/common';
import { addNotice } from '#libs/directory';
import { formatPounds } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import { atStake } from '../domain/dispute.js';
import { escalateDispute } from '../domain/move-dispute.js';
import { LineToDispute } from './line-to-dispute.js';
import { MoveDispute, type MovedDispute } from './move-dispute.js';

/** A member that does not accept a decision has somebody else at the lead authority decide. */
@Injectable()
export class EscalateDispute {
  constructor(
    private readonly dispute: MoveDispute,
    private readonly lines: LineToDispute,
  ) {}

  /** Refuses NOT_FOUND, STATE_NOT_ALLOWED, ESCALATION_LATE, DISPUTE_OPEN_ALREADY, DISPUTE_OVER_LINE and bad input. */
  execute(actor: Actor, disputeId: string, reason: string): Promise<MovedDispute> {
    return this.dispute.execute(actor, disputeId, {
      action: 'dispute.escalate',
      decide: async (tx, { dispute, invoice }) => {
        const standing = await this.lines.within(tx, invoice, dispute.invoiceLineId);
        return escalateDispute(dispute, { ...standing, today: tx.today }, reason);
      },
      tell: (tx, { dispute }, { words }, { member, number }) =>
        addNotice(tx, {
          bodyId: dispute.leadId,
          role: 'LEAD_FINANCE_APPROVER',
          mail: 'DISPUTE_ESCALATED',
          words: { member, number, net: formatPounds(atStake(dispute)), reason: words ?? '' },
        }),
    });
  }
}
