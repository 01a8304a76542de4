import { Injectable } from '@nestjs/common';
import { monthName, refuse, type Period, type Refusal } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { ReadReturns } from './read-returns.js';

/** Whether a month can be billed by its returns. */
@Injectable()
export class MissingReturns {
  constructor(private readonly returns: ReadReturns) {}

  /** In a lead authority's unit of work: RUN_INCOMPLETE with how many are missing, or null. */
  async refusal(tx: Tx, month: Period): Promise<Refusal | null> {
    const missing = (await this.returns.ofMonth(tx, month)).filter((each) => each.missing).length;
    if (missing === 0) return null;
    const returns = missing === 1 ? '1 usage return is' : `${missing} usage returns are`;
    return refuse('RUN_INCOMPLETE', { returns, period: monthName(month) }, ['month']);
  }
}
