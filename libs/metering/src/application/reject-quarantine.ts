import { Injectable } from '@nestjs/common';
import { err, ok, refuse, textFaults, type Result } from '#libs/kernel';
import { auditTenant, UnitOfWork, type Actor } from '#libs/platform';
import { QuarantineRepository } from '../persistence/quarantine.repository.js';
import { notHeld } from '../domain/quarantine.js';

export interface QuarantineToReject {
  readonly quarantineId: string;
  readonly reason: string;
}

/**
 * A service manager decides that usage in quarantine is not to be counted. It is kept with the reason, and its id
 * stays used.
 * Refusals: NOT_FOUND, STATE_NOT_ALLOWED, FIELD_REQUIRED, TEXT_INVALID, TEXT_TOO_LONG.
 */
@Injectable()
export class RejectQuarantine {
  constructor(
    private readonly work: UnitOfWork,
    private readonly quarantine: QuarantineRepository,
  ) {}

  async execute(
    actor: Actor,
    { quarantineId, reason }: QuarantineToReject,
  ): Promise<Result<{ quarantineId: string }>> {
    const faults = textFaults(reason, { field: 'the reason', path: ['reason'], max: 500 });
    if (faults.length > 0) return err(faults);
    const found = await this.work.read(actor, (tx) => this.quarantine.find(tx, tx.leadId, quarantineId));
    if (!found) return err(refuse('NOT_FOUND'));
    return this.work.run(actor.forTenant(found.tenantId), async (tx) => {
      const row = await this.quarantine.lock(tx, found, quarantineId);
      if (!row) return err(refuse('NOT_FOUND'));
      if (row.state !== 'HELD') return err(notHeld(row, 'reject'));
      await this.quarantine.resolve(tx, row, row.id, { state: 'REJECTED', resolution: reason });
      await auditTenant(tx, row.leadId, {
        action: 'quarantine.reject',
        subjectKind: 'quarantine',
        subjectId: row.id,
        details: { reasonCode: row.reasonCode, receipt: row.receiptNumber.toString() },
      });
      return ok({ quarantineId });
    });
  }
}
