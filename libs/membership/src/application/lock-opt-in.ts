import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { staleFaults, type OptIn } from '../domain/opt-in.js';
import { moveOptIn } from '../domain/opt-in-state.js';
import type { OptInMove, OptInState } from '../domain/states.js';
import { OptInRepository } from '../persistence/opt-in.repository.js';

/** Names an opt-in as the person saw it. */
export interface OptInRead {
  readonly optInId: string;
  /** The version that was read: a change since then is not overruled unseen. */
  readonly version: number;
}

/** What every move of an opt-in begins with. */
@Injectable()
export class LockOptIn {
  constructor(private readonly optIns: OptInRepository) {}

  /** The opt-in, locked, and the state that the move leads to; or NOT_FOUND, STATE_CHANGED, STATE_NOT_ALLOWED. */
  async within(
    tx: Tx,
    { optInId, version }: OptInRead,
    move: OptInMove,
  ): Promise<Result<{ readonly optIn: OptIn; readonly to: OptInState }>> {
    const optIn = await this.optIns.lock(tx, optInId);
    if (optIn === null) return err(refuse('NOT_FOUND'));
    const stale = staleFaults('opt-in', optIn, version, tx.now);
    if (stale.length > 0) return err(stale);
    const to = moveOptIn(optIn.state, move);
    return to.ok ? ok({ optIn, to: to.value }) : to;
  }
}
