-- Which source a batch came from. Receipts from before, and releases from quarantine, do not say.
alter table usage_receipt add column source text;

-- What a service manager files for a call-off and a month: a version that never changes. The newest one counts; it says
-- why it replaces the one before. A nil return has no figures.
create table usage_return (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  call_off_id uuid not null,
  month date not null check (extract(day from month) = 1),
  version integer not null check (version > 0),
  nil boolean not null,
  reason text check (length(reason) between 1 and 1000),
  -- Null when it changed no figure, so that there was nothing to record.
  receipt_number bigint check (receipt_number > 0),
  filed_by uuid not null,
  filed_at timestamptz not null,
  primary key (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, call_off_id) references call_off (tenant_id, lead_id, id),
  constraint usage_return_version unique (tenant_id, lead_id, call_off_id, month, version),
  constraint usage_return_reason check (version = 1 or reason is not null)
);
create index usage_return_by_month on usage_return (lead_id, month, tenant_id, call_off_id, version);
-- A figure, and the usage record that it is counted by.
create table usage_return_figure (
  tenant_id uuid not null,
  lead_id uuid not null,
  return_id uuid not null,
  meter_id uuid not null,
  quantity numeric not null check (quantity >= 0 and quantity < 'Infinity'),
  event_id text not null,
  primary key (tenant_id, lead_id, return_id, meter_id),
  foreign key (tenant_id, lead_id, return_id) references usage_return (tenant_id, lead_id, id),
  foreign key (lead_id, meter_id) references meter (lead_id, id)
);
-- A version that finance sent back, with what is to be looked at. It is answered by the next version.
create table usage_return_sent_back (
  tenant_id uuid not null,
  lead_id uuid not null,
  return_id uuid not null,
  note text not null check (length(note) between 1 and 1000),
  sent_back_by uuid not null,
  sent_back_at timestamptz not null,
  primary key (tenant_id, lead_id, return_id),
  foreign key (tenant_id, lead_id, return_id) references usage_return (tenant_id, lead_id, id)
);
-- A month that may be billed without its return: an approver said that there was no use, or why it need not wait.
create table usage_return_excuse (
  tenant_id uuid not null,
  lead_id uuid not null,
  call_off_id uuid not null,
  month date not null check (extract(day from month) = 1),
  kind text not null check (kind in ('NO_USAGE', 'OTHER')),
  reason text not null check (length(reason) between 1 and 1000),
  excused_by uuid not null,
  excused_at timestamptz not null,
  primary key (tenant_id, lead_id, call_off_id, month),
  foreign key (tenant_id, lead_id, call_off_id) references call_off (tenant_id, lead_id, id)
);
-- Billing has issued the member's bill of the month: a first return for it comes too late.
create table usage_closed_month (
  tenant_id uuid not null,
  lead_id uuid not null,
  month date not null check (extract(day from month) = 1),
  closed_at timestamptz not null,
  primary key (tenant_id, lead_id, month)
);
-- What somebody said of a month's use of a meter: why it is so high, or why there is none. It stays with the month.
create table usage_explanation (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  call_off_id uuid not null,
  meter_id uuid not null,
  month date not null check (extract(day from month) = 1),
  text text not null check (length(text) between 1 and 1000),
  explained_by uuid not null,
  explained_at timestamptz not null,
  primary key (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, call_off_id) references call_off (tenant_id, lead_id, id),
  foreign key (lead_id, meter_id) references meter (lead_id, id)
);
create index usage_explanation_by_month on usage_explanation (tenant_id, lead_id, call_off_id, month);

select app.tenant_table('usage_return', 'select, insert');
select app.tenant_table('usage_return_figure', 'select, insert');
select app.tenant_table('usage_return_sent_back', 'select, insert');
select app.tenant_table('usage_return_excuse', 'select, insert');
select app.tenant_table('usage_closed_month', 'select, insert');
select app.tenant_table('usage_explanation', 'select, insert');
select app.append_only('usage_return');
select app.append_only('usage_return_figure');
select app.append_only('usage_return_sent_back');
select app.append_only('usage_return_excuse');
select app.append_only('usage_closed_month');
select app.append_only('usage_explanation');
