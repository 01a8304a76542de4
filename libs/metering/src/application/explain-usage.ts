import { Injectable } from '@nestjs/common';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { err, monthName, ok, parseMonth, refuse, type Result } from '#libs/kernel';
import { auditTenant, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { wordsFaults } from '../domain/usage-return.js';
import { ExplanationRepository } from '../persistence/explanation.repository.js';
import { writerFor } from './writer.js';

export interface UsageToExplain {
  readonly callOffId: string;
  readonly meterId: string;
  /** '2026-06' */
  readonly month: string;
  readonly text: string;
  readonly idempotencyKey: string;
}

/**
 * Says of a month's use of a meter why it is as it is. What was said stays with the month, for both sides to read.
 * Refusals: NOT_FOUND (call-off, or a meter that is not of it), METER_TAKES_NO_USAGE, MONTH_FORMAT, DATE_IN_FUTURE, FIELD_REQUIRED,
 * TEXT_INVALID, TEXT_TOO_LONG, IDEMPOTENCY_KEY_*.
 */
@Injectable()
export class ExplainUsage {
  constructor(
    private readonly work: UnitOfWork,
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
    private readonly explanations: ExplanationRepository,
  ) {}

  async execute(actor: Actor, command: UsageToExplain): Promise<Result<{ explanationId: string }>> {
    const found = await this.work.read(actor, (tx) => this.callOffs.byId(tx, command.callOffId));
    if (!found) return err(refuse('NOT_FOUND'));
    const { idempotencyKey: key, ...rest } = command;
    return this.work.run(writerFor(actor, found.tenantId), (tx) =>
      once(tx, { operation: 'usageExplain', key, command: rest }, () => this.explain(tx, found, command)),
    );
  }

  private async explain(
    tx: Tx,
    { tenantId, leadId, offeringId }: CallOff,
    { callOffId, meterId, month: label, text }: UsageToExplain,
  ): Promise<Result<{ explanationId: string }>> {
    const meter = await this.catalogue.meter(tx, meterId);
    if (meter?.offeringId !== offeringId) return err(refuse('NOT_FOUND'));
    const month = parseMonth(label);
    const faults = [
      ...(meter.charge === 'USAGE'
        ? []
        : [refuse('METER_TAKES_NO_USAGE', { meter: meter.title }, ['meterId'])]),
      ...(month === null ? [refuse('MONTH_FORMAT', {}, ['month'])] : []),
      ...(month !== null && month.start > tx.today
        ? [refuse('DATE_IN_FUTURE', { field: monthName(month) }, ['month'])]
        : []),
      ...wordsFaults(text, 'text'),
    ];
    if (month === null || faults.length > 0) return err(faults);
    const explanationId = newId();
    await this.explanations.insert(tx, {
      ...{ tenantId, leadId, id: explanationId, callOffId, meterId, month: month.start, text },
      ...{ explainedBy: tx.personId, explainedAt: tx.now },
    });
    await auditTenant(tx, leadId, {
      action: 'usage.explain',
      subjectKind: 'callOff',
      subjectId: callOffId,
      details: { meterId, month: label, explanationId },
    });
    return ok({ explanationId });
  }
}
