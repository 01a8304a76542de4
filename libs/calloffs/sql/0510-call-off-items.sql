-- How many units a revision of a call-off takes of what is not metered. Written once, with the revision.
create table call_off_item (
  tenant_id uuid not null,
  lead_id uuid not null,
  call_off_id uuid not null,
  revision integer not null check (revision > 0),
  meter_id uuid not null,
  units numeric not null check (units > 0 and units < 'Infinity'),
  primary key (tenant_id, lead_id, call_off_id, revision, meter_id),
  foreign key (tenant_id, lead_id, call_off_id) references call_off (tenant_id, lead_id, id),
  foreign key (lead_id, meter_id) references meter (lead_id, id)
);
select app.tenant_table('call_off_item', 'select, insert');
select app.append_only('call_off_item');
