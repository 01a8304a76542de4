import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';

/** Whose the events of a lead authority's own keys are. The unit of work opens the lead authority's tables. */
@Injectable()
export class EventOwnerRepository {
  /** The members of those ids that have been received before. */
  async of(tx: Tx, source: string, ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.manager.query<{ event_id: string; tenant_id: string }[]>(
      'select event_id, tenant_id from usage_event_owner where lead_id = $1 and source = $2 and event_id = any ($3::text[])',
      [tx.leadId, source, ids],
    );
    return new Map(rows.map((row) => [row.event_id, row.tenant_id]));
  }

  /** Makes ids a member's. Answers those that are another's, which are left as they were. */
  async claim(
    tx: Tx,
    tenantId: string,
    source: string,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    // Sorted, so that two batches with the same ids wait for each other and never lock each other out.
    const taken = await tx.manager.query<{ event_id: string }[]>(
      `with given as (select unnest($4::text[]) as event_id),
       claimed as (
         insert into usage_event_owner (lead_id, source, event_id, tenant_id)
         select $1, $2, event_id, $3 from given
         on conflict (lead_id, source, event_id) do nothing returning event_id
       )
       select event_id from given except select event_id from claimed`,
      [tx.leadId, source, tenantId, [...ids].sort()],
    );
    // A second statement sees what another batch committed while the first one waited.
    const owners = await this.of(
      tx,
      source,
      taken.map((row) => row.event_id),
    );
    return new Set([...owners].filter(([, owner]) => owner !== tenantId).map(([id]) => id));
  }

  /** A person found out whose a held event is. */
  async move(tx: Tx, tenantId: string, source: string, eventId: string): Promise<void> {
    await tx.manager.query(
      'update usage_event_owner set tenant_id = $4 where lead_id = $1 and source = $2 and event_id = $3',
      [tx.leadId, source, eventId, tenantId],
    );
  }
}
