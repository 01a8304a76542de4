-- A kind of table beside those of 0100: what a lead authority leaves with its members and cannot read back. The members
-- read it, each its own; rows are added, and counted on, only in a statement for which app.witness is 'on'
-- (leaveWithMembers), under the lead authority that acts. Keys start as a tenant table's do.
create function app.witness_table(table_name text, grants text) returns void language sql as $$
  select app.declare(table_name, 'witness',
    $p$tenant_id = any ((select coalesce(nullif(current_setting('app.tenant_ids', true), ''), '{}')::uuid[])::uuid[])
       or (lead_id = (select nullif(current_setting('app.member_lead_id', true), '')::uuid)
           and (select current_setting('app.witness', true)) = 'on')$p$,
    $p$lead_id = (select nullif(current_setting('app.member_lead_id', true), '')::uuid)
       and (select current_setting('app.witness', true)) = 'on'$p$,
    grants)
$$;
revoke execute on function app.witness_table(text, text) from accede_service;
