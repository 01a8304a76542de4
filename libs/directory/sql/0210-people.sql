-- People. Contact details sit apart from the id that evidence refers to, so that they can be erased.
create table person (
  id uuid primary key,
  created_at timestamptz not null
);
create table person_contact (
  person_id uuid primary key references person (id),
  email text not null unique check (email = lower(email) and length(email) <= 254),
  name text not null check (length(name) between 1 and 200)
);
-- A platform operator acts for no body; every other role is held in one.
create table role_assignment (
  id uuid primary key,
  person_id uuid not null references person (id),
  body_id uuid references body (id),
  role text not null,
  granted_at timestamptz not null,
  granted_by uuid,
  revoked_at timestamptz,
  constraint role_assignment_has_body check ((role = 'PLATFORM_OPERATOR') = (body_id is null))
);
create unique index role_assignment_live on role_assignment (body_id, person_id, role) nulls not distinct
  where revoked_at is null;
create index role_assignment_by_person on role_assignment (person_id);
create table sign_in_code (
  id uuid primary key,
  email text not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  salt bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0 check (tries between 0 and 5),
  -- When it was used, tried too often, or replaced by a newer one.
  ended_at timestamptz
);
create unique index sign_in_code_live on sign_in_code (email) where ended_at is null;
create index sign_in_code_by_email on sign_in_code (email, created_at);
create index sign_in_code_by_age on sign_in_code (created_at);
create table session (
  id uuid primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  person_id uuid not null references person (id),
  body_id uuid references body (id),
  capacity text check (capacity in ('TENANT', 'LEAD', 'PARTNER', 'BOARD', 'AUDITOR', 'PLATFORM')),
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  constraint session_acts_for check (
    case when capacity is null or capacity = 'PLATFORM' then body_id is null else body_id is not null end
  )
);
create index session_by_person on session (person_id);
-- A body's workspace: it has one, and opening it makes the body a tenant.
create table workspace (
  body_id uuid primary key references body (id),
  opened_at timestamptz not null,
  opened_by uuid not null references person (id)
);
select app.system_table('person', 'select, insert');
select app.system_table('person_contact', 'select, insert, update, delete');
select app.system_table('role_assignment', 'select, insert, update');
select app.system_table('sign_in_code', 'select, insert, update, delete');
select app.system_table('session', 'select, insert, update, delete');
select app.system_table('workspace', 'select, insert');

-- Which bodies are lead authorities, and the letters that begin their invoice numbers: public facts.
create table lead_authority (
  lead_id uuid primary key references body (id),
  published boolean not null default true,
  invoice_prefix text not null,
  appointed_at timestamptz not null,
  appointed_by uuid,
  constraint lead_authority_invoice_prefix unique (invoice_prefix),
  constraint lead_authority_prefix_format check (invoice_prefix ~ '^[A-Z]{2,6}$')
);
select app.public_table('lead_authority', 'select, insert');

-- A lead authority's own details: they are printed on its invoices.
create table lead_authority_details (
  lead_id uuid primary key references lead_authority (lead_id),
  address text not null check (length(address) between 1 and 500),
  vat_number text not null check (vat_number ~ '^GB[0-9]{9}$'),
  bank_account_name text not null check (length(bank_account_name) between 1 and 100),
  bank_sort_code text not null check (bank_sort_code ~ '^[0-9]{6}$'),
  bank_account_number text not null check (bank_account_number ~ '^[0-9]{8}$'),
  payment_days integer not null check (payment_days between 0 and 120),
  changed_at timestamptz not null
);
select app.lead_table('lead_authority_details', 'select, insert, update');
