-- What makes a charge due: metered use, each month of a call-off, or its start. The last two take no usage.
alter table meter add column charge text not null default 'USAGE' check (charge in ('USAGE', 'RECURRING', 'ONE_TIME'));
alter table meter add column timing text not null default 'ARREARS' check (timing in ('ARREARS', 'ADVANCE'));
alter table meter add constraint meter_timing check (timing = 'ARREARS' or charge = 'RECURRING');
alter table meter add constraint meter_metered check (charge = 'USAGE' or (aggregation = 'SUM' and typical_per_thousand is null));

-- Per cent off a meter's price for everyone, from the month after the total of all members passed `above`. Like a
-- price it never changes once it holds: a row is shown, found to be reached, or withdrawn before the day it starts.
create table volume_band (
  lead_id uuid not null,
  id uuid not null unique,
  meter_id uuid not null,
  published boolean not null default false,
  above numeric not null check (above > 0 and above < 'Infinity'),
  discount numeric not null check (discount > 0 and discount <= 100),
  starts_on date not null check (extract(day from starts_on) = 1),
  added_at timestamptz not null,
  added_by uuid not null,
  reached_in date check (extract(day from reached_in) = 1),
  withdrawn_at timestamptz,
  primary key (lead_id, id),
  foreign key (lead_id, meter_id) references meter (lead_id, id),
  constraint volume_band_withdrawn_in_time check ((withdrawn_at at time zone 'Europe/London')::date < starts_on)
);
create unique index volume_band_above on volume_band (lead_id, meter_id, above) where withdrawn_at is null;
create index volume_band_by_meter on volume_band (meter_id, above);
select app.public_table('volume_band', 'select, insert');
grant update (published, reached_in, withdrawn_at) on volume_band to accede_service;

create function app.keep_volume_band() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE'
    and to_jsonb(new) - '{published,reached_in,withdrawn_at}'::text[] = to_jsonb(old) - '{published,reached_in,withdrawn_at}'::text[]
    and new.published >= old.published
    and (old.reached_in is null or new.reached_in is not distinct from old.reached_in)
    and (old.withdrawn_at is null or new.withdrawn_at is not distinct from old.withdrawn_at)
  then
    return new;
  end if;
  raise exception 'a volume band never changes and is never deleted' using errcode = 'restrict_violation';
end $$;
create trigger keep_volume_band before update or delete on volume_band for each row execute function app.keep_volume_band();
create trigger no_truncate before truncate on volume_band for each statement execute function app.refuse_change();

-- What all members together had used of a meter up to the end of a month, as it was known when the month was first
-- billed: bands follow from it, so it is written once. Published only where it tells of no member alone.
create table framework_volume (
  lead_id uuid not null,
  meter_id uuid not null,
  month date not null check (extract(day from month) = 1),
  published boolean not null,
  total numeric not null,
  recorded_at timestamptz not null,
  primary key (lead_id, meter_id, month),
  foreign key (lead_id, meter_id) references meter (lead_id, id)
);
select app.public_table('framework_volume', 'select, insert');
select app.append_only('framework_volume');
