create table call_off (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  reference text not null,
  revision integer not null default 1,
  framework_id uuid not null,
  lot_id uuid not null,
  offering_id uuid not null,
  agreement_id uuid not null,
  opt_in_id uuid not null,
  state text not null check (state in ('AWARDED', 'NOTICE_GIVEN', 'TERMINATED', 'CLOSED')),
  starts_on date not null,
  ends_on date not null,
  value_pence bigint not null check (value_pence > 0),
  awarded_at timestamptz not null,
  awarded_by uuid not null,
  primary key (tenant_id, lead_id, id),
  foreign key (lead_id, framework_id) references framework (lead_id, id),
  foreign key (lead_id, lot_id) references lot (lead_id, id),
  foreign key (lead_id, offering_id) references offering (lead_id, id),
  foreign key (tenant_id, lead_id, agreement_id) references access_agreement (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, opt_in_id) references opt_in (tenant_id, lead_id, id),
  constraint call_off_dates check (ends_on > starts_on),
  constraint call_off_reference unique (tenant_id, lead_id, reference),
  -- starts_on is the first day and ends_on the last day of the term, so the range is closed.
  constraint call_off_overlap exclude using gist
    (tenant_id with =, lead_id with =, offering_id with =, daterange(starts_on, ends_on, '[]') with &&)
    where (state in ('AWARDED', 'NOTICE_GIVEN'))
);
create index call_off_by_lead on call_off (lead_id, awarded_at, id);
create index call_off_by_tenant on call_off (tenant_id, awarded_at, id);
-- Why this award was lawful, for the joining body's auditor. Written once, with the award.
create table compliance_record (
  tenant_id uuid not null,
  lead_id uuid not null,
  call_off_id uuid not null,
  route text not null check (route in ('DIRECT_AWARD')),
  notice_reference text not null,
  eligibility_check_id uuid not null,
  ceiling_pence bigint not null,
  committed_before_pence bigint not null,
  committed_after_pence bigint not null,
  decision_reference text not null,
  decision_effective_on date not null,
  details jsonb not null,
  recorded_at timestamptz not null,
  primary key (tenant_id, lead_id, call_off_id),
  foreign key (tenant_id, lead_id, call_off_id) references call_off (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, eligibility_check_id) references eligibility_check (tenant_id, lead_id, id)
);
create table purchase_order (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  call_off_id uuid not null,
  number text,
  exempt boolean not null,
  value_pence bigint check (value_pence > 0),
  starts_on date not null,
  ends_on date,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, call_off_id) references call_off (tenant_id, lead_id, id),
  constraint purchase_order_number_or_exempt check (exempt = (number is null)),
  constraint purchase_order_dates check (ends_on >= starts_on),
  constraint purchase_order_once unique (tenant_id, lead_id, call_off_id, number)
);
select app.tenant_table('call_off', 'select, insert, update');
select app.tenant_table('compliance_record', 'select, insert');
select app.tenant_table('purchase_order', 'select, insert');
select app.append_only('compliance_record');
select app.append_only('purchase_order');
