import { Injectable } from '@nestjs/common';
import { err, formatLongDate, londonDateOf, monthName, ok, refuse, type Result } from '#libs/kernel';
import { auditTenant, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { readFigures, type GivenFigure } from '../domain/usage-return.js';
import { LockUsage } from './lock-usage.js';
import { ReturnContext } from './return-context.js';
import { StoreReturn } from './store-return.js';
import { writerFor } from './writer.js';

export interface ReturnToFile {
  readonly callOffId: string;
  /** '2026-06' */
  readonly month: string;
  /** A figure for every meter that is fed by returns; null for a nil return. */
  readonly figures: readonly GivenFigure[] | null;
  readonly idempotencyKey: string;
}

/**
 * A service manager files the return of a call-off and a month: its figures, or that there was no use.
 * Refusals: NOT_FOUND, MONTH_FORMAT, RETURN_TOO_EARLY, RETURN_NOT_NEEDED, PERIOD_CLOSED, RETURN_FILED, FIELD_REQUIRED,
 * QUANTITY_NEGATIVE, USAGE_EVENT_INVALID, RETURN_METER_TWICE, RETURN_ALL_ZERO, USAGE_TOO_OLD, IDEMPOTENCY_KEY_*.
 */
@Injectable()
export class FileReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly context: ReturnContext,
    private readonly lock: LockUsage,
    private readonly store: StoreReturn,
  ) {}

  async execute(actor: Actor, command: ReturnToFile): Promise<Result<{ returnId: string }>> {
    const callOff = await this.work.read(actor, (tx) => this.context.callOff(tx, command.callOffId));
    if (!callOff) return err(refuse('NOT_FOUND'));
    const { callOffId, month, figures, idempotencyKey: key } = command;
    const given = figures?.map(({ meterId, quantity }) => ({ meterId, quantity })) ?? null;
    const operation = figures === null ? 'usageReturnFileNil' : 'usageReturnFile';
    const request = { operation, key, command: { callOffId, month, figures: given } };
    return this.work.run(writerFor(actor, callOff.tenantId), (tx) =>
      once(tx, request, async () => {
        await this.lock.within(tx, callOff);
        return this.file(tx, command);
      }),
    );
  }

  private async file(tx: Tx, command: ReturnToFile): Promise<Result<{ returnId: string }>> {
    const found = await this.context.within(tx, command);
    if (!found.ok) return found;
    const of = found.value;
    const period = monthName(of.month);
    if (of.closed) return err(refuse('PERIOD_CLOSED', { period }, ['month']));
    const current = of.versions.at(-1);
    if (current) {
      const date = formatLongDate(londonDateOf(current.filedAt));
      return err(refuse('RETURN_FILED', { period, date }, ['month']));
    }
    const figures = command.figures === null ? ok(null) : readFigures(command.figures, of.meters);
    if (!figures.ok) return figures;
    const stored = await this.store.within(tx, { of, figures: figures.value, reason: null });
    if (!stored.ok) return stored;
    await auditTenant(tx, of.callOff.leadId, stored.value.record);
    return ok({ returnId: stored.value.returnId });
  }
}
