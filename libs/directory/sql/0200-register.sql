-- Public bodies: the register of authorities, invented bodies of the demonstration (marked), and bodies that a
-- lead authority added with a reason (lead_id names it). A body's id is its tenant id and its lead id too.
create table body (
  id uuid primary key,
  lead_id uuid references body (id),
  published boolean not null default true,
  code text unique,
  gss text unique,
  name text not null check (length(name) between 1 and 200),
  -- The name as search compares it: small letters and digits, words parted by one space.
  name_key text not null,
  short_name text not null,
  type text not null,
  nation text,
  region text,
  county_code text,
  combined_authority_code text,
  population integer check (population >= 0),
  started_on date,
  -- The first day on which the body is no more.
  ended_on date,
  -- Codes of the bodies that took over its work; several when it was split.
  successor_codes text[] not null default '{}',
  invented boolean not null default false,
  added_reason text,
  created_at timestamptz not null,
  constraint body_added_with_reason check ((lead_id is null) = (added_reason is null))
);
create index body_by_name on body (name_key);
select app.public_table('body', 'select, insert, update');

create table body_former_name (
  body_id uuid not null references body (id),
  lead_id uuid,
  published boolean not null default true,
  name text not null check (length(name) between 1 and 200),
  name_key text not null,
  primary key (body_id, name)
);
select app.public_table('body_former_name', 'select, insert, delete');

-- Several bodies may share a domain (joint officer teams); then the person says which body is meant. A domain of
-- source WEBSITE was read on the body's website: good for finding the body, not for proving that somebody works there.
create table body_domain (
  domain text not null check (domain = lower(domain)),
  body_id uuid not null references body (id),
  lead_id uuid,
  published boolean not null default true,
  source text not null check (source in ('REGISTER', 'WEBSITE', 'LEAD', 'DEMONSTRATION')),
  primary key (domain, body_id)
);
create index body_domain_by_body on body_domain (body_id);
select app.public_table('body_domain', 'select, insert, update, delete');
