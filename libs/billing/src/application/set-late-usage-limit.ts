import { Injectable } from '@nestjs/common';
import { ok, parsePence, type Pence, type Result } from '#libs/kernel';
import { auditLead, UnitOfWork, type Actor } from '#libs/platform';
import { settingFault } from '../domain/setting-fault.js';
import { LateUsageRepository } from '../persistence/late-usage.repository.js';

export interface SetLateUsageLimitCommand {
  /** Pounds without VAT as text; 0 for all use that comes late to wait. */
  readonly amount: string;
}

/** More than this is a mistake. */
const MOST: Pence = 10_000_000n;

/** Sets how much use that came late is billed unasked. Drafts change when their run is prepared again. */
@Injectable()
export class SetLateUsageLimit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly late: LateUsageRepository,
  ) {}

  /** Refuses AMOUNT_FORMAT, TOO_SMALL, TOO_BIG and TOO_MANY_DECIMALS. */
  async execute(actor: Actor, { amount }: SetLateUsageLimitCommand): Promise<Result<{ amount: string }>> {
    const fault = settingFault(amount, { field: 'The limit', path: ['lateUsageLimit'], most: MOST });
    if (fault) return fault;
    const pence = parsePence(amount) ?? 0n;
    return this.work.run(actor, async (tx) => {
      const before = await this.late.limit(tx, tx.leadId);
      if (before === pence) return ok({ amount });
      await this.late.setLimit(tx, pence);
      await auditLead(tx, {
        action: 'billing.late-usage-limit-set',
        subjectKind: 'body',
        subjectId: tx.leadId,
        details: { lateUsageLimit: pence, before },
      });
      return ok({ amount });
    });
  }
}
