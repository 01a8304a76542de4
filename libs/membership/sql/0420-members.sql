-- Which bodies are members of a framework: public once the access agreement is in force, unlike the agreement itself.
create table framework_member (
  lead_id uuid not null,
  framework_id uuid not null,
  body_id uuid not null references body (id),
  published boolean not null default true,
  -- The London date of the countersignature.
  since date not null,
  primary key (lead_id, framework_id, body_id),
  foreign key (lead_id, framework_id) references framework (lead_id, id)
);
create index framework_member_by_framework on framework_member (framework_id);
select app.public_table('framework_member', 'select, insert');

-- Agreements that are in force already. Even the owner sees rows only with these settings; they end with the transaction.
select set_config('app.door', 'system', true), set_config('app.tenant_ids', array_agg(id)::text, true) from body;
insert into framework_member (lead_id, framework_id, body_id, since)
select lead_id, framework_id, tenant_id, min(countersigned_at at time zone 'Europe/London')::date
from access_agreement where state = 'COUNTERSIGNED'
group by lead_id, framework_id, tenant_id;
