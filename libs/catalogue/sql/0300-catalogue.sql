create table framework (
  lead_id uuid not null references lead_authority (lead_id),
  id uuid not null unique,
  published boolean not null default false,
  reference text not null,
  title text not null,
  summary text not null,
  regime text not null check (regime in ('PCR2006', 'PCR2015', 'PA2023')),
  agreement_type text not null check (agreement_type in ('FRAMEWORK', 'CLOSED_FRAMEWORK', 'OPEN_FRAMEWORK')),
  notice_reference text not null,
  starts_on date not null,
  ends_on date not null,
  term_reason text,
  ceiling_mode text not null check (ceiling_mode in ('BLOCK', 'OVERRIDE')),
  max_term_months integer not null default 60 check (max_term_months between 1 and 240),
  usage_max_age_months integer not null default 12 check (usage_max_age_months between 1 and 72),
  price_notice_days integer not null default 90 check (price_notice_days between 0 and 365),
  created_at timestamptz not null,
  published_at timestamptz,
  primary key (lead_id, id),
  -- starts_on is the first day and ends_on the last day on which a call-off may be awarded.
  constraint framework_dates check (ends_on > starts_on),
  constraint framework_published check (published = (published_at is not null)),
  constraint framework_reference unique (lead_id, reference)
);
create index framework_by_age on framework (created_at, id);
select app.public_table('framework', 'select, insert');
grant update (published, published_at) on framework to accede_service;

-- Committed value against the ceiling; the row is locked by every award.
create table framework_ceiling (
  lead_id uuid not null,
  framework_id uuid not null,
  published boolean not null default false,
  ceiling_pence bigint not null check (ceiling_pence > 0),
  committed_pence bigint not null default 0 check (committed_pence >= 0),
  primary key (lead_id, framework_id),
  foreign key (lead_id, framework_id) references framework (lead_id, id)
);
create index framework_ceiling_by_framework on framework_ceiling (framework_id);
select app.public_table('framework_ceiling', 'select, insert');
grant update (published, committed_pence) on framework_ceiling to accede_service;

create table eligibility_rule (
  lead_id uuid not null,
  id uuid not null,
  framework_id uuid not null,
  published boolean not null default false,
  kind text not null check (kind in ('NAMED', 'CATEGORY')),
  body_id uuid references body (id),
  category jsonb,
  label text not null,
  reason text,
  added_at timestamptz not null,
  primary key (lead_id, id),
  foreign key (lead_id, framework_id) references framework (lead_id, id),
  constraint eligibility_rule_shape check ((kind = 'NAMED') = (body_id is not null) and (kind = 'CATEGORY') = (category is not null)),
  constraint eligibility_rule_once unique (lead_id, framework_id, kind, body_id)
);
create index eligibility_rule_by_framework on eligibility_rule (framework_id, added_at, id);
select app.public_table('eligibility_rule', 'select, insert');
grant update (published) on eligibility_rule to accede_service;

create table lot (
  lead_id uuid not null,
  id uuid not null unique,
  framework_id uuid not null,
  published boolean not null default false,
  number integer not null check (number > 0),
  title text not null,
  direct_award_limit_pence bigint check (direct_award_limit_pence > 0),
  primary key (lead_id, id),
  foreign key (lead_id, framework_id) references framework (lead_id, id),
  constraint lot_number unique (lead_id, framework_id, number)
);
create index lot_by_framework on lot (framework_id);
select app.public_table('lot', 'select, insert');
grant update (published) on lot to accede_service;

create table offering (
  lead_id uuid not null,
  id uuid not null unique,
  framework_id uuid not null,
  lot_id uuid not null,
  published boolean not null default false,
  state text not null check (state in ('DRAFT', 'PUBLISHED', 'SUSPENDED', 'WITHDRAWN')),
  state_since date not null,
  title text not null,
  summary text not null,
  included text[] not null,
  not_included text[] not null,
  you_must text[] not null,
  personal_data boolean not null,
  vat_treatment text check (vat_treatment in ('STANDARD', 'REDUCED', 'ZERO', 'EXEMPT', 'OUTSIDE_SCOPE')),
  created_at timestamptz not null,
  primary key (lead_id, id),
  foreign key (lead_id, lot_id) references lot (lead_id, id),
  foreign key (lead_id, framework_id) references framework (lead_id, id)
);
create index offering_by_framework on offering (framework_id, created_at, id);
select app.public_table('offering', 'select, insert');
grant update (published, state, state_since) on offering to accede_service;

create table meter (
  lead_id uuid not null,
  id uuid not null unique,
  offering_id uuid not null,
  published boolean not null default false,
  code text not null check (code ~ '^[a-z][a-z0-9._-]{1,62}$'),
  title text not null,
  unit text not null,
  aggregation text not null check (aggregation in ('SUM')),
  primary key (lead_id, id),
  foreign key (lead_id, offering_id) references offering (lead_id, id),
  constraint meter_code unique (lead_id, offering_id, code)
);
create index meter_by_offering on meter (offering_id);
select app.public_table('meter', 'select, insert');
grant update (published) on meter to accede_service;

-- A price from a date on, until the next one starts. Once it has started it never changes: a row is only ever shown
-- to everyone, or withdrawn before the day it starts.
create table price_version (
  lead_id uuid not null,
  id uuid not null unique,
  meter_id uuid not null,
  published boolean not null default false,
  version integer not null check (version > 0),
  starts_on date not null,
  price jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  withdrawn_at timestamptz,
  primary key (lead_id, id),
  foreign key (lead_id, meter_id) references meter (lead_id, id),
  constraint price_version_number unique (lead_id, meter_id, version),
  constraint price_version_withdrawn_in_time check ((withdrawn_at at time zone 'Europe/London')::date < starts_on)
);
create unique index price_version_start on price_version (lead_id, meter_id, starts_on) where withdrawn_at is null;
create index price_version_by_meter on price_version (meter_id, starts_on);
select app.public_table('price_version', 'select, insert');
grant update (withdrawn_at, published) on price_version to accede_service;

create function app.keep_price() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and to_jsonb(new) - '{published,withdrawn_at}'::text[] = to_jsonb(old) - '{published,withdrawn_at}'::text[]
    and new.published >= old.published
    and (old.withdrawn_at is null or new.withdrawn_at is not distinct from old.withdrawn_at)
  then
    return new;
  end if;
  raise exception 'a price version never changes and is never deleted' using errcode = 'restrict_violation';
end $$;
create trigger keep_price before update or delete on price_version for each row execute function app.keep_price();
create trigger no_truncate before truncate on price_version for each statement execute function app.refuse_change();
