import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { exact, localDate, type LocalDate, type Period } from '#libs/kernel';
import { prepared, rowsOfMember, type Tx } from '#libs/platform';
import type { CallOffItem } from '../domain/call-off-item.js';
import type { CallOff, CallOffTerms } from '../domain/call-off.js';
import type { ComplianceRecord } from '../domain/compliance-record.js';
import { CallOffItemRow, CallOffRow, ComplianceRecordRow } from './entities.js';
import { takePage, type Page } from './page.js';
import { ownRows } from './side.js';

export interface TenantAndLead {
  readonly tenantId: string;
  readonly leadId: string;
}

@Injectable()
export class CallOffRepository {
  async insert(
    tx: Tx,
    callOff: CallOff,
    record: ComplianceRecord,
    items: readonly CallOffItem[],
  ): Promise<void> {
    await tx.manager.insert(CallOffRow, callOff);
    await tx.manager.insert(ComplianceRecordRow, record);
    const { tenantId, leadId } = callOff;
    const rows = items.map(({ units, ...item }) => ({
      ...{ tenantId, leadId, ...item },
      units: units.toDecimalString(),
    }));
    if (rows.length > 0) await tx.manager.insert(CallOffItemRow, rows);
  }

  /** Of every revision, in the order of revisions. */
  async items(tx: Tx, callOffIds: readonly string[]): Promise<CallOffItem[]> {
    if (callOffIds.length === 0) return [];
    const rows = await tx.manager.find(CallOffItemRow, {
      where: { ...ownRows(tx), callOffId: In([...callOffIds]) },
      order: { callOffId: 'asc', revision: 'asc', meterId: 'asc' },
    });
    return rows.map(toItem);
  }

  /** Of all of one member's call-offs, of every revision, in the order of revisions. */
  async itemsOf(tx: Tx, key: TenantAndLead): Promise<CallOffItem[]> {
    const rows = await rowsOfMember(
      tx,
      'items of call-offs',
      key,
      (tenantIds, leadId) =>
        tx.manager.find(CallOffItemRow, {
          where: { tenantId: In([...tenantIds]), leadId },
          order: { callOffId: 'asc', revision: 'asc', meterId: 'asc' },
        }),
      ({ tenantId }) => tenantId,
    );
    return rows.map(toItem);
  }

  async find(tx: Tx, id: string): Promise<CallOff | null> {
    const row = await tx.manager.findOneBy(CallOffRow, { ...ownRows(tx), id });
    return row && toCallOff(row);
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<CallOff[]> {
    if (ids.length === 0) return [];
    const rows = await tx.manager.find(CallOffRow, {
      where: { ...ownRows(tx), id: In([...ids]) },
      order: { id: 'asc' },
    });
    return rows.map(toCallOff);
  }

  /** The same for every event that comes, and no more of them than usage asks for. */
  async termsByIds(tx: Tx, ids: readonly string[]): Promise<CallOffTerms[]> {
    const isLead = tx.actor.identity.capacity === 'LEAD';
    return prepared<CallOffTerms>(tx, isLead ? TERMS_OF_LEAD : TERMS_OF_TENANTS, [
      ids,
      isLead ? tx.leadId : tx.actor.settings.tenantIds,
    ]);
  }

  /** Of one tenant under one lead authority, in the order of award. */
  async allOf(tx: Tx, key: TenantAndLead): Promise<CallOff[]> {
    const rows = await rowsOfMember(
      tx,
      'call-offs',
      key,
      (tenantIds, leadId) =>
        tx.manager.find(CallOffRow, {
          where: { tenantId: In([...tenantIds]), leadId },
          order: { awardedAt: 'asc', id: 'asc' },
        }),
      ({ tenantId }) => tenantId,
    );
    return rows.map(toCallOff);
  }

  /** Newest first: those of `of`, or all that whoever acts may see. */
  async page(tx: Tx, page: Page, of: Partial<TenantAndLead> = {}): Promise<CallOff[]> {
    const query = tx.manager.createQueryBuilder(CallOffRow, 'call_off').where(ownRows(tx));
    if (of.tenantId !== undefined) query.andWhere('call_off.tenantId = :tenantId', { tenantId: of.tenantId });
    if (of.leadId !== undefined) query.andWhere('call_off.leadId = :leadId', { leadId: of.leadId });
    return (await takePage(query, 'awardedAt', page)).map(toCallOff);
  }

  /** The first day of the first term among those of whoever acts; null when there are none. */
  async firstDay(tx: Tx): Promise<LocalDate | null> {
    const row = await tx.manager
      .createQueryBuilder(CallOffRow, 'call_off')
      .select('min(call_off.startsOn)::text', 'day')
      .where(ownRows(tx))
      .getRawOne<{ day: LocalDate | null }>();
    return row?.day ?? null;
  }

  /** Those of whoever acts whose term has days in a period, by reference. */
  async runningIn(tx: Tx, { start, end }: Period): Promise<CallOff[]> {
    const rows = await tx.manager
      .createQueryBuilder(CallOffRow, 'call_off')
      .where(ownRows(tx))
      .andWhere('call_off.startsOn < :end and call_off.endsOn >= :start', { start, end })
      .orderBy('call_off.reference')
      .addOrderBy('call_off.id')
      .getMany();
    return rows.map(toCallOff);
  }

  async tenantIds(tx: Tx, leadId: string): Promise<string[]> {
    const rows = await tx.manager
      .createQueryBuilder(CallOffRow, 'call_off')
      .select('distinct call_off.tenantId', 'tenantId')
      .where({ leadId })
      .orderBy('"tenantId"')
      .getRawMany<{ tenantId: string }>();
    return rows.map(({ tenantId }) => tenantId);
  }

  /** The call-offs that a new one for the same offering would overlap; as the database's own constraint sees it. */
  async overlapping(
    tx: Tx,
    wanted: TenantAndLead & {
      readonly offeringId: string;
      readonly startsOn: LocalDate;
      readonly endsOn: LocalDate;
    },
  ): Promise<CallOff[]> {
    const rows = await tx.manager
      .createQueryBuilder(CallOffRow, 'call_off')
      .where(
        'call_off.tenantId = :tenantId and call_off.leadId = :leadId and call_off.offeringId = :offeringId',
        wanted,
      )
      .andWhere('call_off.startsOn <= :endsOn and call_off.endsOn >= :startsOn', wanted)
      .andWhere(`call_off.state in ('AWARDED', 'NOTICE_GIVEN')`)
      .orderBy('call_off.startsOn')
      .getMany();
    return rows.map(toCallOff);
  }

  async ofOffering(tx: Tx, offeringId: string, { start, end }: Period): Promise<CallOff[]> {
    const rows = await tx.manager
      .createQueryBuilder(CallOffRow, 'call_off')
      .where({ ...ownRows(tx), offeringId })
      .andWhere('call_off.startsOn < :end and call_off.endsOn >= :start', { start, end })
      .orderBy('call_off.tenantId')
      .addOrderBy('call_off.startsOn')
      .getMany();
    return rows.map(toCallOff);
  }

  async complianceRecord(tx: Tx, { tenantId, leadId, id }: CallOff): Promise<ComplianceRecord | null> {
    const row = await tx.manager.findOneBy(ComplianceRecordRow, { tenantId, leadId, callOffId: id });
    return row && { ...row, decisionEffectiveOn: localDate(row.decisionEffectiveOn) };
  }
}

const TERMS = `select tenant_id as "tenantId", lead_id as "leadId", id, reference, offering_id as "offeringId",
                      starts_on as "startsOn", ends_on as "endsOn"
               from call_off`;
const TERMS_OF_LEAD = `${TERMS} where id = any ($1) and lead_id = $2 order by id`;
const TERMS_OF_TENANTS = `${TERMS} where id = any ($1) and tenant_id = any ($2) order by id`;

const toItem = ({ callOffId, revision, meterId, units }: CallOffItemRow): CallOffItem => ({
  ...{ callOffId, revision, meterId },
  units: exact(units),
});

const toCallOff = (row: CallOffRow): CallOff => ({
  ...row,
  startsOn: localDate(row.startsOn),
  endsOn: localDate(row.endsOn),
});
