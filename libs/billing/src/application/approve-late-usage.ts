import { Injectable } from '@nestjs/common';
import { err, ok, parsePence, refuse, textFaults, type Result } from '#libs/kernel';
import { LockUsage } from '#libs/metering';
import { auditTenant, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { LateUsageRepository, type LateUsageSeen } from '../persistence/late-usage.repository.js';

export interface ApproveLateUsageCommand {
  readonly lateUsageId: string;
  /** What was seen to be billed, in pounds without VAT. */
  readonly net: string;
  readonly reason: string;
}

const MAX_REASON = 1000;

/** Approves that use which came late is billed. The next run bills it, or a run that is prepared again. */
@Injectable()
export class ApproveLateUsage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lockUsage: LockUsage,
    private readonly late: LateUsageRepository,
  ) {}

  /** Refuses NOT_FOUND, STATE_NOT_ALLOWED when it does not wait, CONTENT_CHANGED and faults of the reason. */
  async execute(actor: Actor, command: ApproveLateUsageCommand): Promise<Result<{ lateUsageId: string }>> {
    const faults = textFaults(command.reason, { field: 'the reason', path: ['reason'], max: MAX_REASON });
    if (faults.length > 0) return err(faults);
    const seen = await this.work.read(actor, (tx) => this.late.find(tx, command.lateUsageId));
    if (seen === null) return err(refuse('NOT_FOUND'));
    return this.work.run(actor.forTenant(seen.tenantId), (tx) => this.approve(tx, seen, command));
  }

  private async approve(
    tx: Tx,
    seen: LateUsageSeen,
    command: ApproveLateUsageCommand,
  ): Promise<Result<{ lateUsageId: string }>> {
    // As the drafting of a bill does, so that what is approved is what the draft found or nothing.
    await this.lockUsage.within(tx, seen);
    const late = await this.late.lock(tx, seen, seen.id);
    if (late === null) return err(refuse('NOT_FOUND'));
    if (!late.isWaiting)
      return err(
        refuse('STATE_NOT_ALLOWED', {
          thing: 'late usage',
          state: 'not waiting any more',
          action: 'approve',
        }),
      );
    if (parsePence(command.net) !== late.net)
      return err(refuse('CONTENT_CHANGED', { thing: 'late usage' }, ['net']));
    const reason = command.reason.trim();
    await this.late.approve(tx, late, reason);
    const { callOffId, month, net, receiptUpTo } = late;
    await auditTenant(tx, late.leadId, {
      action: 'lateUsage.approve',
      subjectKind: 'lateUsage',
      subjectId: late.id,
      details: { callOffId, month, net, receiptUpTo: String(receiptUpTo), reason },
    });
    return ok({ lateUsageId: late.id });
  }
}
