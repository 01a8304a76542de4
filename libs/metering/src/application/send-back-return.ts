import { Injectable } from '@nestjs/common';
import { addNotice, FindBody } from '#libs/directory';
import { err, monthName, monthOf, ok, refuse, type Result } from '#libs/kernel';
import { auditTenant, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { wordsFaults, type UsageReturn } from '../domain/usage-return.js';
import { UsageReturnRepository } from '../persistence/usage-return.repository.js';
import { LockUsage } from './lock-usage.js';

/**
 * Finance sends a return back to the service team with a note. Its figures stay as they are until the team replaces
 * it; meanwhile it is due again, and a run of its month waits for it.
 * Refusals: NOT_FOUND, STATE_NOT_ALLOWED (replaced, or sent back already), FIELD_REQUIRED, TEXT_INVALID, TEXT_TOO_LONG.
 */
@Injectable()
export class SendBackReturn {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returns: UsageReturnRepository,
    private readonly lock: LockUsage,
    private readonly bodies: FindBody,
  ) {}

  async execute(
    actor: Actor,
    { returnId, note }: { readonly returnId: string; readonly note: string },
  ): Promise<Result<{ returnId: string }>> {
    const seen = await this.work.read(actor, (tx) => this.returns.find(tx, returnId));
    if (!seen) return err(refuse('NOT_FOUND'));
    const faults = wordsFaults(note, 'note');
    if (faults.length > 0) return err(faults);
    return this.work.run(actor.forTenant(seen.tenantId), async (tx) => {
      await this.lock.within(tx, seen);
      const versions = await this.returns.ofMonth(tx, [seen.callOffId], seen.month);
      const current = versions.at(-1);
      if (current?.id !== returnId) return err(notNow('replaced by a later version'));
      if (current.sentBack !== null) return err(notNow('already sent back'));
      await this.returns.sendBack(tx, current, returnId, note);
      await this.tell(tx, current, note);
      await auditTenant(tx, current.leadId, {
        action: 'usageReturn.sendBack',
        subjectKind: 'usageReturn',
        subjectId: returnId,
        details: { callOffId: current.callOffId, month: current.month.slice(0, 7), version: current.version },
      });
      return ok({ returnId });
    });
  }

  private async tell(tx: Tx, { tenantId, leadId, month }: UsageReturn, note: string): Promise<void> {
    const body = await this.bodies.byId(tx, tenantId);
    if (body === null) throw new Error(`body ${tenantId} is not there`);
    await addNotice(tx, {
      bodyId: leadId,
      role: 'LEAD_SERVICE_MANAGER',
      mail: 'USAGE_RETURN_SENT_BACK',
      words: { body: body.name, period: monthName(monthOf(month)), note },
    });
  }
}

const notNow = (state: string) =>
  refuse('STATE_NOT_ALLOWED', { thing: 'usage return', state, action: 'return' });
