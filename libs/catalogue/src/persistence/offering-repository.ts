import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { exact, localDate } from '#libs/kernel';
import { prepared, type Tx } from '#libs/platform';
import type { Meter, Offering, OfferingState, UsageTerms } from '../domain/offering.js';
import { MeterRow, OfferingRow, PriceVersionRow } from './entities.js';
import { takePage, type Page } from './page.js';

/** Offerings and what is metered of them. */
@Injectable()
export class OfferingRepository {
  async find(tx: Tx, id: string): Promise<Offering | null> {
    const [found] = await this.byIds(tx, [id]);
    return found ?? null;
  }

  async byIds(tx: Tx, ids: readonly string[]): Promise<Offering[]> {
    return (await tx.manager.findBy(OfferingRow, { id: In([...ids]) })).map(toOffering);
  }

  async ofFramework(tx: Tx, frameworkId: string): Promise<Offering[]> {
    const rows = await tx.manager.find(OfferingRow, {
      where: { frameworkId },
      order: { createdAt: 'asc', id: 'asc' },
    });
    return rows.map(toOffering);
  }

  async page(tx: Tx, frameworkId: string, page: Page): Promise<Offering[]> {
    const query = tx.manager
      .createQueryBuilder(OfferingRow, 'offering')
      .where('offering.frameworkId = :frameworkId', { frameworkId });
    return (await takePage(query, 'createdAt', page)).map(toOffering);
  }

  /** The lead authority's own offering, locked until the transaction ends. */
  async lockOwn(tx: Tx, id: string): Promise<Offering | null> {
    const where = { leadId: tx.leadId, id };
    const row = await tx.manager.findOne(OfferingRow, { where, lock: { mode: 'pessimistic_write' } });
    return row && toOffering(row);
  }

  async insert(tx: Tx, offering: Offering): Promise<void> {
    const { included, notIncluded, youMust } = offering;
    const lists = { included: [...included], notIncluded: [...notIncluded], youMust: [...youMust] };
    await tx.manager.insert(OfferingRow, { ...offering, ...lists, published: false });
  }

  /** Moves to a state from today on. */
  async move(tx: Tx, id: string, state: OfferingState): Promise<void> {
    await tx.manager.update(OfferingRow, { leadId: tx.leadId, id }, { state, stateSince: tx.today });
  }

  /** Shows an offering with its meters and prices to everyone. */
  async show(tx: Tx, id: string, meterIds: readonly string[]): Promise<void> {
    const { leadId } = tx;
    await tx.manager.update(OfferingRow, { leadId, id }, { published: true });
    await tx.manager.update(MeterRow, { leadId, offeringId: id }, { published: true });
    await tx.manager.update(PriceVersionRow, { leadId, meterId: In([...meterIds]) }, { published: true });
  }

  async findMeter(tx: Tx, id: string): Promise<Meter | null> {
    const row = await tx.manager.findOneBy(MeterRow, { id });
    return row && toMeter(row);
  }

  async metersByIds(tx: Tx, ids: readonly string[]): Promise<Meter[]> {
    return (await tx.manager.findBy(MeterRow, { id: In([...ids]) })).map(toMeter);
  }

  async meters(tx: Tx, offeringIds: readonly string[]): Promise<Meter[]> {
    const rows = await tx.manager.find(MeterRow, {
      where: { offeringId: In([...offeringIds]) },
      order: { id: 'asc' },
    });
    return rows.map(toMeter);
  }

  /** In any order; asked for every event that comes. */
  usageTerms(tx: Tx, offeringIds: readonly string[]): Promise<UsageTerms[]> {
    return prepared<UsageTerms>(tx, USAGE_TERMS, [offeringIds]);
  }

  async insertMeter(tx: Tx, { typicalPerThousand, ...meter }: Meter): Promise<void> {
    await tx.manager.insert(MeterRow, {
      ...meter,
      typicalPerThousand: typicalPerThousand?.toDecimalString() ?? null,
      published: false,
    });
  }
}

const USAGE_TERMS = `
  select o.id as "offeringId", f.usage_max_age_months as "usageMaxAgeMonths", coalesce(m.meters, '[]') as meters
  from offering o
  join framework f on f.lead_id = o.lead_id and f.id = o.framework_id
  cross join lateral (
    select json_agg(json_build_object('id', id, 'code', code, 'aggregation', aggregation, 'charge', charge,
                                      'fedBy', fed_by, 'keptBy', kept_by) order by id) as meters
    from meter where lead_id = o.lead_id and offering_id = o.id
  ) m
  where o.id = any ($1)`;

const toOffering = ({ published: _, stateSince, ...row }: OfferingRow): Offering => ({
  ...row,
  stateSince: localDate(stateSince),
});

const toMeter = ({ published: _, typicalPerThousand: typical, ...row }: MeterRow): Meter => ({
  ...row,
  typicalPerThousand: typical === null ? null : exact(typical),
});
