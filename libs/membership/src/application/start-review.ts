import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/platform';
import type { OptInRead } from './lock-opt-in.js';
import { MoveOptIn, type Moved } from './move-opt-in.js';

/** The lead authority shows the body that somebody is looking at its opt-in. */
@Injectable()
export class StartReview {
  constructor(private readonly optIn: MoveOptIn) {}

  execute(actor: Actor, command: OptInRead): Promise<Moved> {
    return this.optIn.byLead(actor, command, {
      move: 'START_REVIEW',
      action: 'optIn.startReview',
      change: (tx) => ({ reviewStartedBy: tx.personId }),
    });
  }
}
