-- What came of it all, in words that are the same whichever way it came about: no ids that were made up here, no
-- instants. Each query is named by the line before it and answers one text a row.

-- name: usage as it counts
select concat_ws(' ', b.name, m.code, t.usage_day, t.quantity, t.events)
from usage_total t join body b on b.id = t.tenant_id join meter m on (m.lead_id, m.id) = (t.lead_id, t.meter_id);

-- name: events
select concat_ws(' ', b.name, r.source, r.event_id, r.usage_day, r.quantity, r.delta, r.events)
from usage_record r join body b on b.id = r.tenant_id;

-- name: events held in quarantine
select concat_ws(' ', b.name, q.source, q.event_id, q.reason_code, q.state)
from usage_quarantine q join body b on b.id = q.tenant_id;

-- name: what receipts for usage say was accepted
select concat_ws(' ', b.name, sum(r.accepted), sum(r.quarantined))
from usage_receipt r join body b on b.id = r.tenant_id group by b.name;

-- name: runs
select concat_ws(' ', r.period_start, r.state, b.name, t.state, t.reason)
from billing_run r join billing_run_tenant t on (t.lead_id, t.run_id) = (r.lead_id, r.id) join body b on b.id = t.tenant_id;

-- name: invoices
select concat_ws(' ', b.name, i.number, i.state, i.period_start, i.net_pence, i.vat_pence, i.gross_pence, i.issued_on, i.due_on, i.warnings)
from invoice i join body b on b.id = i.tenant_id;

-- name: lines
select concat_ws(' ', b.name, i.number, l.line_number, l.description, l.period_start, l.period_end, l.quantity, l.events, l.net_pence, l.vat_rate)
from invoice_line l join invoice i on (i.tenant_id, i.lead_id, i.id) = (l.tenant_id, l.lead_id, l.invoice_id)
join body b on b.id = i.tenant_id;

-- name: credit notes
select concat_ws(' ', b.name, n.number, n.state, n.kind, n.gross_pence) from credit_note n join body b on b.id = n.tenant_id;

-- name: postings by account
select concat_ws(' ', b.name, e.kind, p.account, e.posted_on, sum(p.amount_pence), count(*))
from posting p join journal_entry e on (e.tenant_id, e.lead_id, e.id) = (p.tenant_id, p.lead_id, p.entry_id)
join body b on b.id = p.tenant_id group by b.name, e.kind, p.account, e.posted_on;

-- name: money received
select concat_ws(' ', r.amount_pence, r.allocated_pence, r.payer, r.reference) from receipt r;

-- name: allocations
select concat_ws(' ', b.name, i.number, a.amount_pence, a.matched_by)
from receipt_allocation a join body b on b.id = a.tenant_id
left join invoice i on (i.tenant_id, i.lead_id, i.id) = (a.tenant_id, a.lead_id, a.invoice_id);

-- name: debits
select concat_ws(' ', b.name, a.number, a.amount_pence, a.state) from payment_attempt a join body b on b.id = a.tenant_id;

-- name: copies at Stripe
select concat_ws(' ', b.name, s.method, s.state, s.amount_pence) from stripe_invoice s join body b on b.id = s.tenant_id;

-- name: what Stripe was asked for
select concat_ws(' ', b.name, c.operation, c.state) from stripe_call c join body b on b.id = c.tenant_id;

-- name: what Stripe told and nobody has looked at
select type from stripe_event where state = 'WAITING';

-- name: differences from Stripe
select concat_ws(' ', d.kind, d.here_pence, d.there_pence) from stripe_difference d;

-- name: numbers taken
select concat_ws(' ', series, financial_year, last_number) from number_counter;

-- name: audit records
select concat_ws(' ', b.name, a.action, count(*)) from tenant_audit a join body b on b.id = a.tenant_id group by b.name, a.action
union all
select concat_ws(' ', b.name, a.action, count(*)) from lead_audit a join body b on b.id = a.lead_id group by b.name, a.action;

-- name: jobs left
select concat_ws(' ', queue, last_error) from job;
