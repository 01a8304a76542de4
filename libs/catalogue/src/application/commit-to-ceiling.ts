import { Injectable } from '@nestjs/common';
import { err, refuse, type Result } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { drawOnCeiling, type CeilingDraw, type CeilingPosition } from '../domain/ceiling.js';
import { FrameworkRepository } from '../persistence/framework-repository.js';

/** Takes an award's value from its framework's ceiling, inside the award's own transaction. */
@Injectable()
export class CommitToCeiling {
  constructor(private readonly frameworks: FrameworkRepository) {}

  /**
   * Needs a transaction that is open for the framework's lead authority (`actor.withLead`). Awards take turns on the
   * ceiling's row, which stays locked until the transaction ends, so that together they never pass it.
   * Refuses CEILING_EXCEEDED and NOT_FOUND. The award's own audit record is to keep the position that this answers.
   */
  async within(
    tx: Tx,
    command: CeilingDraw & { readonly frameworkId: string },
  ): Promise<Result<CeilingPosition>> {
    if (command.amount <= 0n) throw new RangeError('an award is worth more than nothing');
    const ceiling = await this.frameworks.lockCeiling(tx, command.frameworkId);
    const framework = await this.frameworks.find(tx, command.frameworkId);
    if (ceiling === null || framework === null) return err(refuse('NOT_FOUND'));
    const position = drawOnCeiling(ceiling, framework.ceilingMode, command);
    if (position.ok)
      await this.frameworks.setCommitted(tx, command.frameworkId, position.value.committedAfter);
    return position;
  }
}
