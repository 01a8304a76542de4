import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Tx } from '#libs/platform';

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
    ? query.where(`${query.alias}.tenantId in (:...tenantIds)`, {
        tenantIds: tenantIds.length > 0 ? tenantIds : [NOBODY],
      })
    : query.where(`${query.alias}.leadId = :memberLeadId`, { memberLeadId });
};

const NOBODY = '00000000-0000-0000-0000-000000000000';
