import { Brackets, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import type { Tx } from '#libs/platform';

/** A page of a list, newest first. */
export interface BillingPage {
  /** How many rows at most. */
  readonly limit: number;
  /** The instant (ISO 8601) and id of the row to go on after; null for the first page. */
  readonly after: readonly string[] | null;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Orders by instant and id, newest first, and takes one page. A cursor that is not ours takes the first. */
export const takeNewest = <T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  instant: keyof T & string,
  { limit, after }: BillingPage,
): Promise<T[]> => {
  const at = `${query.alias}.${instant}`;
  const id = `${query.alias}.id`;
  const [afterAt = '', afterId = ''] = after ?? [];
  if (INSTANT.test(afterAt) && UUID.test(afterId)) {
    query.andWhere(
      new Brackets((where) =>
        where
          .where(`${at} < :afterAt`, { afterAt })
          .orWhere(`${at} = :afterAt and ${id} < :afterId`, { afterAt, afterId }),
      ),
    );
  }
  return query.orderBy(at, 'DESC').addOrderBy(id, 'DESC').limit(limit).getMany();
};

/**
 * The rows of the actor's own side: a lead authority's members' and its own, or a member's own under every lead
 * authority. Row security says the same; naming it lets the index be used and holds if that wall ever fell.
 */
export const ownRows = <T extends ObjectLiteral>(
  tx: Tx,
  query: SelectQueryBuilder<T>,
): SelectQueryBuilder<T> => {
  const { memberLeadId, tenantIds } = tx.actor.settings;
  return memberLeadId === null
    ? query.where(`${query.alias}.tenantId = any (:tenantIds)`, { tenantIds: [...tenantIds] })
    : query.where(`${query.alias}.leadId = :memberLeadId`, { memberLeadId });
};

/** Whether the reader is the lead authority itself: members see what is issued, and nothing before. */
export const readsAsLead = (tx: Tx): boolean => tx.actor.settings.memberLeadId !== null;
