-- A run can be stopped while it is prepared: who is not done stays undone, and it can be prepared again.
alter table billing_run drop constraint billing_run_state_check;
alter table billing_run add constraint billing_run_state_check check (state in ('PREPARING', 'PREPARED', 'STOPPED'));
-- When the work that is going on, or went on last, was asked for: what progress is measured from.
alter table billing_run add column begun_at timestamptz;
-- Who asked for this member's draft: whoever prepared the run, or tried it again.
alter table billing_run_tenant add column asked_by uuid;
-- Runs that are there already. Even the owner sees rows only with this setting, a lead authority at a time.
do $$ declare one record; begin
  for one in select lead_id from lead_authority loop
    perform set_config('app.lead_id', one.lead_id::text, true);
    update billing_run set begun_at = started_at;
    update billing_run_tenant t set asked_by = r.prepared_by from billing_run r
    where (r.lead_id, r.id) = (t.lead_id, t.run_id);
  end loop;
  perform set_config('app.lead_id', '', true);
end $$;
alter table billing_run alter column begun_at set not null;
alter table billing_run_tenant alter column asked_by set not null;
