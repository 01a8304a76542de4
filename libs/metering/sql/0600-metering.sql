-- A sender's key: who sends, in which capacity, from which source, for which call-offs. The secret is kept only as
-- a digest; the prefix is the part of it that may be shown, and finds it.
create table usage_key (
  id uuid primary key,
  prefix text not null check (prefix ~ '^[0-9a-f]{8}$'),
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  body_id uuid not null references body (id),
  lead_id uuid not null,
  capacity text not null check (capacity in ('TENANT', 'LEAD')),
  source text not null check (length(source) between 1 and 100),
  label text not null,
  created_at timestamptz not null,
  created_by uuid not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  last_used_at timestamptz,
  -- A service manager's key is the lead authority's own; a member's is under one lead authority.
  constraint usage_key_of_lead check (capacity = 'TENANT' or body_id = lead_id)
);
create index usage_key_by_prefix on usage_key (prefix);
create index usage_key_by_body on usage_key (body_id, capacity, created_at, id);
create table usage_key_call_off (
  key_id uuid not null references usage_key (id),
  tenant_id uuid not null,
  lead_id uuid not null,
  call_off_id uuid not null,
  primary key (key_id, tenant_id, lead_id, call_off_id),
  foreign key (tenant_id, lead_id, call_off_id) references call_off (tenant_id, lead_id, id)
);
select app.system_table('usage_key', 'select, insert, update');
select app.system_table('usage_key_call_off', 'select, insert');

-- The last receipt number given to this tenant under this lead authority. Its row lock orders ingest and billing;
-- it is taken before a chain head.
create table usage_counter (
  tenant_id uuid not null,
  lead_id uuid not null,
  last_receipt bigint not null check (last_receipt >= 0),
  primary key (tenant_id, lead_id)
) with (fillfactor = 50);
create table usage_receipt (
  tenant_id uuid not null,
  lead_id uuid not null,
  number bigint not null check (number > 0),
  key_id uuid,
  person_id uuid,
  received_at timestamptz not null,
  accepted integer not null check (accepted >= 0),
  duplicate integer not null check (duplicate >= 0),
  quarantined integer not null check (quarantined >= 0),
  rejected integer not null check (rejected >= 0),
  digest bytea not null check (octet_length(digest) = 32),
  primary key (tenant_id, lead_id, number),
  constraint usage_receipt_sender check ((key_id is null) <> (person_id is null))
);
create index usage_receipt_by_tenant on usage_receipt (tenant_id, received_at, lead_id, number);
create index usage_receipt_by_lead on usage_receipt (lead_id, received_at, tenant_id, number);

-- Every accepted event, once for ever. `delta` and `events` are what it adds to its day: the quantity itself and 1,
-- or for a correction the difference to what counted before and 0 (-1 when it withdraws the record). A correction names what it corrects (corrects_*) and the
-- record that the chain of corrections began with (original_*); it counts on that record's day.
create table usage_record (
  tenant_id uuid not null,
  lead_id uuid not null,
  source text not null,
  event_id text not null,
  call_off_id uuid not null,
  meter_id uuid not null,
  occurred_at timestamptz not null,
  usage_day date not null,
  quantity numeric not null check (quantity >= 0 and quantity < 'Infinity'),
  delta numeric not null check (delta > '-Infinity' and delta < 'Infinity'),
  events smallint not null check (events between -1 and 1),
  corrects_source text,
  corrects_event_id text,
  original_source text,
  original_event_id text,
  content_digest bytea not null check (octet_length(content_digest) = 32),
  -- What was sent, when a person changed it before releasing it from quarantine.
  sent_digest bytea check (octet_length(sent_digest) = 32),
  receipt_number bigint not null check (receipt_number > 0),
  recorded_at timestamptz not null,
  primary key (tenant_id, lead_id, source, event_id),
  foreign key (tenant_id, lead_id, call_off_id) references call_off (tenant_id, lead_id, id),
  foreign key (lead_id, meter_id) references meter (lead_id, id),
  constraint usage_record_correction check (
    (corrects_event_id is null) = (original_event_id is null)
    and (corrects_source is null) = (corrects_event_id is null)
    and (original_source is null) = (original_event_id is null)
    and (original_event_id is not null or (delta = quantity and events = 1)))
) partition by hash (tenant_id);
do $$ begin
  for i in 0..15 loop
    execute format('create table usage_record_%s partition of usage_record for values with (modulus 16, remainder %s)', lpad(i::text, 2, '0'), i);
  end loop;
end $$;
create index usage_record_by_period on usage_record (tenant_id, lead_id, call_off_id, meter_id, usage_day, receipt_number);
create index usage_record_corrections on usage_record (tenant_id, lead_id, original_source, original_event_id)
  where original_event_id is not null;

-- Totals by local day, kept by the statement that stores the records.
create table usage_total (
  tenant_id uuid not null,
  lead_id uuid not null,
  call_off_id uuid not null,
  meter_id uuid not null,
  usage_day date not null,
  quantity numeric not null check (quantity >= 0 and quantity < 'Infinity'),
  events bigint not null check (events >= 0),
  last_receipt bigint not null check (last_receipt > 0),
  primary key (tenant_id, lead_id, call_off_id, meter_id, usage_day),
  foreign key (tenant_id, lead_id, call_off_id) references call_off (tenant_id, lead_id, id),
  foreign key (lead_id, meter_id) references meter (lead_id, id)
) with (fillfactor = 70);

-- What cannot be used yet, kept with its reason. Rows that no member can be found for are the lead's own.
-- RELEASING: a person released it to a member, whose record is being stored; only that release can end it.
create table usage_quarantine (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  source text not null,
  event_id text not null,
  event jsonb not null,
  content_digest bytea not null check (octet_length(content_digest) = 32),
  reason_code text not null,
  reason text not null,
  key_id uuid,
  received_at timestamptz not null,
  receipt_number bigint not null check (receipt_number > 0),
  state text not null check (state in ('HELD', 'RELEASING', 'RELEASED', 'REJECTED')),
  resolved_at timestamptz,
  resolved_by uuid,
  resolution text,
  primary key (tenant_id, lead_id, id),
  constraint usage_quarantine_once unique (tenant_id, lead_id, source, event_id),
  constraint usage_quarantine_resolved check ((state = 'HELD') = (resolved_at is null) and (state = 'HELD') = (resolved_by is null))
);
create index usage_quarantine_by_lead on usage_quarantine (lead_id, received_at, id);
create index usage_quarantine_by_tenant on usage_quarantine (tenant_id, received_at, id);

-- Whose an event of a lead authority's own key is. Such a key writes for several members, and an event's id is
-- given once per source, not once per member: this holds it to the first member (the lead itself when none was found).
create table usage_event_owner (
  lead_id uuid not null,
  source text not null,
  event_id text not null,
  tenant_id uuid not null,
  primary key (lead_id, source, event_id)
);

select app.tenant_table('usage_counter', 'select, insert, update');
select app.tenant_table('usage_receipt', 'select, insert');
select app.tenant_table('usage_record', 'select, insert');
select app.tenant_table('usage_total', 'select, insert, update');
select app.tenant_table('usage_quarantine', 'select, insert, update');
select app.lead_table('usage_event_owner', 'select, insert, update');
select app.append_only('usage_receipt');
select app.append_only('usage_record');
