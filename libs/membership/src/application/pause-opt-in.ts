import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/platform';
import type { OptInRead } from './lock-opt-in.js';
import { MoveOptIn, type Moved } from './move-opt-in.js';

/** A body lays its opt-in aside, without penalty. */
@Injectable()
export class PauseOptIn {
  constructor(private readonly optIn: MoveOptIn) {}

  execute(actor: Actor, command: OptInRead): Promise<Moved> {
    return this.optIn.byTenant(actor, command, { move: 'PAUSE', action: 'optIn.pause' });
  }
}
