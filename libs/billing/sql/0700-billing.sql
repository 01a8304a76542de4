-- A monthly run of one lead authority. Its work is a job per tenant; the rows show how far it is.
create table billing_run (
  lead_id uuid not null,
  id uuid not null,
  period_start date not null,
  period_end date not null,
  state text not null check (state in ('PREPARING', 'PREPARED')),
  prepared_by uuid not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (lead_id, id),
  constraint billing_run_month check (extract(day from period_start) = 1 and period_end = (period_start + interval '1 month')::date),
  constraint billing_run_finished check ((state = 'PREPARED') = (finished_at is not null)),
  constraint billing_run_period unique (lead_id, period_start)
);
-- PARKED: this tenant's bill needs a person first, for the reason given. A reason beside DONE says what still waits.
create table billing_run_tenant (
  lead_id uuid not null,
  run_id uuid not null,
  tenant_id uuid not null,
  state text not null check (state in ('WAITING', 'DONE', 'PARKED')),
  reason text,
  finished_at timestamptz,
  primary key (lead_id, run_id, tenant_id),
  foreign key (lead_id, run_id) references billing_run (lead_id, id),
  constraint billing_run_tenant_parked check (state <> 'PARKED' or reason is not null)
);
create index billing_run_tenant_waiting on billing_run_tenant (lead_id, run_id) where state = 'WAITING';
select app.lead_table('billing_run', 'select, insert, update');
select app.lead_table('billing_run_tenant', 'select, insert, update');

-- vat_summary: [{treatment, rate, net, vat}], one for each treatment and rate, amounts in pence as text.
-- purchase_orders: [{callOffId, reference, number}], number null where the member uses none.
create table invoice (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  state text not null check (state in ('DRAFT', 'APPROVED', 'ISSUED', 'VOID')),
  number text,
  period_start date not null,
  period_end date not null,
  net_pence bigint not null check (net_pence > 0),
  vat_pence bigint not null check (vat_pence >= 0),
  gross_pence bigint not null,
  vat_summary jsonb not null,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  content_sha256 bytea not null check (octet_length(content_sha256) = 32),
  approved_by uuid,
  approved_at timestamptz,
  issued_by uuid,
  issued_at timestamptz,
  issued_on date,
  due_on date,
  seller jsonb,
  buyer jsonb,
  purchase_orders jsonb,
  audit_head bytea,
  -- Over all that is printed, the content above and what issuing added.
  issued_sha256 bytea check (octet_length(issued_sha256) = 32),
  primary key (tenant_id, lead_id, id),
  foreign key (lead_id, run_id) references billing_run (lead_id, id),
  constraint invoice_total check (gross_pence = net_pence + vat_pence),
  constraint invoice_two_people check (approved_by is null or approved_by <> prepared_by),
  constraint invoice_approved check ((state = 'DRAFT') = (approved_by is null) and (approved_by is null) = (approved_at is null)),
  constraint invoice_issued check (
    (state in ('ISSUED', 'VOID')) = (number is not null)
    and (number is null) = (issued_at is null) and (number is null) = (issued_by is null)
    and (number is null) = (issued_on is null) and (number is null) = (due_on is null)
    and (number is null) = (seller is null) and (number is null) = (buyer is null)
    and (number is null) = (purchase_orders is null)
    and (number is null) = (audit_head is null) and (number is null) = (issued_sha256 is null))
);
-- One live draft per tenant and run: two runs at once make one set of invoices.
create unique index invoice_one_draft on invoice (tenant_id, lead_id, run_id) where state = 'DRAFT';
create unique index invoice_number on invoice (lead_id, number) where number is not null;
create index invoice_by_lead on invoice (lead_id, prepared_at, id);
create index invoice_by_run on invoice (lead_id, run_id);

-- One line = call-off × meter × period × price version. The period lies in one month; the month's parts at one
-- price version are one charge, and what it is worth less what was billed for it is a line or a credit.
-- arithmetic: {calculation, result}: what the open calculator reads, and what it prints.
create table invoice_line (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  line_number integer not null,
  call_off_id uuid not null,
  call_off_revision integer not null,
  meter_id uuid not null,
  price_version_id uuid not null,
  agreement_id uuid not null,
  period_start date not null,
  period_end date not null,
  description text not null,
  quantity numeric not null check (quantity >= 0 and quantity < 'Infinity'),
  events bigint not null check (events >= 0),
  exact numeric not null,
  already_billed_pence bigint not null,
  net_pence bigint not null check (net_pence > 0),
  vat_treatment text not null,
  vat_rate numeric not null,
  arithmetic jsonb not null,
  -- Its records have receipt numbers above the first and up to the second.
  receipt_after bigint not null,
  receipt_up_to bigint not null,
  primary key (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, invoice_id) references invoice (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, call_off_id) references call_off (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, agreement_id) references access_agreement (tenant_id, lead_id, id),
  foreign key (lead_id, meter_id) references meter (lead_id, id),
  foreign key (lead_id, price_version_id) references price_version (lead_id, id),
  constraint invoice_line_number unique (tenant_id, lead_id, invoice_id, line_number),
  constraint invoice_line_period check (period_end > period_start
    and period_end <= (date_trunc('month', period_start::timestamp) + interval '1 month')::date),
  constraint invoice_line_receipts check (receipt_up_to >= receipt_after and receipt_after >= 0)
);
create index invoice_line_by_charge on invoice_line (tenant_id, lead_id, call_off_id, meter_id, period_start, price_version_id);
-- An invoice bills a charge once.
create unique index invoice_line_once on invoice_line (tenant_id, lead_id, invoice_id, call_off_id, meter_id, period_start, price_version_id);

-- RECALCULATION: the period is worth less than was billed. CONCESSION: given for a reason; never part of a difference.
create table credit_note (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  run_id uuid,
  -- The month of the run that drafted it.
  run_month date,
  invoice_id uuid not null,
  kind text not null check (kind in ('RECALCULATION', 'CONCESSION')),
  state text not null check (state in ('DRAFT', 'APPROVED', 'ISSUED')),
  number text,
  reason text not null check (length(reason) between 1 and 1000),
  net_pence bigint not null check (net_pence > 0),
  vat_pence bigint not null check (vat_pence >= 0),
  gross_pence bigint not null,
  vat_summary jsonb not null,
  prepared_by uuid not null,
  prepared_at timestamptz not null,
  content_sha256 bytea not null check (octet_length(content_sha256) = 32),
  approved_by uuid,
  approved_at timestamptz,
  issued_by uuid,
  issued_at timestamptz,
  issued_on date,
  seller jsonb,
  buyer jsonb,
  audit_head bytea,
  issued_sha256 bytea check (octet_length(issued_sha256) = 32),
  primary key (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, invoice_id) references invoice (tenant_id, lead_id, id),
  foreign key (lead_id, run_id) references billing_run (lead_id, id),
  constraint credit_note_of_run check ((kind = 'RECALCULATION') = (run_id is not null) and (run_id is null) = (run_month is null)),
  constraint credit_note_total check (gross_pence = net_pence + vat_pence),
  constraint credit_note_two_people check (approved_by is null or approved_by <> prepared_by),
  constraint credit_note_approved check ((state = 'DRAFT') = (approved_by is null) and (approved_by is null) = (approved_at is null)),
  constraint credit_note_issued check (
    (state = 'ISSUED') = (number is not null)
    and (number is null) = (issued_at is null) and (number is null) = (issued_by is null)
    and (number is null) = (issued_on is null) and (number is null) = (seller is null)
    and (number is null) = (buyer is null)
    and (number is null) = (audit_head is null) and (number is null) = (issued_sha256 is null))
);
create unique index credit_note_one_draft on credit_note (tenant_id, lead_id, run_id, invoice_id) where state = 'DRAFT' and run_id is not null;
create unique index credit_note_number on credit_note (lead_id, number) where number is not null;
create index credit_note_by_invoice on credit_note (tenant_id, lead_id, invoice_id);
create index credit_note_by_lead on credit_note (lead_id, prepared_at, id);
create index credit_note_by_run on credit_note (lead_id, run_id) where run_id is not null;
-- A concession has no arithmetic: arithmetic is null, and quantity to receipt_up_to say nothing.
create table credit_note_line (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  credit_note_id uuid not null,
  line_number integer not null,
  invoice_line_id uuid not null,
  call_off_revision integer,
  description text not null,
  quantity numeric check (quantity >= 0 and quantity < 'Infinity'),
  events bigint check (events >= 0),
  exact numeric,
  already_billed_pence bigint,
  net_pence bigint not null check (net_pence > 0),
  vat_treatment text not null,
  vat_rate numeric not null,
  arithmetic jsonb,
  receipt_after bigint,
  receipt_up_to bigint,
  primary key (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, credit_note_id) references credit_note (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, invoice_line_id) references invoice_line (tenant_id, lead_id, id),
  constraint credit_note_line_number unique (tenant_id, lead_id, credit_note_id, line_number),
  constraint credit_note_line_once unique (tenant_id, lead_id, credit_note_id, invoice_line_id),
  constraint credit_note_line_arithmetic check (
    (arithmetic is null) = (quantity is null) and (arithmetic is null) = (events is null)
    and (arithmetic is null) = (exact is null) and (arithmetic is null) = (already_billed_pence is null)
    and (arithmetic is null) = (receipt_after is null) and (arithmetic is null) = (receipt_up_to is null)
    and (arithmetic is null) = (call_off_revision is null)),
  constraint credit_note_line_receipts check (receipt_up_to >= receipt_after and receipt_after >= 0)
);
create index credit_note_line_by_invoice_line on credit_note_line (tenant_id, lead_id, invoice_line_id);

-- Only drafts may change. An issued or approved document's lines are evidence.
create function app.lines_of_draft_only() returns trigger language plpgsql as $$
declare state_now text; line record;
begin
  line := case tg_op when 'DELETE' then old else new end;
  if tg_table_name = 'invoice_line' then
    select state into state_now from invoice where tenant_id = line.tenant_id and lead_id = line.lead_id and id = line.invoice_id;
  else
    select state into state_now from credit_note where tenant_id = line.tenant_id and lead_id = line.lead_id and id = line.credit_note_id;
  end if;
  if state_now is distinct from 'DRAFT' then
    raise exception 'lines of an approved or issued document cannot change' using errcode = 'restrict_violation';
  end if;
  return line;
end $$;
create trigger lines_of_draft_only before insert or update or delete on invoice_line
  for each row execute function app.lines_of_draft_only();
create trigger lines_of_draft_only before insert or update or delete on credit_note_line
  for each row execute function app.lines_of_draft_only();

-- A state only moves forward, and an approved document changes only by what issuing adds.
create function app.document_moves_forward() returns trigger language plpgsql as $$
declare issuing text[] := array['state', 'number', 'issued_by', 'issued_at', 'issued_on', 'due_on', 'seller', 'buyer', 'purchase_orders', 'audit_head', 'issued_sha256'];
begin
  if tg_op = 'DELETE' then
    if old.state <> 'DRAFT' then
      raise exception 'an approved or issued document cannot be deleted' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if old.state in ('ISSUED', 'VOID') then
    raise exception 'an issued document cannot be changed' using errcode = 'restrict_violation';
  end if;
  if (old.state, new.state) not in (('DRAFT', 'DRAFT'), ('DRAFT', 'APPROVED'), ('APPROVED', 'ISSUED')) then
    raise exception 'a document cannot go from % to %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  if old.state = 'APPROVED' and (to_jsonb(new) - issuing) <> (to_jsonb(old) - issuing) then
    raise exception 'an approved document cannot be changed' using errcode = 'restrict_violation';
  end if;
  if (old.tenant_id, old.lead_id, old.id) <> (new.tenant_id, new.lead_id, new.id) then
    raise exception 'a document stays where it is' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger document_moves_forward before update or delete on invoice for each row execute function app.document_moves_forward();
create trigger document_moves_forward before update or delete on credit_note for each row execute function app.document_moves_forward();
create trigger no_truncate before truncate on invoice for each statement execute function app.refuse_change();
create trigger no_truncate before truncate on invoice_line for each statement execute function app.refuse_change();
create trigger no_truncate before truncate on credit_note for each statement execute function app.refuse_change();
create trigger no_truncate before truncate on credit_note_line for each statement execute function app.refuse_change();

-- Checked at commit, from the document and from each line that came or went: a document's net is the sum of its lines.
create function app.assert_invoice_adds_up(tenant uuid, lead uuid, document uuid) returns void language plpgsql as $$
begin
  if exists (
    select from invoice i where i.tenant_id = tenant and i.lead_id = lead and i.id = document and i.net_pence <> (
      select coalesce(sum(l.net_pence), 0) from invoice_line l
      where l.tenant_id = tenant and l.lead_id = lead and l.invoice_id = document)) then
    raise exception 'an invoice is the sum of its lines' using errcode = 'check_violation';
  end if;
end $$;
create function app.invoice_adds_up() returns trigger language plpgsql as $$
begin perform app.assert_invoice_adds_up(new.tenant_id, new.lead_id, new.id); return null; end $$;
create function app.invoice_line_adds_up() returns trigger language plpgsql as $$
declare line record;
begin
  line := case tg_op when 'DELETE' then old else new end;
  perform app.assert_invoice_adds_up(line.tenant_id, line.lead_id, line.invoice_id);
  return null;
end $$;
-- And what is credited on a line, by every credit note that lives, is never more than the line.
create function app.assert_credit_note_adds_up(tenant uuid, lead uuid, document uuid) returns void language plpgsql as $$
begin
  if exists (
    select from credit_note n where n.tenant_id = tenant and n.lead_id = lead and n.id = document and n.net_pence <> (
      select coalesce(sum(l.net_pence), 0) from credit_note_line l
      where l.tenant_id = tenant and l.lead_id = lead and l.credit_note_id = document)) then
    raise exception 'a credit note is the sum of its lines' using errcode = 'check_violation';
  end if;
  if exists (
    select from credit_note_line c join invoice_line l on l.tenant_id = c.tenant_id and l.lead_id = c.lead_id and l.id = c.invoice_line_id
    where c.tenant_id = tenant and c.lead_id = lead and c.invoice_line_id in (
      select own.invoice_line_id from credit_note_line own
      where own.tenant_id = tenant and own.lead_id = lead and own.credit_note_id = document)
    group by l.id, l.net_pence having sum(c.net_pence) > l.net_pence) then
    raise exception 'a credit is never more than the line that it credits' using errcode = 'check_violation';
  end if;
end $$;
create function app.credit_note_adds_up() returns trigger language plpgsql as $$
begin perform app.assert_credit_note_adds_up(new.tenant_id, new.lead_id, new.id); return null; end $$;
create function app.credit_note_line_adds_up() returns trigger language plpgsql as $$
declare line record;
begin
  line := case tg_op when 'DELETE' then old else new end;
  perform app.assert_credit_note_adds_up(line.tenant_id, line.lead_id, line.credit_note_id);
  return null;
end $$;
create constraint trigger invoice_adds_up after insert or update on invoice
  deferrable initially deferred for each row execute function app.invoice_adds_up();
create constraint trigger invoice_line_adds_up after insert or delete on invoice_line
  deferrable initially deferred for each row execute function app.invoice_line_adds_up();
create constraint trigger credit_note_adds_up after insert or update on credit_note
  deferrable initially deferred for each row execute function app.credit_note_adds_up();
create constraint trigger credit_note_line_adds_up after insert or delete on credit_note_line
  deferrable initially deferred for each row execute function app.credit_note_line_adds_up();

select app.tenant_table('invoice', 'select, insert, update, delete');
select app.tenant_table('invoice_line', 'select, insert, delete');
select app.tenant_table('credit_note', 'select, insert, update, delete');
select app.tenant_table('credit_note_line', 'select, insert, delete');
