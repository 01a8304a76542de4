import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { Countable, CountedOn } from '../domain/counted-on.js';
import { readsAsLead } from './page.js';

/** The other way round from a line to its records. */
@Injectable()
export class CountedOnRepository {
  /** For each record the issued documents that counted it for the first time, in the order of issue. */
  async ofRecords(tx: Tx, records: readonly Countable[]): Promise<CountedOn[][]> {
    if (records.length === 0) return [];
    const { memberLeadId, tenantIds } = tx.actor.settings;
    const own = readsAsLead(tx) ? 'l.lead_id = $7::uuid' : 'l.tenant_id = any ($7::uuid[])';
    const rows = await tx.manager.query<
      { place: number; kind: CountedOn['kind']; id: string; number: string; line_id: string | null }[]
    >(
      `with given as (
         select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::bigint[]) with ordinality
           as g (tenant_id, lead_id, call_off_id, meter_id, day, receipt, place)
       ), charge as (
         select g.place, g.receipt, l.* from given g
         join invoice_line l on (l.tenant_id, l.lead_id, l.call_off_id, l.meter_id) = (g.tenant_id, g.lead_id, g.call_off_id, g.meter_id)
           and l.period_start <= g.day and g.day < l.period_end
         where ${own}
       ), counted as (
         select c.place, 'INVOICE' as kind, i.id, i.number, i.issued_at, c.id as line_id from charge c
         join invoice i on (i.tenant_id, i.lead_id, i.id) = (c.tenant_id, c.lead_id, c.invoice_id) and i.state = 'ISSUED'
         where c.receipt_after < c.receipt and c.receipt <= c.receipt_up_to
         union
         select c.place, 'CREDIT_NOTE', n.id, n.number, n.issued_at, null from charge c
         join credit_note_line l on (l.tenant_id, l.lead_id, l.invoice_line_id) = (c.tenant_id, c.lead_id, c.id)
         join credit_note n on (n.tenant_id, n.lead_id, n.id) = (l.tenant_id, l.lead_id, l.credit_note_id) and n.state = 'ISSUED'
         where l.receipt_after < c.receipt and c.receipt <= l.receipt_up_to
       )
       select place::int, kind, id, number, line_id from counted order by place, issued_at, id`,
      [
        records.map(({ tenantId }) => tenantId),
        records.map(({ leadId }) => leadId),
        records.map(({ callOffId }) => callOffId),
        records.map(({ meterId }) => meterId),
        records.map(({ day }) => day),
        records.map(({ receiptNumber }) => receiptNumber.toString()),
        readsAsLead(tx) ? memberLeadId : [...tenantIds],
      ],
    );
    return records.map((_, at) =>
      rows
        .filter(({ place }) => place === at + 1)
        .map(({ kind, id, number, line_id: lineId }) => ({ kind, documentId: id, number, lineId })),
    );
  }
}
