import { Injectable } from '@nestjs/common';
import { addNotice } from '#libs/directory';
import type { Actor } from '#libs/platform';
import { beginReview } from '../domain/move-dispute.js';
import { MoveDispute, type MovedDispute } from './move-dispute.js';

/** The lead authority says that it looks at a dispute. */
@Injectable()
export class StartDisputeReview {
  constructor(private readonly dispute: MoveDispute) {}

  /** Refuses NOT_FOUND and STATE_NOT_ALLOWED. */
  execute(actor: Actor, disputeId: string): Promise<MovedDispute> {
    return this.dispute.execute(actor, disputeId, {
      action: 'dispute.startReview',
      decide: (_, { dispute }) => Promise.resolve(beginReview(dispute)),
      tell: (tx, { dispute }, _, { lead, number }) =>
        addNotice(tx, {
          bodyId: dispute.tenantId,
          role: 'TENANT_FINANCE',
          mail: 'DISPUTE_UNDER_REVIEW',
          words: { lead, number },
        }),
    });
  }
}
