-- Use of a call-off's month that came after the month was billed and comes to more than may be billed unasked. A draft
-- notes what waits; somebody approves it up to a receipt; the next draft bills it.
create table late_usage (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  call_off_id uuid not null,
  month date not null check (extract(day from month) = 1),
  is_waiting boolean not null,
  net_pence bigint not null check (net_pence > 0),
  receipt_up_to bigint not null,
  found_at timestamptz not null,
  approved_up_to bigint not null default 0,
  approved_pence bigint,
  reason text check (length(reason) between 1 and 1000),
  approved_by uuid,
  approved_at timestamptz,
  primary key (tenant_id, lead_id, id),
  constraint late_usage_of_month unique (tenant_id, lead_id, call_off_id, month),
  foreign key (tenant_id, lead_id, call_off_id) references call_off (tenant_id, lead_id, id),
  constraint late_usage_approved check (
    num_nulls(approved_pence, reason, approved_by, approved_at) = case when approved_up_to = 0 then 4 else 0 end),
  constraint late_usage_waits check (not is_waiting or receipt_up_to > approved_up_to)
);
create index late_usage_by_lead on late_usage (lead_id, found_at, id);
select app.tenant_table('late_usage', 'select, insert');
grant update (is_waiting, net_pence, receipt_up_to, found_at, approved_up_to, approved_pence, reason, approved_by, approved_at)
  on late_usage to accede_service;

-- Pence without VAT, of one call-off and month: no more late use than this is billed unasked.
alter table billing_setting add column late_usage_limit_pence bigint not null default 50000
  check (late_usage_limit_pence >= 0);
