import { Injectable } from '@nestjs/common';
import { localDate } from '#libs/kernel';
import { leaveWithMembers, newId, type Tx } from '#libs/platform';
import type { LeadView, Shown } from '../domain/lead-view.js';

export interface LeadViewPage {
  /** Only of this lead authority. */
  readonly leadId: string | null;
  readonly limit: number;
  /** The instant (ISO 8601) and id of the row to go on after; null for the newest. */
  readonly after: readonly string[] | null;
}

/** Who from lead authorities looked. A lead authority only adds to it. */
@Injectable()
export class LeadViewRepository {
  /**
   * Leaves all of it with the members in one statement; what was looked at before on this day is counted on. A page asks
   * for the same thing more than once, so within a minute of the last time it is still the same look.
   */
  async add(tx: Tx, shown: readonly Shown[], roles: readonly string[]): Promise<void> {
    await leaveWithMembers(
      tx,
      `insert into lead_view (tenant_id, lead_id, id, viewed_on, person_id, roles, subject_kind, subject_id, reference,
                              first_at, last_at, times)
       select one.tenant_id, $1, one.id, $2, $3, $4, one.kind, one.subject_id, one.reference, $5, $5, 1
       from unnest($6::uuid[], $7::uuid[], $8::text[], $9::uuid[], $10::text[]) with ordinality
         as one (tenant_id, id, kind, subject_id, reference, place) order by one.place
       on conflict on constraint lead_view_once do update set
         roles = excluded.roles, reference = coalesce(excluded.reference, lead_view.reference),
         last_at = greatest(lead_view.last_at, excluded.last_at),
         times = lead_view.times + (excluded.last_at > lead_view.last_at + interval '1 minute')::int`,
      [
        ...[tx.leadId, tx.today, tx.personId, [...roles], tx.now],
        shown.map(({ tenantId }) => tenantId),
        shown.map(() => newId()),
        shown.map(({ kind }) => kind),
        shown.map(({ subjectId }) => subjectId),
        shown.map(({ reference }) => reference),
      ],
    );
  }

  /** Of the tenants that the reader acts for, the newest first. */
  async page(tx: Tx, { leadId, limit, after }: LeadViewPage): Promise<LeadView[]> {
    const rows = await tx.manager.query<(Omit<LeadView, 'viewedOn'> & { viewedOn: string })[]>(
      `select tenant_id as "tenantId", lead_id as "leadId", id, viewed_on as "viewedOn", person_id as "personId", roles,
              subject_kind as kind, subject_id as "subjectId", reference, first_at as "firstAt", last_at as "lastAt", times
       from lead_view
       where tenant_id = any ($1) and ($2::uuid is null or lead_id = $2)
         and ($3::timestamptz is null or (last_at, id) < ($3, $4::uuid))
       order by last_at desc, id desc limit $5`,
      [[...tx.actor.settings.tenantIds], leadId, after?.[0] ?? null, after?.[1] ?? null, limit],
    );
    return rows.map((row) => ({ ...row, viewedOn: localDate(row.viewedOn) }));
  }
}
