import { Injectable } from '@nestjs/common';
import { exact, localDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { Estimate, EstimateLine } from '../domain/estimate.js';
import { EstimateRow, type StoredEstimateLine } from './estimate.entity.js';

/** Estimates; only through their door. */
@Injectable()
export class EstimateRepository {
  async insert(tx: Tx, estimate: Estimate): Promise<void> {
    const { netPerYear, vatPerYear, grossPerYear, lines, ...row } = estimate;
    await tx.manager.insert(EstimateRow, {
      ...row,
      savedAt: tx.now,
      lines: lines.map(toStored),
      netPence: netPerYear,
      vatPence: vatPerYear,
      grossPence: grossPerYear,
    });
  }

  async find(tx: Tx, id: string): Promise<Estimate | null> {
    const row = await tx.manager.findOneBy(EstimateRow, { id });
    return row && toEstimate(row);
  }
}

const toStored = (line: EstimateLine): StoredEstimateLine => ({
  ...line,
  perYear: line.perYear.toDecimalString(),
  perMonth: line.perMonth.toDecimalString(),
  netPerMonth: line.netPerMonth.toString(),
  netPerYear: line.netPerYear.toString(),
  vatRate: line.vatRate.toDecimalString(),
});

const toLine = (line: StoredEstimateLine): EstimateLine => ({
  ...line,
  charge: line.charge ?? 'USAGE',
  perYear: exact(line.perYear),
  perMonth: exact(line.perMonth),
  netPerMonth: BigInt(line.netPerMonth),
  netPerYear: BigInt(line.netPerYear),
  vatRate: exact(line.vatRate),
});

const toEstimate = ({ id, frameworkId, bodyId, savedOn, volumes, ...row }: EstimateRow): Estimate => ({
  ...{ id, frameworkId, bodyId, savedOn: localDate(savedOn), volumes },
  lines: row.lines.map(toLine),
  netPerYear: row.netPence,
  vatPerYear: row.vatPence,
  grossPerYear: row.grossPence,
});
