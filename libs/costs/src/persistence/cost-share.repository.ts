import { Injectable } from '@nestjs/common';
import { financialYearOf, financialYearPeriod, localDate, type LocalDate } from '#libs/kernel';
import { newId, type Tx } from '#libs/platform';
import type { CostShare } from '../domain/cost-share.js';
import type { CostScheme } from '../domain/scheme.js';
import { CostShareRow } from './entities.js';
import { memberFromJson, memberToJson, termsFromJson, termsToJson } from './json.js';
import { takeNewest, type CostPage } from './page.js';

export interface DueShare {
  readonly schemeId: string;
  readonly tenantId: string;
  readonly agreedBy: string;
}

/** Members' own parts of agreed versions. */
@Injectable()
export class CostShareRepository {
  /** Makes the part of an agreed version that is the member's written for, once; answers its id. */
  async keep(tx: Tx, scheme: CostScheme): Promise<string> {
    const { leadId, id: schemeId, offeringId, year, version, agreedBy, agreedAt } = scheme;
    const { tenantId } = tx;
    const member = scheme.members.find((each) => each.tenantId === tenantId);
    if (!member) throw new Error(`member ${tenantId} has no part of cost scheme ${schemeId}`);
    await tx.manager.query(
      `insert into cost_share (tenant_id, lead_id, id, scheme_id, offering_id, year_start, version, terms, working,
                               agreed_by, agreed_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict on constraint cost_share_once do nothing`,
      [
        ...[tenantId, leadId, newId(), schemeId, offeringId, financialYearPeriod(year).start, version],
        ...[JSON.stringify(termsToJson(scheme)), JSON.stringify(memberToJson(member)), agreedBy, agreedAt],
      ],
    );
    const row = await tx.manager.findOneByOrFail(CostShareRow, { tenantId, leadId, schemeId });
    return row.id;
  }

  /** Says when the next part of the version that holds is to be recorded; older versions of the year have none. */
  async setNext(tx: Tx, scheme: CostScheme, nextOn: LocalDate | null): Promise<void> {
    await tx.manager.query(
      `update cost_share set next_on = case when scheme_id = $5 then $6::date end
       where tenant_id = $1 and lead_id = $2 and offering_id = $3 and year_start = $4`,
      [
        ...[tx.tenantId, scheme.leadId, scheme.offeringId, financialYearPeriod(scheme.year).start],
        ...[scheme.id, nextOn],
      ],
    );
  }

  /** The shares of a lead authority's members of which a part is to be recorded by today. */
  async due(tx: Tx): Promise<DueShare[]> {
    const rows = await tx.manager.query<{ scheme_id: string; tenant_id: string; agreed_by: string }[]>(
      'select scheme_id, tenant_id, agreed_by from cost_share where lead_id = $1 and next_on <= $2',
      [tx.leadId, tx.today],
    );
    return rows.map((row) => ({
      schemeId: row.scheme_id,
      tenantId: row.tenant_id,
      agreedBy: row.agreed_by,
    }));
  }

  /** How many members have their part of each of these versions. */
  async applied(tx: Tx, schemeIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (schemeIds.length === 0) return new Map();
    const rows = await tx.manager.query<{ scheme_id: string; members: string }[]>(
      `select scheme_id, count(*) as members from cost_share
       where lead_id = $1 and scheme_id = any ($2::uuid[]) group by scheme_id`,
      [tx.leadId, [...schemeIds]],
    );
    return new Map(rows.map((row) => [row.scheme_id, Number(row.members)]));
  }

  /** A member's own, newest first. */
  async page(tx: Tx, page: CostPage): Promise<CostShare[]> {
    const query = tx.manager
      .createQueryBuilder(CostShareRow, 'share')
      .where('share.tenantId = any (:tenantIds)', { tenantIds: [...tx.actor.settings.tenantIds] });
    return this.withNewest(tx, await takeNewest(query, 'agreedAt', page));
  }

  async find(tx: Tx, id: string): Promise<CostShare | null> {
    const rows = await tx.manager
      .createQueryBuilder(CostShareRow, 'share')
      .where('share.tenantId = any (:tenantIds)', { tenantIds: [...tx.actor.settings.tenantIds] })
      .andWhere('share.id = :id', { id })
      .getMany();
    return (await this.withNewest(tx, rows))[0] ?? null;
  }

  private async withNewest(tx: Tx, rows: readonly CostShareRow[]): Promise<CostShare[]> {
    const newest = await tx.manager.query<{ offering_id: string; year_start: string; version: number }[]>(
      `select offering_id, year_start, max(version) as version from cost_share
       where tenant_id = any ($1) and offering_id = any ($2::uuid[]) group by offering_id, year_start`,
      [[...tx.actor.settings.tenantIds], rows.map(({ offeringId }) => offeringId)],
    );
    return rows.map((row) => {
      const found = newest.find(
        (each) => each.offering_id === row.offeringId && each.year_start === row.yearStart,
      );
      return toShare(row, found?.version === row.version);
    });
  }
}

const toShare = (row: CostShareRow, holds: boolean): CostShare => ({
  ...termsFromJson(row.terms),
  tenantId: row.tenantId,
  leadId: row.leadId,
  id: row.id,
  schemeId: row.schemeId,
  offeringId: row.offeringId,
  year: financialYearOf(localDate(row.yearStart)),
  version: row.version,
  member: memberFromJson(row.working),
  agreedAt: row.agreedAt,
  holds,
});
