-- Offerings whose cost is shared, and the two meters in pounds, at £1 a pound, that the shares are recorded on.
create table cost_sharing (
  lead_id uuid not null,
  offering_id uuid not null,
  share_meter_id uuid not null,
  true_up_meter_id uuid not null,
  switched_on_at timestamptz not null,
  switched_on_by uuid not null,
  primary key (lead_id, offering_id),
  foreign key (lead_id, offering_id) references offering (lead_id, id),
  foreign key (lead_id, share_meter_id) references meter (lead_id, id),
  foreign key (lead_id, true_up_meter_id) references meter (lead_id, id)
);
select app.lead_table('cost_sharing', 'select, insert');
-- The row is locked while a version of one of its years is made or agreed, which takes a right to update.
grant update (lead_id) on cost_sharing to accede_service;

-- What a year's cost is, and every member's share of it, as it was worked out when it was proposed. Of a year's
-- versions the newest that is agreed holds. members: see libs/costs/src/domain/scheme.ts; amounts in pence and shares
-- in ten-thousandths of a per cent, all as text.
create table cost_scheme (
  lead_id uuid not null,
  id uuid not null,
  offering_id uuid not null,
  -- 1 April.
  year_start date not null check (extract(month from year_start) = 4 and extract(day from year_start) = 1),
  version integer not null check (version > 0),
  stage text not null check (stage in ('ESTIMATE', 'ACTUAL')),
  basis text not null check (basis in ('EQUAL', 'FIXED', 'PER_HEAD', 'DRIVER')),
  driver text,
  damping_percent numeric check (damping_percent between 0 and 100),
  tolerance_points numeric not null check (tolerance_points between 0 and 100),
  cost_pence bigint not null check (cost_pence >= 0),
  carried_pence bigint not null,
  settlement text check (settlement in ('TRUE_UP', 'CARRY')),
  -- Whether the actual shares stand in the place of the estimated ones.
  reshared boolean,
  members jsonb not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  agreed_by uuid,
  agreed_at timestamptz,
  primary key (lead_id, id),
  foreign key (lead_id, offering_id) references cost_sharing (lead_id, offering_id),
  constraint cost_scheme_version unique (lead_id, offering_id, year_start, version),
  constraint cost_scheme_shared check (cost_pence + carried_pence >= 0),
  constraint cost_scheme_actual check ((stage = 'ACTUAL') = (settlement is not null) and (stage = 'ACTUAL') = (reshared is not null)),
  constraint cost_scheme_driver check ((basis = 'DRIVER') = (driver is not null)),
  constraint cost_scheme_agreed check ((agreed_by is null) = (agreed_at is null)),
  -- Whoever proposes never agrees.
  constraint cost_scheme_two_people check (agreed_by <> proposed_by)
);
select app.lead_table('cost_scheme', 'select, insert');
grant update (agreed_by, agreed_at) on cost_scheme to accede_service;

-- A member's own copy of its part of an agreed version, which it can see when it cannot see the others'.
create table cost_share (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  offering_id uuid not null,
  year_start date not null,
  version integer not null,
  -- The version's terms, and this member's entry of its members.
  terms jsonb not null,
  working jsonb not null,
  agreed_by uuid not null,
  agreed_at timestamptz not null,
  -- The day of the next part that is to be recorded; null when none is to come.
  next_on date,
  primary key (tenant_id, lead_id, id),
  foreign key (lead_id, scheme_id) references cost_scheme (lead_id, id),
  constraint cost_share_once unique (tenant_id, lead_id, scheme_id)
);
create index cost_share_by_year on cost_share (tenant_id, agreed_at, id);
create index cost_share_by_scheme on cost_share (lead_id, scheme_id);
create index cost_share_due on cost_share (lead_id, next_on) where next_on is not null;
select app.tenant_table('cost_share', 'select, insert');
grant update (next_on) on cost_share to accede_service;
