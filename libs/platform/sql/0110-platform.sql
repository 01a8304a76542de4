-- The one clock's shift from real time. Only the owner moves it, and only the demonstration obeys it.
create table clock_setting (
  only_one boolean primary key default true check (only_one),
  shift_ms bigint not null default 0
);
insert into clock_setting default values;
select app.plumbing_table('clock_setting', 'select');

-- Jobs and outbox in one: the job's effect and its removal share a transaction. A payload may hold a mail's words,
-- so the table lies behind the system door; addJob and finishJob open it for their own statement.
create table job (
  id uuid primary key,
  queue text not null,
  dedupe_key text,
  payload jsonb not null,
  run_at timestamptz not null default now(),
  attempts integer not null default 0,
  lease_token uuid,
  leased_until timestamptz,
  last_error text,
  failed_at timestamptz,
  created_at timestamptz not null default now(),
  constraint job_lease check ((lease_token is null) = (leased_until is null)),
  constraint job_set_aside check (failed_at is null or lease_token is null)
);
-- Of jobs that mean the same, one waits at most. One that runs or was set aside keeps no new one out.
create unique index job_dedupe on job (queue, dedupe_key) where lease_token is null and failed_at is null;
create index job_running on job (queue, dedupe_key) where lease_token is not null;
create index job_due on job (queue, run_at) where failed_at is null;
select app.system_table('job', 'select, insert, update, delete');

-- One row per repeated-would-harm request. The key is a digest that includes who asked; the fields' digests are made
-- with the request's own key, which is kept nowhere; the result is ids only.
create table idempotency_receipt (
  scope_digest bytea primary key check (octet_length(scope_digest) = 32),
  operation text not null,
  field_digests jsonb not null,
  result jsonb not null,
  created_at timestamptz not null
);
create index idempotency_receipt_age on idempotency_receipt (created_at);
select app.plumbing_table('idempotency_receipt', 'select, insert, update, delete');

-- Numbers per lead authority: gap-free because the row lock is taken last in the transaction that uses the number.
create table number_counter (
  lead_id uuid not null,
  series text not null,
  financial_year text not null,
  last_number bigint not null check (last_number >= 0),
  primary key (lead_id, series, financial_year)
);
select app.lead_table('number_counter', 'select, insert, update');

-- Audit chains: one per tenant and lead authority together, one per lead authority, one for the platform.
create table tenant_audit (
  tenant_id uuid not null,
  lead_id uuid not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  person_id uuid,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  details jsonb not null,
  request_id text,
  prev_hash bytea not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (tenant_id, lead_id, seq)
);
create index tenant_audit_by_subject on tenant_audit (tenant_id, lead_id, subject_kind, subject_id);
create table tenant_audit_head (
  tenant_id uuid not null,
  lead_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  primary key (tenant_id, lead_id)
);
create table lead_audit (
  lead_id uuid not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  person_id uuid,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  details jsonb not null,
  request_id text,
  prev_hash bytea not null,
  hash bytea not null check (octet_length(hash) = 32),
  primary key (lead_id, seq)
);
create table lead_audit_head (
  lead_id uuid primary key,
  seq bigint not null,
  hash bytea not null
);
create table platform_audit (
  seq bigint primary key check (seq > 0),
  at timestamptz not null,
  person_id uuid,
  actor text not null,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  details jsonb not null,
  request_id text,
  prev_hash bytea not null,
  hash bytea not null check (octet_length(hash) = 32)
);
create table platform_audit_head (
  only_one boolean primary key default true check (only_one),
  seq bigint not null,
  hash bytea not null
);
select app.tenant_table('tenant_audit', 'select, insert');
select app.tenant_table('tenant_audit_head', 'select, insert, update');
select app.lead_table('lead_audit', 'select, insert');
select app.lead_table('lead_audit_head', 'select, insert, update');
select app.system_table('platform_audit', 'select, insert');
select app.system_table('platform_audit_head', 'select, insert, update');
select app.append_only('tenant_audit');
select app.append_only('lead_audit');
select app.append_only('platform_audit');
