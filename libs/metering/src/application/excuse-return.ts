import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditTenant, UnitOfWork, type Actor } from '#libs/platform';
import { wordsFaults, type ExcuseKind } from '../domain/usage-return.js';
import { ReturnMonthRepository } from '../persistence/return-month.repository.js';
import { LockUsage } from './lock-usage.js';
import { ReturnContext } from './return-context.js';

export interface ReturnToExcuse {
  readonly callOffId: string;
  readonly month: string;
  readonly kind: ExcuseKind;
  readonly reason: string;
}

/**
 * A finance approver lets a month be billed without a return that is missing: there was no use, or for another reason.
 * It is kept. Nothing is recorded as usage; what is filed later is billed then.
 * Refusals: NOT_FOUND, MONTH_FORMAT, RETURN_TOO_EARLY, RETURN_NOT_NEEDED, STATE_NOT_ALLOWED (not missing),
 * FIELD_REQUIRED, TEXT_INVALID, TEXT_TOO_LONG.
 */
@Injectable()
export class ExcuseReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly context: ReturnContext,
    private readonly lock: LockUsage,
    private readonly months: ReturnMonthRepository,
  ) {}

  async execute(actor: Actor, command: ReturnToExcuse): Promise<Result<{ callOffId: string }>> {
    const seen = await this.work.read(actor, (tx) => this.context.within(tx, command));
    if (!seen.ok) return seen;
    const faults = wordsFaults(command.reason, 'reason');
    if (faults.length > 0) return err(faults);
    const { callOff } = seen.value;
    const { kind, reason } = command;
    return this.work.run(actor.forTenant(callOff.tenantId), async (tx) => {
      await this.lock.within(tx, callOff);
      const found = await this.context.within(tx, command);
      if (!found.ok) return found;
      const { missing, excuse, month } = found.value;
      if (!missing) {
        const state = excuse === null ? 'filed' : 'already marked';
        return err(refuse('STATE_NOT_ALLOWED', { thing: 'return', state, action: 'mark' }));
      }
      const callOffId = callOff.id;
      await this.months.excuse(tx, callOff, { callOffId, month: month.start }, { kind, reason });
      await auditTenant(tx, callOff.leadId, {
        action: 'usageReturn.excuse',
        subjectKind: 'callOff',
        subjectId: callOffId,
        details: { month: command.month, kind, reason },
      });
      return ok({ callOffId });
    });
  }
}
