import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/platform';
import type { OptInRead } from './lock-opt-in.js';
import { MoveOptIn, reasonFaults, type Moved } from './move-opt-in.js';

/** The lead authority says no, and why. */
@Injectable()
export class DeclineOptIn {
  constructor(private readonly optIn: MoveOptIn) {}

  /** Refuses EVIDENCE_REASON_REQUIRED beside what every move can. */
  execute(actor: Actor, command: OptInRead & { readonly reason: string }): Promise<Moved> {
    const decisionReason = command.reason.trim();
    return this.optIn.byLead(actor, command, {
      move: 'DECLINE',
      action: 'optIn.decline',
      faults: () => reasonFaults(decisionReason, 'declining this opt-in', ['reason']),
      change: (tx) => ({ decidedAt: tx.now, decidedBy: tx.personId, decisionReason }),
    });
  }
}
