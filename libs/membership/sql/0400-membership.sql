-- The text that a joining body signs, by version; immutable once published.
create table agreement_version (
  lead_id uuid not null,
  id uuid not null unique,
  framework_id uuid not null,
  published boolean not null default false,
  version text not null check (version ~ '^[0-9]{1,3}\.[0-9]{1,3}$'),
  body_text text not null check (length(body_text) between 1 and 80000),
  sha256 bytea not null check (octet_length(sha256) = 32),
  published_on date not null,
  created_at timestamptz not null,
  primary key (lead_id, id),
  foreign key (lead_id, framework_id) references framework (lead_id, id),
  constraint agreement_version_once unique (lead_id, framework_id, version)
);
select app.public_table('agreement_version', 'select, insert');

create table opt_in (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  reference text not null,
  framework_id uuid not null,
  state text not null check (state in ('DRAFT', 'IN_PROGRESS', 'PAUSED', 'SUBMITTED', 'UNDER_REVIEW', 'RETURNED', 'APPROVED', 'DECLINED', 'WITHDRAWN', 'CONVERTED')),
  target_start_on date,
  version integer not null default 1,
  started_at timestamptz not null,
  started_by uuid not null,
  submitted_at timestamptz,
  submitted_by uuid,
  content_sha256 bytea check (octet_length(content_sha256) = 32),
  decided_at timestamptz,
  decided_by uuid,
  decision_reason text,
  changed_at timestamptz not null,
  primary key (tenant_id, lead_id, id),
  foreign key (lead_id, framework_id) references framework (lead_id, id),
  constraint opt_in_reference unique (tenant_id, lead_id, reference)
);
create index opt_in_by_lead on opt_in (lead_id, started_at, id);
create index opt_in_by_tenant on opt_in (tenant_id, started_at, id);
create table opt_in_offering (
  tenant_id uuid not null,
  lead_id uuid not null,
  opt_in_id uuid not null,
  offering_id uuid not null,
  open boolean not null default true,
  primary key (tenant_id, lead_id, opt_in_id, offering_id),
  foreign key (tenant_id, lead_id, opt_in_id) references opt_in (tenant_id, lead_id, id),
  foreign key (lead_id, offering_id) references offering (lead_id, id)
);
-- One open opt-in per offering.
create unique index opt_in_offering_open on opt_in_offering (tenant_id, lead_id, offering_id) where open;
create table opt_in_task (
  tenant_id uuid not null,
  lead_id uuid not null,
  opt_in_id uuid not null,
  task text not null check (task in ('ABOUT_YOU', 'YOUR_NEED', 'MONEY', 'INFORMATION', 'AUTHORITY')),
  -- That a task cannot start yet follows from the others, and is not stored.
  state text not null check (state in ('NOT_YET_STARTED', 'IN_PROGRESS', 'COMPLETED', 'NOT_APPLICABLE')),
  answers jsonb not null default '{}',
  -- Counted for each task, so that several officers can work on one opt-in at once.
  version integer not null default 1,
  changed_at timestamptz not null,
  completed_at timestamptz,
  completed_by uuid,
  -- What the lead authority asked about it when it returned the opt-in.
  question text,
  primary key (tenant_id, lead_id, opt_in_id, task),
  foreign key (tenant_id, lead_id, opt_in_id) references opt_in (tenant_id, lead_id, id)
);
-- What was decided about eligibility, by which rules, when: evidence for the compliance record.
create table eligibility_check (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  framework_id uuid not null,
  result text not null check (result in ('ELIGIBLE', 'NOT_ELIGIBLE', 'NEEDS_EVIDENCE')),
  reasons jsonb not null,
  checked_at timestamptz not null,
  primary key (tenant_id, lead_id, id),
  foreign key (lead_id, framework_id) references framework (lead_id, id)
);
create table access_agreement (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  framework_id uuid not null,
  agreement_version_id uuid not null,
  state text not null check (state in ('SENT', 'SIGNED', 'ON_HOLD', 'COUNTERSIGNED', 'SUPERSEDED', 'TERMINATED')),
  document_id uuid not null,
  text_sha256 bytea not null check (octet_length(text_sha256) = 32),
  sent_at timestamptz not null,
  signed_at timestamptz,
  signed_by uuid,
  signer_name text,
  signer_role text,
  countersigned_at timestamptz,
  countersigned_by uuid,
  countersigner_name text,
  countersigner_role text,
  primary key (tenant_id, lead_id, id),
  foreign key (lead_id, framework_id) references framework (lead_id, id),
  foreign key (lead_id, agreement_version_id) references agreement_version (lead_id, id),
  foreign key (tenant_id, lead_id, document_id) references document (tenant_id, lead_id, id),
  constraint access_agreement_signed check (case state when 'SENT' then signed_at is null when 'SIGNED' then signed_at is not null
    when 'COUNTERSIGNED' then signed_at is not null and countersigned_at is not null else true end),
  constraint access_agreement_signer check (signed_at is null or (signed_by is not null and signer_name is not null and signer_role is not null)),
  constraint access_agreement_countersigner check (countersigned_at is null or (countersigned_by is not null and countersigner_name is not null and countersigner_role is not null)),
  constraint access_agreement_two_people check (countersigned_by is null or countersigned_by <> signed_by)
);
create unique index access_agreement_live on access_agreement (tenant_id, lead_id, framework_id)
  where state not in ('SUPERSEDED', 'TERMINATED');
create index access_agreement_by_lead on access_agreement (lead_id, sent_at, id);
create index access_agreement_by_tenant on access_agreement (tenant_id, sent_at, id);
select app.tenant_table('opt_in', 'select, insert, update');
select app.tenant_table('opt_in_offering', 'select, insert, update');
select app.tenant_table('opt_in_task', 'select, insert, update');
select app.tenant_table('eligibility_check', 'select, insert');
select app.tenant_table('access_agreement', 'select, insert, update');
select app.append_only('eligibility_check');
select app.append_only('agreement_version');
