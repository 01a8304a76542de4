-- How a member splits what it is charged over its own cost centres: its own affair, so lead_id is the member itself and
-- no lead authority sees it. For that reason nothing refers to the call-off, which carries the lead authority's id.
-- shares: [{costCentre, subjectiveCode, percent}], together 100, percent as decimal text; none ends a split.
create table cost_split (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  call_off_id uuid not null,
  -- Null for every meter of the call-off that has no split of its own.
  meter_id uuid,
  -- The first month that it is for.
  from_month date not null check (extract(day from from_month) = 1),
  shares jsonb not null check (jsonb_typeof(shares) = 'array'),
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (tenant_id, lead_id, id),
  constraint cost_split_is_its_own check (lead_id = tenant_id)
);
create index cost_split_by_call_off on cost_split (tenant_id, lead_id, call_off_id);
select app.tenant_table('cost_split', 'select, insert');
select app.append_only('cost_split');
