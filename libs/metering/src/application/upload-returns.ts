import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  err,
  formatLongDate,
  monthName,
  ok,
  parseMonth,
  refuse,
  type Period,
  type Result,
} from '#libs/kernel';
import {
  auditLead,
  auditTenant,
  newId,
  once,
  UnitOfWork,
  writingFor,
  type Actor,
  type Tx,
} from '#libs/platform';
import { LockUsage } from './lock-usage.js';
import { readReturnsFile, type FiguresOfFile } from './read-returns-file.js';
import { ReadReturns } from './read-returns.js';
import { StoreReturn, type StoredReturn } from './store-return.js';

export interface ReturnsToUpload {
  /** '2026-06' */
  readonly month: string;
  /** The CSV's text. */
  readonly content: string;
  readonly idempotencyKey: string;
}

/**
 * Files the returns of a month for many members from one file, in one transaction: all of it or none.
 * Refusals: MONTH_FORMAT, RETURN_TOO_EARLY, CSV_FORMAT, IMPORT_REJECTED for each faulty row, USAGE_TOO_OLD,
 * IDEMPOTENCY_KEY_*.
 */
@Injectable()
export class UploadReturns {
  constructor(
    private readonly work: UnitOfWork,
    private readonly returns: ReadReturns,
    private readonly lock: LockUsage,
    private readonly store: StoreReturn,
  ) {}

  execute(
    actor: Actor,
    { idempotencyKey: key, ...command }: ReturnsToUpload,
  ): Promise<Result<{ uploadId: string; returns: string }>> {
    return this.work.run(actor, (tx) =>
      once(tx, { operation: 'usageReturnsUpload', key, command }, () => this.upload(tx, command)),
    );
  }

  private async upload(
    tx: Tx,
    { month: label, content }: Omit<ReturnsToUpload, 'idempotencyKey'>,
  ): Promise<Result<{ uploadId: string; returns: string }>> {
    const month = parseMonth(label);
    if (month === null) return err(refuse('MONTH_FORMAT', {}, ['month']));
    if (tx.today < month.end) {
      const words = { period: monthName(month), date: formatLongDate(month.end) };
      return err(refuse('RETURN_TOO_EARLY', words, ['month']));
    }
    const read = await this.readHeld(tx, content, month);
    if (!read.ok) return read;
    const stored: { readonly tenantId: string; readonly record: StoredReturn['record'] }[] = [];
    for (const { of, figures } of read.value) {
      const { tenantId } = of.callOff;
      const one = await writingFor(tx, tenantId, (member) =>
        this.store.within(member, { of, figures, reason: null }),
      );
      if (!one.ok) return one;
      stored.push({ tenantId, record: one.value.record });
    }
    for (const { tenantId, record } of stored)
      await writingFor(tx, tenantId, (member) => auditTenant(member, tx.leadId, record));
    const uploadId = newId();
    const returns = String(stored.length);
    const sha256 = createHash('sha256').update(content).digest('hex');
    await auditLead(tx, {
      action: 'usageReturn.upload',
      subjectKind: 'usageReturnUpload',
      subjectId: uploadId,
      details: { month: label, returns, sha256 },
    });
    return ok({ uploadId, returns });
  }

  /** The file, read against what is due while the usage of its members is held still, always in one order. */
  private async readHeld(tx: Tx, content: string, month: Period): Promise<Result<readonly FiguresOfFile[]>> {
    const first = readReturnsFile(content, await this.returns.ofMonth(tx, month));
    if (!first.ok) return first;
    const { leadId } = tx;
    for (const tenantId of [...new Set(first.value.map(({ of }) => of.callOff.tenantId))].sort())
      await writingFor(tx, tenantId, (member) => this.lock.within(member, { tenantId, leadId }));
    return readReturnsFile(content, await this.returns.ofMonth(tx, month));
  }
}
