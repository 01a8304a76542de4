import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/platform';
import type { OptInRead } from './lock-opt-in.js';
import { MoveOptIn, type Moved } from './move-opt-in.js';

/** A body takes its opt-in back; its services can be chosen in another one. */
@Injectable()
export class WithdrawOptIn {
  constructor(private readonly optIn: MoveOptIn) {}

  execute(actor: Actor, command: OptInRead): Promise<Moved> {
    return this.optIn.byTenant(actor, command, { move: 'WITHDRAW', action: 'optIn.withdraw' });
  }
}
