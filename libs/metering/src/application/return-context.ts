import { Injectable } from '@nestjs/common';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import { err, formatLongDate, monthName, ok, parseMonth, refuse, type Result } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { ReadReturns, type MonthOfReturn } from './read-returns.js';

/** Finds the return that a person names by its call-off and month. */
@Injectable()
export class ReturnContext {
  constructor(
    private readonly callOffs: ReadCallOffs,
    private readonly returns: ReadReturns,
  ) {}

  /** Null when it is not there, or not of whoever asks. */
  callOff(tx: Tx, id: string): Promise<CallOff | null> {
    return this.callOffs.byId(tx, id);
  }

  /** Refuses NOT_FOUND, MONTH_FORMAT, RETURN_TOO_EARLY and RETURN_NOT_NEEDED. */
  async within(
    tx: Tx,
    of: { readonly callOffId: string; readonly month: string },
  ): Promise<Result<MonthOfReturn>> {
    const callOff = await this.callOffs.byId(tx, of.callOffId);
    if (!callOff) return err(refuse('NOT_FOUND'));
    const month = parseMonth(of.month);
    if (month === null) return err(refuse('MONTH_FORMAT', {}, ['month']));
    const period = monthName(month);
    if (tx.today < month.end)
      return err(refuse('RETURN_TOO_EARLY', { period, date: formatLongDate(month.end) }, ['month']));
    const found = await this.returns.ofCallOff(tx, callOff, month);
    return found ? ok(found) : err(refuse('RETURN_NOT_NEEDED', { period }, ['month']));
  }
}
