-- The checks of a document's lines, once for what was done at once and no longer once for each line.
-- An insert is looked at as a whole: all of its lines belong to drafts. The table of new lines is the trigger's own.
create function app.new_lines_of_draft_only() returns trigger language plpgsql as $$
begin
  if exists (
    select from (select distinct tenant_id, lead_id, invoice_id from new_lines) l
    left join invoice i on (i.tenant_id, i.lead_id, i.id) = (l.tenant_id, l.lead_id, l.invoice_id)
    where i.state is distinct from 'DRAFT') then
    raise exception 'lines of an approved or issued document cannot change' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
drop trigger lines_of_draft_only on invoice_line;
create trigger lines_of_draft_only before update or delete on invoice_line
  for each row execute function app.lines_of_draft_only();
create trigger new_lines_of_draft_only after insert on invoice_line
  referencing new table as new_lines for each statement execute function app.new_lines_of_draft_only();

-- At commit the sum is taken for the first of an invoice's new lines; another one finds that this one's check, which is of
-- the same sum, comes with the same transaction. (A savepoint's rows bear another number: each of them is checked.)
create or replace function app.invoice_line_adds_up() returns trigger language plpgsql as $$
declare line record;
begin
  line := case tg_op when 'DELETE' then old else new end;
  if tg_op = 'INSERT' and exists (
    select from invoice_line l
    where l.tenant_id = line.tenant_id and l.lead_id = line.lead_id and l.invoice_id = line.invoice_id
      and l.line_number < line.line_number and l.xmin = pg_current_xact_id()::xid) then
    return null;
  end if;
  perform app.assert_invoice_adds_up(line.tenant_id, line.lead_id, line.invoice_id);
  return null;
end $$;
