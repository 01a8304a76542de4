-- Who from a lead authority looked at what of a member: one row for each person, thing and day in London.
create table lead_view (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  viewed_on date not null,
  person_id uuid not null,
  -- The roles that the person held when they looked last.
  roles text[] not null,
  subject_kind text not null check (subject_kind in ('OPT_IN', 'AGREEMENT', 'CALL_OFF', 'USAGE', 'USAGE_RECEIPTS',
    'QUARANTINE', 'BILLING_PREVIEW', 'INVOICE', 'CREDIT_NOTE', 'STATEMENT', 'AUDIT_TRAIL')),
  -- The member itself where the kind is of all that it has.
  subject_id uuid not null,
  -- As people call it: a number, a reference, a month; null where there is no such name.
  reference text,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null check (times > 0),
  primary key (tenant_id, lead_id, id),
  constraint lead_view_once unique (tenant_id, lead_id, viewed_on, person_id, subject_kind, subject_id),
  constraint lead_view_order check (last_at >= first_at)
);
create index lead_view_by_tenant on lead_view (tenant_id, last_at, id);
select app.witness_table('lead_view', 'select, insert');
grant update (roles, reference, last_at, times) on lead_view to accede_service;
