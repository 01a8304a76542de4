import { Injectable } from '@nestjs/common';
import { mayDo, type Role } from '#libs/directory';
import { err, ok, refuse, timeWords, type Refusal, type Result } from '#libs/kernel';
import { auditTenant, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { readFigures, wordsFaults, type Figures, type UsageReturn } from '../domain/usage-return.js';
import type { ReturnToFile } from './file-return.js';
import { LockUsage } from './lock-usage.js';
import type { MonthOfReturn } from './read-returns.js';
import { ReturnContext } from './return-context.js';
import { StoreReturn } from './store-return.js';
import { writerFor } from './writer.js';

export interface ReturnToReplace extends ReturnToFile {
  /** The version that was seen; 0 when none was filed before the month was closed. */
  readonly version: number;
  readonly reason: string;
}

/**
 * Files a new version in the place of an earlier one, or the first one of a month that is closed already. The earlier
 * version stays; its usage records are corrected, so that what was billed becomes a difference on the next bill.
 * Refusals: those of `FileReturn` but PERIOD_CLOSED and RETURN_FILED, and RETURN_NOT_YOURS, STATE_CHANGED, RETURN_SAME,
 * STATE_NOT_ALLOWED (nothing is there to replace), TEXT_INVALID, TEXT_TOO_LONG.
 */
@Injectable()
export class ReplaceReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly context: ReturnContext,
    private readonly lock: LockUsage,
    private readonly store: StoreReturn,
  ) {}

  async execute(actor: Actor, command: ReturnToReplace): Promise<Result<{ returnId: string }>> {
    const callOff = await this.work.read(actor, (tx) => this.context.callOff(tx, command.callOffId));
    if (!callOff) return err(refuse('NOT_FOUND'));
    if (!mayDo(actor.identity.roles as readonly Role[], 'usageReturn:file'))
      return err(refuse('RETURN_NOT_YOURS'));
    const { callOffId, month, version, figures, reason, idempotencyKey: key } = command;
    const given = figures?.map(({ meterId, quantity }) => ({ meterId, quantity })) ?? null;
    const replaced = { callOffId, month, version, figures: given, reason };
    return this.work.run(writerFor(actor, callOff.tenantId), (tx) =>
      once(tx, { operation: 'usageReturnReplace', key, command: replaced }, async () => {
        await this.lock.within(tx, callOff);
        return this.replace(tx, command);
      }),
    );
  }

  private async replace(tx: Tx, command: ReturnToReplace): Promise<Result<{ returnId: string }>> {
    const found = await this.context.within(tx, command);
    if (!found.ok) return found;
    const of = found.value;
    const current = of.versions.at(-1) ?? null;
    const stale = staleFault(of, command.version, tx.now);
    if (stale !== null) return err(stale);
    const figures = command.figures === null ? ok(null) : readFigures(command.figures, of.meters);
    const faults = [...(figures.ok ? [] : figures.refusals), ...wordsFaults(command.reason, 'reason')];
    if (!figures.ok || faults.length > 0) return err(faults);
    if (current !== null && current.sentBack === null && isSame(current, figures.value))
      return err(refuse('RETURN_SAME', {}, ['figures']));
    const stored = await this.store.within(tx, { of, figures: figures.value, reason: command.reason });
    if (!stored.ok) return stored;
    await auditTenant(tx, of.callOff.leadId, stored.value.record);
    return ok({ returnId: stored.value.returnId });
  }
}

/** Why nothing can stand in the place of the version that was seen, or null. */
const staleFault = ({ versions, closed }: MonthOfReturn, seen: number, now: Date): Refusal | null => {
  const current = versions.at(-1);
  if (!current && !closed)
    return refuse('STATE_NOT_ALLOWED', { thing: 'return', state: 'not filed yet', action: 'replace' });
  return (current?.version ?? 0) === seen
    ? null
    : refuse('STATE_CHANGED', { thing: 'return', time: timeWords(current?.filedAt ?? now, now) });
};

const isSame = (current: UsageReturn, figures: Figures | null): boolean =>
  figures === null
    ? current.nil
    : current.figures.length > 0 &&
      current.figures.every(({ meterId, quantity }) => figures.get(meterId)?.equals(quantity));
