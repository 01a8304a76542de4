-- The wall between tenants. Every table is declared to be of one kind by one call below, which gives it
-- row-level security of that kind's one shape, the grants it needs, and a comment that says its kind.
--
-- Settings of a transaction, all set by UnitOfWork and by nothing else:
--   app.tenant_id       the tenant written for
--   app.tenant_ids      the tenants whose rows may be read
--   app.lead_id         the lead authority whose own tables are open
--   app.member_lead_id  the lead authority that reads its members' rows (only when the lead itself acts)
--   app.door            'system' in the listed door for work that has no tenant yet
-- After a transaction a setting reads '' and not NULL on that connection, hence nullif everywhere.

create extension if not exists btree_gist;
create schema app;

do $$ begin
  if not exists (select from pg_roles where rolname = 'accede_service') then
    create role accede_service nologin;
  end if;
exception when duplicate_object or unique_violation then
  null; -- Roles belong to the whole server: a migration of another database made it at this moment.
end $$;

-- Every function would be everyone's to call. Those of triggers call others as the service; the ones below are the
-- migrations' alone.
alter default privileges revoke execute on functions from public;
alter default privileges in schema app grant execute on functions to accede_service;

create function app.declare(table_name text, kind text, reads text, writes text, grants text) returns void
language plpgsql as $$
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy reads on %I for select using (%s)', table_name, reads);
  execute format('create policy writes on %I for all using (%s) with check (%s)', table_name, writes, writes);
  execute format('grant %s on %I to accede_service', grants, table_name);
  execute format('comment on table %I is %L', table_name, 'kind: ' || kind);
end $$;

-- A tenant's rows under one lead authority. What concerns the tenant alone has lead_id = tenant_id.
create function app.tenant_table(table_name text, grants text) returns void language sql as $$
  select app.declare(table_name, 'tenant',
    $p$tenant_id = any ((select coalesce(nullif(current_setting('app.tenant_ids', true), ''), '{}')::uuid[])::uuid[])
       or lead_id = (select nullif(current_setting('app.member_lead_id', true), '')::uuid)$p$,
    $p$tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid)
       and lead_id = coalesce((select nullif(current_setting('app.member_lead_id', true), '')::uuid), lead_id)$p$,
    grants)
$$;

-- A lead authority's own rows: ceilings, counters, runs.
create function app.lead_table(table_name text, grants text) returns void language sql as $$
  select app.declare(table_name, 'lead',
    $p$lead_id = (select nullif(current_setting('app.lead_id', true), '')::uuid)$p$,
    $p$lead_id = (select nullif(current_setting('app.lead_id', true), '')::uuid)$p$,
    grants)
$$;

-- What anyone may read once published: the register, the catalogue. Drafts are the lead authority's alone.
create function app.public_table(table_name text, grants text) returns void language sql as $$
  select app.declare(table_name, 'public',
    $p$published or lead_id = (select nullif(current_setting('app.lead_id', true), '')::uuid)
       or (select current_setting('app.door', true)) = 'system'$p$,
    $p$lead_id = (select nullif(current_setting('app.lead_id', true), '')::uuid)
       or (select current_setting('app.door', true)) = 'system'$p$,
    grants)
$$;

-- People, sessions, keys: reached only through the system door.
create function app.system_table(table_name text, grants text) returns void language sql as $$
  select app.declare(table_name, 'system',
    $p$(select current_setting('app.door', true)) = 'system'$p$,
    $p$(select current_setting('app.door', true)) = 'system'$p$,
    grants)
$$;

-- Plumbing that every transaction writes to and that holds ids and digests, never a tenant's words.
create function app.plumbing_table(table_name text, grants text) returns void language sql as $$
  select app.declare(table_name, 'plumbing', 'true', 'true', grants)
$$;

revoke execute on all functions in schema app from accede_service;

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Rows that never change and never go, whoever asks.
create function app.append_only(table_name text) returns void language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %I for each row execute function app.refuse_change()', table_name);
  execute format('create trigger no_truncate before truncate on %I for each statement execute function app.refuse_change()', table_name);
end $$;
revoke execute on function app.append_only(text) from accede_service;

grant usage on schema public, app to accede_service;
revoke create on schema public from public;
