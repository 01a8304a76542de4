import { Injectable } from '@nestjs/common';
import { exact, financialYearOf, financialYearPeriod, localDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { CostScheme } from '../domain/scheme.js';
import { CostSchemeRow } from './entities.js';
import { memberFromJson, memberToJson, termsToJson } from './json.js';

/** Versions of how costs are shared; every method needs a unit of work that is open for the lead authority. */
@Injectable()
export class CostSchemeRepository {
  async find(tx: Tx, id: string): Promise<CostScheme | null> {
    const row = await tx.manager.findOneBy(CostSchemeRow, { leadId: tx.leadId, id });
    return row && toScheme(row);
  }

  /** All versions of an offering's years: the newest year first, of a year the newest version. */
  async ofOffering(tx: Tx, offeringId: string): Promise<CostScheme[]> {
    const rows = await tx.manager.find(CostSchemeRow, {
      where: { leadId: tx.leadId, offeringId },
      order: { yearStart: 'desc', version: 'desc' },
    });
    return rows.map(toScheme);
  }

  /** The newest first. */
  async ofYear(tx: Tx, offeringId: string, year: string): Promise<CostScheme[]> {
    const yearStart = financialYearPeriod(year).start;
    const rows = await tx.manager.find(CostSchemeRow, {
      where: { leadId: tx.leadId, offeringId, yearStart },
      order: { version: 'desc' },
    });
    return rows.map(toScheme);
  }

  async insert(tx: Tx, scheme: CostScheme): Promise<void> {
    const { stage, basis, driver, dampingPercent, tolerancePoints, settlement, reshared } =
      termsToJson(scheme);
    const { leadId, id, offeringId, version, proposedBy, proposedAt, agreedBy, agreedAt } = scheme;
    await tx.manager.insert(CostSchemeRow, {
      ...{ leadId, id, offeringId, version, proposedBy, proposedAt, agreedBy, agreedAt },
      ...{ stage, basis, driver, dampingPercent, tolerancePoints, settlement, reshared },
      yearStart: financialYearPeriod(scheme.year).start,
      costPence: scheme.cost,
      carriedPence: scheme.carried,
      members: scheme.members.map(memberToJson),
    });
  }

  async agree(tx: Tx, { leadId, id }: CostScheme): Promise<void> {
    await tx.manager.update(CostSchemeRow, { leadId, id }, { agreedBy: tx.personId, agreedAt: tx.now });
  }
}

const toScheme = ({ yearStart, costPence, carriedPence, members, ...row }: CostSchemeRow): CostScheme => ({
  ...row,
  year: financialYearOf(localDate(yearStart)),
  dampingPercent: row.dampingPercent === null ? null : exact(row.dampingPercent),
  tolerancePoints: exact(row.tolerancePoints),
  cost: costPence,
  carried: carriedPence,
  members: members.map(memberFromJson),
});
