import { Injectable } from '@nestjs/common';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { err, ok, parseMonth, refuse, type Result } from '#libs/kernel';
import { auditTenant, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { shareFaults, type CostShare } from '../domain/cost-split.js';
import { CostSplitRepository } from '../persistence/cost-split.repository.js';

export interface RecordCostSplitCommand {
  readonly callOffId: string;
  /** Null for every meter that has no split of its own. */
  readonly meterId: string | null;
  /** The first month that it is for, '2026-04'. */
  readonly fromMonth: string;
  /** None to split no more. */
  readonly shares: readonly CostShare[];
  readonly idempotencyKey: string;
}

/**
 * A member says how it splits what it is charged for a call-off, or for one of its meters, over its own cost centres.
 * Splits are never changed: of one month the one recorded last counts. It is the member's own affair, so its record goes
 * to the chain of the member alone.
 */
@Injectable()
export class RecordCostSplit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
    private readonly splits: CostSplitRepository,
  ) {}

  /** Refuses NOT_FOUND, and all at once MONTH_FORMAT, APPORTION_SUM and every other fault of the shares. */
  async execute(
    actor: Actor,
    { idempotencyKey: key, ...command }: RecordCostSplitCommand,
  ): Promise<Result<{ callOffId: string }>> {
    const tidied = { ...command, shares: command.shares.map(tidyShare) };
    const request = {
      operation: 'costSplit.record',
      key,
      command: { ...tidied, shares: tidied.shares.map((share) => ({ ...share })) },
    };
    return this.work.run(actor, (tx) => once(tx, request, () => this.record(tx, tidied)));
  }

  private async record(
    tx: Tx,
    { callOffId, meterId, fromMonth, shares }: Omit<RecordCostSplitCommand, 'idempotencyKey'>,
  ): Promise<Result<{ callOffId: string }>> {
    const callOff = await this.callOffs.byId(tx, callOffId);
    if (callOff === null || !(await this.isMeterOf(tx, callOff, meterId))) return err(refuse('NOT_FOUND'));
    const month = parseMonth(fromMonth);
    const faults = [
      ...(month === null ? [refuse('MONTH_FORMAT', {}, ['fromMonth'])] : []),
      ...shareFaults(shares),
    ];
    if (month === null || faults.length > 0) return err(faults);
    const id = newId();
    const { tenantId } = tx;
    await this.splits.insert(tx, {
      ...{ tenantId, id, callOffId, meterId, fromMonth: month.start, shares },
      ...{ recordedAt: tx.now, recordedBy: tx.personId },
    });
    await auditTenant(tx, tenantId, {
      action: 'costSplit.record',
      subjectKind: 'callOff',
      subjectId: callOffId,
      details: {
        costSplitId: id,
        meterId,
        fromMonth: month.start,
        shares: shares.map((share) => ({ ...share })),
      },
    });
    return ok({ callOffId });
  }

  private async isMeterOf(tx: Tx, { offeringId }: CallOff, meterId: string | null): Promise<boolean> {
    if (meterId === null) return true;
    return (await this.catalogue.meters(tx, [offeringId])).some(({ id }) => id === meterId);
  }
}

const tidyShare = ({ costCentre, subjectiveCode, percent }: CostShare): CostShare => ({
  costCentre: costCentre.trim(),
  subjectiveCode: subjectiveCode.trim(),
  percent,
});
