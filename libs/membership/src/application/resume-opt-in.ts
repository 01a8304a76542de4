import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/platform';
import type { OptInRead } from './lock-opt-in.js';
import { MoveOptIn, type Moved } from './move-opt-in.js';

/** A body takes up an opt-in that it laid aside. */
@Injectable()
export class ResumeOptIn {
  constructor(private readonly optIn: MoveOptIn) {}

  execute(actor: Actor, command: OptInRead): Promise<Moved> {
    return this.optIn.byTenant(actor, command, { move: 'RESUME', action: 'optIn.resume' });
  }
}
