-- What must hold in every database, at any moment between transactions. Each query is named by the line before it
-- and answers the rows that break it: none, when all is well. Run as the superuser, who sees every tenant.

-- name: entries sum to zero
select e.tenant_id, e.lead_id, e.id, coalesce(sum(p.amount_pence), 0) as out_by, count(p.*) as postings
from journal_entry e left join posting p on (p.tenant_id, p.lead_id, p.entry_id) = (e.tenant_id, e.lead_id, e.id)
group by e.tenant_id, e.lead_id, e.id having coalesce(sum(p.amount_pence), 0) <> 0 or count(p.*) < 2;

-- name: lines add up to their invoice
select i.id, i.net_pence, sum(l.net_pence) as lines
from invoice i left join invoice_line l on (l.tenant_id, l.lead_id, l.invoice_id) = (i.tenant_id, i.lead_id, i.id)
group by i.tenant_id, i.lead_id, i.id having i.net_pence is distinct from sum(l.net_pence);

-- name: lines add up to their credit note
select n.id, n.net_pence, sum(l.net_pence) as lines
from credit_note n left join credit_note_line l on (l.tenant_id, l.lead_id, l.credit_note_id) = (n.tenant_id, n.lead_id, n.id)
group by n.tenant_id, n.lead_id, n.id having n.net_pence is distinct from sum(l.net_pence);

-- name: VAT is on the sum of the lines of a rate
select i.id, g.treatment, g.rate, g.net, g.vat
from invoice i cross join lateral jsonb_to_recordset(i.vat_summary) as g(treatment text, rate numeric, net numeric, vat numeric)
where round(g.net * g.rate) <> g.vat
   or g.net <> (select coalesce(sum(l.net_pence), 0) from invoice_line l
                where (l.tenant_id, l.lead_id, l.invoice_id) = (i.tenant_id, i.lead_id, i.id)
                  and l.vat_treatment = g.treatment and l.vat_rate = g.rate)
union all
select i.id, 'all', null, i.net_pence, i.vat_pence from invoice i
where (i.net_pence, i.vat_pence) <> (
  select coalesce(sum(g.net), 0), coalesce(sum(g.vat), 0)
  from jsonb_to_recordset(i.vat_summary) as g(treatment text, rate numeric, net numeric, vat numeric));

-- name: a line is its arithmetic less what was billed
select l.id, l.exact, l.already_billed_pence, l.net_pence from invoice_line l
where round(l.exact * 100) <> l.already_billed_pence + l.net_pence
   or (l.arithmetic -> 'result' ->> 'exact')::numeric <> l.exact
   or (l.arithmetic -> 'result' ->> 'net')::numeric * 100 <> l.net_pence
   or (l.arithmetic -> 'calculation' -> 'alreadyBilled' ->> 'net')::numeric * 100 <> l.already_billed_pence
   or (l.arithmetic -> 'calculation' ->> 'quantity')::numeric <> l.quantity;

-- name: a charge cites a revision of its call-off, an agreement and a price of its own meter
select l.id from invoice_line l
join call_off c on (c.tenant_id, c.lead_id, c.id) = (l.tenant_id, l.lead_id, l.call_off_id)
join meter m on (m.lead_id, m.id) = (l.lead_id, l.meter_id)
join price_version v on (v.lead_id, v.id) = (l.lead_id, l.price_version_id)
where l.call_off_revision not between 1 and c.revision or l.agreement_id <> c.agreement_id
   or m.offering_id <> c.offering_id or v.meter_id <> m.id
   or (v.starts_on >= l.period_end and l.net_pence > 0) or v.withdrawn_at is not null;

-- name: each record is counted by one line: the cut-offs of a charge follow each other
with windows as (
  select l.tenant_id, l.lead_id, l.call_off_id, l.meter_id, date_trunc('month', l.period_start::timestamp) as month,
         l.price_version_id, l.receipt_after, l.receipt_up_to
  from invoice_line l join invoice i on (i.tenant_id, i.lead_id, i.id) = (l.tenant_id, l.lead_id, l.invoice_id)
  where i.state <> 'VOID' and l.receipt_up_to > l.receipt_after
  union
  select l.tenant_id, l.lead_id, l.call_off_id, l.meter_id, date_trunc('month', l.period_start::timestamp),
         l.price_version_id, c.receipt_after, c.receipt_up_to
  from credit_note_line c join invoice_line l on (l.tenant_id, l.lead_id, l.id) = (c.tenant_id, c.lead_id, c.invoice_line_id)
  where c.receipt_up_to > c.receipt_after
), ordered as (
  select *, lag(receipt_up_to, 1, 0::bigint) over (
    partition by tenant_id, lead_id, call_off_id, meter_id, month, price_version_id order by receipt_after, receipt_up_to) as before
  from windows
)
select * from ordered where receipt_after <> before;

-- name: the records between a charge's cut-offs are its quantity
with counted as (
  select l.id, l.tenant_id, l.lead_id, l.call_off_id, l.meter_id, l.period_start, l.period_end, l.quantity, l.receipt_up_to,
         m.aggregation, case m.aggregation when 'TIME_WEIGHTED' then c.starts_on else l.period_start end as records_from
  from invoice_line l join invoice i on (i.tenant_id, i.lead_id, i.id) = (l.tenant_id, l.lead_id, l.invoice_id)
  join meter m on (m.lead_id, m.id) = (l.lead_id, l.meter_id)
  join call_off c on (c.tenant_id, c.lead_id, c.id) = (l.tenant_id, l.lead_id, l.call_off_id)
  where i.state <> 'VOID' and m.charge = 'USAGE' and (m.aggregation <> 'TIME_WEIGHTED' or l.call_off_revision = c.revision)
), live as (
  select c.id, coalesce(r.original_event_id, r.event_id) as event_id, sum(r.delta) as used,
         max(r.occurred_at) filter (where r.original_event_id is null) as at,
         max(r.receipt_number) filter (where r.original_event_id is null) as receipt,
         (array_agg(r.value_digest order by r.correction desc nulls last) filter (where r.value_digest is not null))[1] as value
  from counted c join usage_record r
    on r.tenant_id = c.tenant_id and r.lead_id = c.lead_id and r.call_off_id = c.call_off_id and r.meter_id = c.meter_id
   and r.usage_day >= c.records_from and r.usage_day < c.period_end and r.receipt_number <= c.receipt_up_to
  group by c.id, coalesce(r.original_source, r.source), coalesce(r.original_event_id, r.event_id)
  having sum(r.events) > 0
), levels as (
  select l.id, sum(l.used * extract(epoch from greatest(l.until, c.start_at) - greatest(l.at, c.start_at)))
                 / extract(epoch from c.month_end - c.month_start) as average
  from (
    select c.id, c.period_start::timestamp at time zone 'Europe/London' as start_at,
           c.period_end::timestamp at time zone 'Europe/London' as end_at,
           date_trunc('month', c.period_start::timestamp) at time zone 'Europe/London' as month_start,
           (date_trunc('month', c.period_start::timestamp) + interval '1 month') at time zone 'Europe/London' as month_end
    from counted c where c.aggregation = 'TIME_WEIGHTED'
  ) c
  join lateral (
    select l.*, lead(l.at, 1, c.end_at) over (order by l.at, l.receipt, l.event_id collate "C") as until
    from live l where l.id = c.id
  ) l on true
  group by l.id, c.month_start, c.month_end
), worth as (
  select id, sum(used) as total, count(*) as records, max(used) as highest, count(distinct value) as different,
         (array_agg(used order by at desc, receipt desc, event_id collate "C" desc))[1] as last
  from live group by id
)
select c.*, w.*, l.average from counted c left join worth w using (id) left join levels l using (id)
where c.quantity <> coalesce(case c.aggregation
    when 'SUM' then w.total when 'COUNT' then w.records when 'MAX' then w.highest when 'LAST' then w.last
    when 'UNIQUE' then w.different else c.quantity end, 0)
   or (c.aggregation = 'TIME_WEIGHTED' and abs(c.quantity - coalesce(l.average, 0)) > 0.00000000001);

-- name: a line of what is not metered has the units of its call-off's revision, and says what it is
select l.id, l.charge, m.charge as of_meter, l.quantity, t.units from invoice_line l
join meter m on (m.lead_id, m.id) = (l.lead_id, l.meter_id)
left join lateral (
  select i.units from call_off_item i
  where (i.tenant_id, i.lead_id, i.call_off_id, i.meter_id) = (l.tenant_id, l.lead_id, l.call_off_id, l.meter_id)
    and i.revision <= l.call_off_revision order by i.revision desc limit 1) t on true
where l.charge <> m.charge
   or m.charge <> 'USAGE' and (l.quantity <> coalesce(t.units, 1) or l.events <> 0 or l.receipt_up_to <> 0);

-- name: a discount is approved by somebody else, and is the only one of its charges in a month
select d.id, o.id as other from discount d join discount o
  on (o.tenant_id, o.lead_id, o.call_off_id, o.state) = (d.tenant_id, d.lead_id, d.call_off_id, 'APPROVED') and o.id > d.id
where d.state = 'APPROVED' and (d.meter_id is null or o.meter_id is null or d.meter_id = o.meter_id)
  and daterange(d.first_month, d.last_month, '[]') && daterange(o.first_month, o.last_month, '[]')
union all
select id, null from discount where state = 'APPROVED' and decided_by = proposed_by;

-- name: running totals are the sum of their records
select t.tenant_id, t.lead_id, t.call_off_id, t.meter_id, t.usage_day, t.quantity, r.quantity as recorded
from usage_total t full join (
  select tenant_id, lead_id, call_off_id, meter_id, usage_day, sum(delta) as quantity, max(receipt_number) as last_receipt
  from usage_record group by 1, 2, 3, 4, 5
) r on (r.tenant_id, r.lead_id, r.call_off_id, r.meter_id, r.usage_day) = (t.tenant_id, t.lead_id, t.call_off_id, t.meter_id, t.usage_day)
where t.quantity is distinct from r.quantity or t.last_receipt is distinct from r.last_receipt;

-- name: receipts are numbered without gaps up to the counter
select c.tenant_id, c.lead_id, c.last_receipt, count(r.number) as receipts, max(r.number) as newest
from usage_counter c left join usage_receipt r on (r.tenant_id, r.lead_id) = (c.tenant_id, c.lead_id)
group by c.tenant_id, c.lead_id, c.last_receipt
having count(r.number) <> c.last_receipt or coalesce(max(r.number), 0) <> c.last_receipt;

-- name: one live draft for a member, run and order that it is for
select tenant_id, lead_id, run_id, for_order, count(*) from invoice where state = 'DRAFT' group by 1, 2, 3, 4 having count(*) > 1;

-- name: an issued invoice posts what it says, once
select i.id, i.gross_pence, p.receivable, p.income, p.vat from invoice i left join lateral (
  select count(distinct e.id) as entries,
         coalesce(sum(p.amount_pence) filter (where p.account = 'RECEIVABLE' and p.invoice_id = i.id), 0) as receivable,
         coalesce(sum(p.amount_pence) filter (where p.account = 'INCOME'), 0) as income,
         coalesce(sum(p.amount_pence) filter (where p.account = 'VAT_OUTPUT'), 0) as vat
  from journal_entry e join posting p on (p.tenant_id, p.lead_id, p.entry_id) = (e.tenant_id, e.lead_id, e.id)
  where (e.tenant_id, e.lead_id, e.document_id) = (i.tenant_id, i.lead_id, i.id) and e.kind = 'INVOICE'
) p on true
where array[p.entries, p.receivable, p.income, p.vat]::numeric[]
   <> case when i.state in ('ISSUED', 'VOID') then array[1, i.gross_pence, -i.net_pence, -i.vat_pence]::numeric[] else array[0, 0, 0, 0]::numeric[] end;

-- name: an issued credit note posts what it says, once, against the invoice it cites
select n.id, n.gross_pence, p.receivable, p.income, p.vat from credit_note n left join lateral (
  select count(distinct e.id) as entries,
         coalesce(sum(p.amount_pence) filter (where p.account = 'RECEIVABLE' and p.invoice_id = n.invoice_id), 0) as receivable,
         coalesce(sum(p.amount_pence) filter (where p.account = 'INCOME'), 0) as income,
         coalesce(sum(p.amount_pence) filter (where p.account = 'VAT_OUTPUT'), 0) as vat
  from journal_entry e join posting p on (p.tenant_id, p.lead_id, p.entry_id) = (e.tenant_id, e.lead_id, e.id)
  where (e.tenant_id, e.lead_id, e.document_id) = (n.tenant_id, n.lead_id, n.id) and e.kind = 'CREDIT_NOTE'
) p on true
where array[p.entries, p.receivable, p.income, p.vat]::numeric[]
   <> case when n.state = 'ISSUED' then array[1, -n.gross_pence, n.net_pence, n.vat_pence]::numeric[] else array[0, 0, 0, 0]::numeric[] end;

-- name: credits are never more than what they credit
select l.id, l.net_pence, sum(c.net_pence) as credited
from invoice_line l join credit_note_line c on (c.tenant_id, c.lead_id, c.invoice_line_id) = (l.tenant_id, l.lead_id, l.id)
group by l.tenant_id, l.lead_id, l.id having sum(c.net_pence) > l.net_pence
union all
select i.id, i.gross_pence, sum(n.gross_pence)
from invoice i join credit_note n on (n.tenant_id, n.lead_id, n.invoice_id) = (i.tenant_id, i.lead_id, i.id)
group by i.tenant_id, i.lead_id, i.id having sum(n.gross_pence) > i.gross_pence or sum(n.vat_pence) > i.vat_pence;

-- name: a credit note cites an issued invoice, and lines of that invoice
select n.id from credit_note n
left join invoice i on (i.tenant_id, i.lead_id, i.id) = (n.tenant_id, n.lead_id, n.invoice_id)
where i.state is distinct from 'ISSUED'
union all
select n.id from credit_note n
join credit_note_line c on (c.tenant_id, c.lead_id, c.credit_note_id) = (n.tenant_id, n.lead_id, n.id)
join invoice_line l on (l.tenant_id, l.lead_id, l.id) = (c.tenant_id, c.lead_id, c.invoice_line_id)
where l.invoice_id <> n.invoice_id or l.vat_rate <> c.vat_rate or l.vat_treatment <> c.vat_treatment;

-- name: document numbers have no gaps and are no more than were taken
with numbered as (
  select lead_id, 'INV' as series, number from invoice where number is not null
  union all
  select lead_id, 'CRN', number from credit_note where number is not null
), parts as (
  select lead_id, series, (regexp_match(number, '-(\d{4})-\d+$'))[1]::int as year, (regexp_match(number, '-(\d+)$'))[1]::bigint as place
  from numbered
), held as (
  select lead_id, series, year, count(*) as documents, count(distinct place) as places, min(place) as first, max(place) as last
  from parts group by 1, 2, 3
), counters as (
  select lead_id, series, left(financial_year, 4)::int as year, last_number from number_counter where series in ('INV', 'CRN')
)
select * from held full join counters using (lead_id, series, year)
where documents is distinct from last_number or places is distinct from documents or first is distinct from 1 or last is distinct from documents;

-- name: an approver is never the preparer
select id from invoice where approved_by = prepared_by union all select id from credit_note where approved_by = prepared_by
union all select id from access_agreement where countersigned_by = signed_by;

-- name: what was issued has everything that is printed
select id from invoice where state = 'ISSUED'
  and (number is null or issued_on is null or due_on < issued_on or seller ->> 'name' is null or buyer ->> 'name' is null or approved_by is null);

-- name: a member's rows name the lead authority of its call-off's framework
select c.id from call_off c join framework f on f.id = c.framework_id where f.lead_id <> c.lead_id;

-- name: what members used of the ceiling is never more than it, unless someone may let it
select f.id, k.ceiling_pence, k.committed_pence from framework_ceiling k join framework f on f.id = k.framework_id
where f.ceiling_mode = 'BLOCK' and k.committed_pence > k.ceiling_pence;

-- name: a receipt's allocated part is the sum of its allocations
select r.id, r.amount_pence, r.allocated_pence, coalesce(sum(a.amount_pence), 0) as allocations
from receipt r left join receipt_allocation a on (a.lead_id, a.receipt_id) = (r.lead_id, r.id)
group by r.lead_id, r.id having r.allocated_pence <> coalesce(sum(a.amount_pence), 0) or r.allocated_pence > r.amount_pence;

-- name: suspense is what came in and is not allocated
select coalesce(l.lead_id, r.lead_id) as lead_id, l.suspense, r.unallocated from (
  select lead_id, sum(amount_pence) as suspense from posting where account = 'SUSPENSE' group by lead_id
) l full join (
  select lead_id, sum(amount_pence - allocated_pence) as unallocated from receipt group by lead_id
) r using (lead_id)
where coalesce(l.suspense, 0) <> -coalesce(r.unallocated, 0);

-- name: the bank is what came in and was not taken back
select coalesce(l.lead_id, r.lead_id) as lead_id, l.bank, r.received, v.taken_back from (
  select lead_id, sum(amount_pence) as bank from posting where account = 'BANK' group by lead_id
) l full join (
  select lead_id, sum(amount_pence) as received from receipt group by lead_id
) r using (lead_id) left join (
  select lead_id, sum(amount_pence) as taken_back from allocation_reversal group by lead_id
) v using (lead_id)
where coalesce(l.bank, 0) <> coalesce(r.received, 0) - coalesce(v.taken_back, 0);

-- name: no member pays more on an invoice than it owed
select invoice_id, sum(amount_pence) as allocated from receipt_allocation a where invoice_id is not null
  and not exists (select from allocation_reversal v where (v.tenant_id, v.lead_id, v.allocation_id) = (a.tenant_id, a.lead_id, a.id))
group by tenant_id, lead_id, invoice_id
having sum(amount_pence) > (select gross_pence from invoice i where i.id = a.invoice_id);

-- name: a payment of Stripe's is one receipt, whole, for the member and the invoice that Stripe collected it for
select r.lead_id, r.id, r.stripe_payment_id, count(p.*) as payments, r.allocated_pence
from receipt r left join stripe_payment p on p.lead_id = r.lead_id and p.receipt_id = r.id and p.stripe_payment_id = r.stripe_payment_id
where r.stripe_payment_id is not null
group by r.lead_id, r.id having count(p.*) <> 1 or r.allocated_pence <> r.amount_pence
union all
select p.lead_id, p.receipt_id, p.stripe_payment_id, 0, null from stripe_payment p
where not exists (select from receipt r where r.lead_id = p.lead_id and r.id = p.receipt_id and r.stripe_payment_id = p.stripe_payment_id)
union all
select a.lead_id, a.receipt_id, p.stripe_payment_id, 0, a.amount_pence from receipt_allocation a
join stripe_payment p on p.lead_id = a.lead_id and p.receipt_id = a.receipt_id
where a.tenant_id <> p.tenant_id or a.invoice_id is not null and a.invoice_id <> p.invoice_id;

-- name: no payment of Stripe's is posted twice
select e.lead_id, r.stripe_payment_id, count(*) as entries
from receipt r join journal_entry e on e.lead_id = r.lead_id and e.document_id = r.id and e.kind = 'RECEIPT'
where r.stripe_payment_id is not null
group by e.lead_id, r.stripe_payment_id having count(*) <> 1;

-- name: what was taken back posts what it says, once, and no more than was allocated
select v.id, v.amount_pence, p.bank, p.entries from allocation_reversal v
join receipt_allocation a on (a.tenant_id, a.lead_id, a.id) = (v.tenant_id, v.lead_id, v.allocation_id)
left join lateral (
  select count(distinct e.id) as entries, coalesce(sum(p.amount_pence) filter (where p.account = 'BANK'), 0) as bank,
         coalesce(sum(p.amount_pence) filter (where p.invoice_id is not distinct from a.invoice_id and p.account <> 'BANK'), 0) as owed
  from journal_entry e join posting p on (p.tenant_id, p.lead_id, p.entry_id) = (e.tenant_id, e.lead_id, e.id)
  where (e.tenant_id, e.lead_id, e.document_id) = (v.tenant_id, v.lead_id, v.id) and e.kind = 'REVERSAL'
) p on true
where p.entries <> 1 or p.bank <> -v.amount_pence or p.owed <> v.amount_pence or v.amount_pence <> a.amount_pence;

-- name: what counts of a month is what its last usage return says
with last as (
  select distinct on (tenant_id, lead_id, call_off_id, month) * from usage_return
  order by tenant_id, lead_id, call_off_id, month, version desc
)
select l.id, r.meter_id, f.quantity, sum(r.delta) as counted
from last l
join usage_record r on (r.tenant_id, r.lead_id, r.call_off_id) = (l.tenant_id, l.lead_id, l.call_off_id)
  and r.source = 'usage return' and date_trunc('month', r.usage_day::timestamp)::date = l.month
left join usage_return_figure f on (f.tenant_id, f.lead_id, f.return_id, f.meter_id) = (l.tenant_id, l.lead_id, l.id, r.meter_id)
group by l.id, r.meter_id, f.quantity having sum(r.delta) <> coalesce(f.quantity, 0);

-- name: an invoice has one open debit at most, and a debit that went through has its payment
select tenant_id, lead_id, invoice_id, count(*) as open from payment_attempt
where state in ('WANTED', 'PROCESSING') group by 1, 2, 3 having count(*) > 1
union all
select a.tenant_id, a.lead_id, a.invoice_id, 0 from payment_attempt a
where a.state in ('SUCCEEDED', 'REVERSED') and not exists (
  select from stripe_payment p where (p.tenant_id, p.lead_id, p.stripe_payment_id, p.invoice_id) = (a.tenant_id, a.lead_id, a.payment_intent_id, a.invoice_id));

-- name: audit chains end at their heads
select h.tenant_id, h.lead_id, h.seq, count(a.seq) as records from tenant_audit_head h
left join tenant_audit a on (a.tenant_id, a.lead_id) = (h.tenant_id, h.lead_id)
group by h.tenant_id, h.lead_id, h.seq, h.hash
having count(a.seq) <> h.seq or max(a.seq) is distinct from nullif(h.seq, 0)
    or (array_agg(a.hash order by a.seq desc))[1] is distinct from h.hash and h.seq > 0;

-- name: every issued or approved document has its audit records
select i.id, i.state from invoice i where not exists (
  select from tenant_audit a where (a.tenant_id, a.lead_id, a.subject_id) = (i.tenant_id, i.lead_id, i.id)
    and a.action = case i.state when 'DRAFT' then 'invoice.draft' when 'APPROVED' then 'invoice.approve' else 'invoice.issue' end)
union all
select n.id, n.state from credit_note n where not exists (
  select from tenant_audit a where (a.tenant_id, a.lead_id, a.subject_id) = (n.tenant_id, n.lead_id, n.id)
    and a.action = any (case n.state when 'DRAFT' then array['creditNote.draft', 'creditNote.raise'] when 'APPROVED' then array['creditNote.approve'] else array['creditNote.issue'] end));

-- name: a voided invoice is undone by one entry, and nothing else was done on it
select i.id, v.entries, v.receivable, v.income, v.vat, v.others from invoice i left join lateral (
  select count(distinct e.id) filter (where e.kind = 'VOID') as entries,
         coalesce(sum(p.amount_pence) filter (where e.kind = 'VOID' and p.account = 'RECEIVABLE'), 0) as receivable,
         coalesce(sum(p.amount_pence) filter (where e.kind = 'VOID' and p.account = 'INCOME'), 0) as income,
         coalesce(sum(p.amount_pence) filter (where e.kind = 'VOID' and p.account = 'VAT_OUTPUT'), 0) as vat,
         (select count(*) from posting o join journal_entry f on (f.tenant_id, f.lead_id, f.id) = (o.tenant_id, o.lead_id, o.entry_id)
          where (o.lead_id, o.invoice_id) = (i.lead_id, i.id) and f.kind not in ('INVOICE', 'VOID'))
         + (select count(*) from credit_note n where (n.tenant_id, n.lead_id, n.invoice_id) = (i.tenant_id, i.lead_id, i.id))
         + (select count(*) from dispute d where (d.tenant_id, d.lead_id, d.invoice_id) = (i.tenant_id, i.lead_id, i.id)) as others
  from journal_entry e join posting p on (p.tenant_id, p.lead_id, p.entry_id) = (e.tenant_id, e.lead_id, e.id)
  where (e.tenant_id, e.lead_id, e.document_id) = (i.tenant_id, i.lead_id, i.id)
) v on true
where case when i.state = 'VOID'
  then array[v.entries, v.receivable, v.income, v.vat, v.others]::numeric[] <> array[1, -i.gross_pence, i.net_pence, i.vat_pence, 0]::numeric[]
  else coalesce(v.entries, 0) <> 0 end;

-- name: credit notes never exceed what they credit, and the last takes the last penny of VAT
select i.id, g.treatment, g.rate, g.net, g.vat, c.net as credited, c.vat as credited_vat
from invoice i cross join lateral jsonb_to_recordset(i.vat_summary) as g(treatment text, rate numeric, net numeric, vat numeric)
cross join lateral (
  select coalesce(sum(h.net), 0) as net, coalesce(sum(h.vat), 0) as vat
  from credit_note n cross join lateral jsonb_to_recordset(n.vat_summary) as h(treatment text, rate numeric, net numeric, vat numeric)
  where (n.tenant_id, n.lead_id, n.invoice_id) = (i.tenant_id, i.lead_id, i.id) and h.treatment = g.treatment and h.rate = g.rate
) c
where c.net > g.net or c.vat > g.vat or (c.net = g.net and c.vat <> g.vat);

-- name: a dispute's steps say where it stands and what was upheld
select d.id, d.state, d.upheld_pence from dispute d left join lateral (
  select (array_agg(s.state order by s.step_number desc))[1] as state, coalesce(sum(s.net_pence), 0) as upheld,
         count(*) as steps, max(s.step_number) as last
  from dispute_step s where (s.tenant_id, s.lead_id, s.dispute_id) = (d.tenant_id, d.lead_id, d.id)
) s on true
where s.state is distinct from d.state or s.upheld <> d.upheld_pence or s.steps <> s.last;

-- name: what a concession of a dispute credits is what was upheld
select s.dispute_id, s.step_number, s.net_pence, n.net_pence as credited from dispute_step s
join credit_note n on (n.tenant_id, n.lead_id, n.id) = (s.tenant_id, s.lead_id, s.credit_note_id)
where n.kind <> 'CONCESSION' or n.net_pence <> s.net_pence;

-- name: disputes hold back no more than their line
select h.dispute_id, h.net_pence from dispute_held h join invoice_line l on (l.tenant_id, l.lead_id, l.id) = (h.tenant_id, h.lead_id, h.invoice_line_id)
where h.net_pence > l.net_pence or h.net_pence < 0;
