import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Pence, type Result } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { positionAfter, type CeilingPosition } from '../domain/ceiling.js';
import { FrameworkRepository } from '../persistence/framework-repository.js';

/** Gives back to a framework's ceiling what a call-off will not use, inside the transaction that ends it. */
@Injectable()
export class ReleaseFromCeiling {
  constructor(private readonly frameworks: FrameworkRepository) {}

  /** As CommitToCeiling. Throws a RangeError when more is given back than was ever committed. */
  async within(
    tx: Tx,
    command: { readonly frameworkId: string; readonly amount: Pence },
  ): Promise<Result<CeilingPosition>> {
    const ceiling = await this.frameworks.lockCeiling(tx, command.frameworkId);
    if (ceiling === null) return err(refuse('NOT_FOUND'));
    if (command.amount < 0n || command.amount > ceiling.committedPence)
      throw new RangeError('only what was committed is given back');
    const position = positionAfter(ceiling, -command.amount);
    await this.frameworks.setCommitted(tx, command.frameworkId, position.committedAfter);
    return ok(position);
  }
}
