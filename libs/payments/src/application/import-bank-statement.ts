import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { err, formatLongDate, londonDateOf, ok, refuse, textFaults, type Result } from '#libs/kernel';
import { auditLead, newId, once, UnitOfWork, type Actor } from '#libs/platform';
import { readBankStatement } from './bank-statement.js';
import { ReceiptRepository } from '../persistence/receipt.repository.js';
import { MatchReceipt } from './match-receipt.js';
import { ownBooks } from './own-books.js';

export interface ImportBankStatementCommand {
  readonly fileName: string;
  /** The CSV's text. */
  readonly content: string;
  readonly idempotencyKey: string;
}

/**
 * A bank statement as CSV: all of it or none. Refuses with CSV_FORMAT, IMPORT_REJECTED for each faulty cell, and
 * ALREADY_IMPORTED for a file that was taken before, whatever its name.
 */
@Injectable()
export class ImportBankStatement {
  constructor(
    private readonly work: UnitOfWork,
    private readonly receipts: ReceiptRepository,
    private readonly match: MatchReceipt,
  ) {}

  execute(
    actor: Actor,
    { idempotencyKey, ...file }: ImportBankStatementCommand,
  ): Promise<Result<{ statementId: string }>> {
    return this.work.run(ownBooks(actor), (tx) =>
      once(tx, { operation: 'bankStatementImport', key: idempotencyKey, command: { ...file } }, async () => {
        const name = textFaults(file.fileName, { field: 'the file name', path: ['fileName'] });
        if (name.length > 0) return err(name);
        const rows = readBankStatement(file.content, tx.today);
        if (!rows.ok) return rows;
        const sha256 = createHash('sha256').update(file.content).digest();
        const statementId = newId();
        const before = await this.receipts.insertStatement(tx, {
          id: statementId,
          fileName: file.fileName,
          sha256,
          rows: rows.value.length,
        });
        if (before !== null)
          return err(refuse('ALREADY_IMPORTED', { date: formatLongDate(londonDateOf(before)) }, ['content']));
        for (const [index, money] of rows.value.entries())
          await this.match.within(tx, money, { statementId, row: index + 1 });
        await auditLead(tx, {
          action: 'bankStatement.import',
          subjectKind: 'bankStatement',
          subjectId: statementId,
          details: { rows: rows.value.length, sha256: sha256.toString('hex') },
        });
        return ok({ statementId });
      }),
    );
  }
}
