import { Injectable } from '@nestjs/common';
import { addNotice } from '#libs/directory';
import { formatPounds } from '#libs/kernel';
import type { Actor } from '#libs/platform';
import { atStake } from '../domain/dispute.js';
import { withdrawDispute } from '../domain/move-dispute.js';
import { MoveDispute, type MovedDispute } from './move-dispute.js';

/** A member takes back what it disputed. */
@Injectable()
export class WithdrawDispute {
  constructor(private readonly dispute: MoveDispute) {}

  /** Refuses NOT_FOUND and STATE_NOT_ALLOWED. */
  execute(actor: Actor, disputeId: string): Promise<MovedDispute> {
    return this.dispute.execute(actor, disputeId, {
      action: 'dispute.withdraw',
      decide: (_, { dispute }) => Promise.resolve(withdrawDispute(dispute)),
      tell: (tx, { dispute }, _, { member, number }) =>
        addNotice(tx, {
          bodyId: dispute.leadId,
          role: 'LEAD_FINANCE_PREPARER',
          mail: 'DISPUTE_WITHDRAWN',
          words: { member, number, net: formatPounds(atStake(dispute)) },
        }),
    });
  }
}
