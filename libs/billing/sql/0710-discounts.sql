-- Per cent off a call-off's charges for whole months, of one meter or of all. Two people agree to it for the lead
-- authority, and from then on it never changes.
create table discount (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  call_off_id uuid not null,
  meter_id uuid,
  percent numeric not null check (percent > 0 and percent <= 100),
  first_month date not null check (extract(day from first_month) = 1),
  last_month date not null check (extract(day from last_month) = 1),
  reason text not null check (length(reason) between 1 and 1000),
  state text not null check (state in ('PROPOSED', 'APPROVED', 'DECLINED')),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, call_off_id) references call_off (tenant_id, lead_id, id),
  foreign key (lead_id, meter_id) references meter (lead_id, id),
  constraint discount_months check (last_month >= first_month),
  constraint discount_decided check ((state = 'PROPOSED') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
  constraint discount_two_people check (state <> 'APPROVED' or decided_by <> proposed_by),
  -- Of all meters and of one at once is refused where it is approved; each by itself here too.
  constraint discount_overlap exclude using gist
    (tenant_id with =, lead_id with =, call_off_id with =,
     coalesce(meter_id, '00000000-0000-0000-0000-000000000000'::uuid) with =,
     daterange(first_month, last_month, '[]') with &&)
    where (state = 'APPROVED')
);
create index discount_by_call_off on discount (tenant_id, lead_id, call_off_id);
create index discount_by_lead on discount (lead_id, proposed_at, id);
select app.tenant_table('discount', 'select, insert');
grant update (state, decided_by, decided_at) on discount to accede_service;

create function app.discount_is_decided_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.state = 'PROPOSED' and new.state <> 'PROPOSED'
    and to_jsonb(new) - '{state,decided_by,decided_at}'::text[] = to_jsonb(old) - '{state,decided_by,decided_at}'::text[]
  then
    return new;
  end if;
  raise exception 'a discount is decided once and never changes' using errcode = 'restrict_violation';
end $$;
create trigger discount_is_decided_once before update or delete on discount
  for each row execute function app.discount_is_decided_once();
create trigger no_truncate before truncate on discount for each statement execute function app.refuse_change();
