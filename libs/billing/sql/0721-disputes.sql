-- What a member disputes of one line of an issued invoice, without VAT. DISPUTE: inside the time for disputes; it holds
-- back payment. ERROR_REPORT: at any time; it holds back nothing until it is upheld.
-- upheld_pence is what was upheld in all, outcome how: CORRECTION of use or price, which a run's difference credits, or
-- CONCESSION, which a credit note of its own does.
create table dispute (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  invoice_line_id uuid not null,
  kind text not null check (kind in ('DISPUTE', 'ERROR_REPORT')),
  state text not null check (state in ('OPEN', 'UNDER_REVIEW', 'UPHELD', 'PART_UPHELD', 'REJECTED', 'WITHDRAWN', 'ESCALATED')),
  net_pence bigint not null check (net_pence > 0),
  upheld_pence bigint not null check (upheld_pence between 0 and net_pence),
  outcome text check (outcome in ('CORRECTION', 'CONCESSION')),
  reason text not null check (length(reason) between 1 and 1000),
  evidence text check (length(evidence) between 1 and 4000),
  raised_by uuid not null,
  raised_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, invoice_id) references invoice (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, invoice_line_id) references invoice_line (tenant_id, lead_id, id),
  constraint dispute_outcome check ((upheld_pence = 0) = (outcome is null)),
  constraint dispute_upheld check (case state
    when 'UPHELD' then upheld_pence = net_pence
    when 'PART_UPHELD' then upheld_pence between 1 and net_pence - 1
    when 'ESCALATED' then upheld_pence < net_pence
    else upheld_pence = 0 end)
);
create unique index dispute_one_open on dispute (tenant_id, lead_id, invoice_line_id)
  where state in ('OPEN', 'UNDER_REVIEW', 'ESCALATED');
create index dispute_by_invoice on dispute (tenant_id, lead_id, invoice_id);
create index dispute_by_lead on dispute (lead_id, raised_at, id);
create index dispute_by_tenant on dispute (tenant_id, raised_at, id);

-- What was done with it, by whom and when. net_pence, outcome and credit_note_id are those of a decision.
create table dispute_step (
  tenant_id uuid not null,
  lead_id uuid not null,
  dispute_id uuid not null,
  step_number integer not null,
  state text not null check (state in ('OPEN', 'UNDER_REVIEW', 'UPHELD', 'PART_UPHELD', 'REJECTED', 'WITHDRAWN', 'ESCALATED')),
  person_id uuid not null,
  at timestamptz not null,
  words text check (length(words) between 1 and 1000),
  net_pence bigint check (net_pence > 0),
  outcome text check (outcome in ('CORRECTION', 'CONCESSION')),
  credit_note_id uuid,
  primary key (tenant_id, lead_id, dispute_id, step_number),
  foreign key (tenant_id, lead_id, dispute_id) references dispute (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, credit_note_id) references credit_note (tenant_id, lead_id, id),
  constraint dispute_step_outcome check ((net_pence is null) = (outcome is null)),
  constraint dispute_step_credit check ((credit_note_id is not null) = (outcome is not distinct from 'CONCESSION'))
);
create unique index dispute_step_credit_note on dispute_step (tenant_id, lead_id, credit_note_id) where credit_note_id is not null;

-- Credit notes and disputes are of issued invoices; whoever makes one holds the invoice's row.
create function app.of_issued_invoice() returns trigger language plpgsql as $$
declare state_now text;
begin
  select state into state_now from invoice where tenant_id = new.tenant_id and lead_id = new.lead_id and id = new.invoice_id;
  if state_now is distinct from 'ISSUED' then
    raise exception 'only an issued invoice can be credited or disputed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger of_issued_invoice before insert on credit_note for each row execute function app.of_issued_invoice();
create trigger of_issued_invoice before insert on dispute for each row execute function app.of_issued_invoice();

create function app.dispute_begins() returns trigger language plpgsql as $$
declare line record;
begin
  select invoice_id, net_pence into line from invoice_line
    where tenant_id = new.tenant_id and lead_id = new.lead_id and id = new.invoice_line_id;
  if line.invoice_id is distinct from new.invoice_id or new.net_pence > line.net_pence or new.state <> 'OPEN' then
    raise exception 'a dispute begins open, on a line of its invoice and for no more than the line' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger dispute_begins before insert on dispute for each row execute function app.dispute_begins();

create function app.dispute_moves() returns trigger language plpgsql as $$
declare moving text[] := array['state', 'upheld_pence', 'outcome', 'changed_at'];
begin
  if (to_jsonb(new) - moving) <> (to_jsonb(old) - moving) or new.upheld_pence < old.upheld_pence then
    raise exception 'what was disputed cannot be changed' using errcode = 'restrict_violation';
  end if;
  if not (new.state in ('UPHELD', 'PART_UPHELD', 'REJECTED', 'WITHDRAWN') and old.state in ('OPEN', 'UNDER_REVIEW', 'ESCALATED')
      or new.state = 'UNDER_REVIEW' and old.state = 'OPEN'
      or new.state = 'ESCALATED' and old.state in ('PART_UPHELD', 'REJECTED')) then
    raise exception 'a dispute cannot go from % to %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger dispute_moves before update on dispute for each row execute function app.dispute_moves();
create trigger no_truncate before truncate on dispute for each statement execute function app.refuse_change();

select app.tenant_table('dispute', 'select, insert, update');
select app.tenant_table('dispute_step', 'select, insert');
select app.append_only('dispute_step');

-- What each dispute holds back of its line, without VAT: what is disputed, or upheld and not credited yet. What was
-- credited on the line since counts, but for what another dispute's concession gave. A correction's amount is known
-- once it is credited: whatever it came to, it is then settled.
create view dispute_held with (security_invoker = true) as
  select d.tenant_id, d.lead_id, d.id as dispute_id, d.invoice_id, d.invoice_line_id,
    case
      when d.state in ('UPHELD', 'PART_UPHELD') and d.outcome = 'CORRECTION' and since.recalculated > 0 then 0
      when d.state in ('OPEN', 'UNDER_REVIEW', 'ESCALATED') and d.kind = 'DISPUTE' then greatest(d.net_pence - since.credited, 0)
      else greatest(d.upheld_pence - since.credited, 0)
    end::bigint as net_pence
  from dispute d cross join lateral (
    select coalesce(sum(c.net_pence), 0) as credited,
           coalesce(sum(c.net_pence) filter (where n.kind = 'RECALCULATION'), 0) as recalculated
    from credit_note_line c
    join credit_note n on n.tenant_id = c.tenant_id and n.lead_id = c.lead_id and n.id = c.credit_note_id
    where c.tenant_id = d.tenant_id and c.lead_id = d.lead_id and c.invoice_line_id = d.invoice_line_id
      and n.state = 'ISSUED' and n.issued_at >= d.raised_at
      and not exists (
        select from dispute_step s where s.tenant_id = n.tenant_id and s.lead_id = n.lead_id
          and s.credit_note_id = n.id and s.dispute_id <> d.id)
  ) since;
grant select on dispute_held to accede_service;

-- What disputes hold back of each invoice, with VAT: what a credit note of it would come to. Whoever takes the last of
-- a rate's net takes the last of its VAT.
create view invoice_disputed with (security_invoker = true) as
  select held.tenant_id, held.lead_id, held.invoice_id,
    sum(least(held.net, rest.net) + case
      when held.net >= rest.net then rest.vat
      else least(round(held.net * held.vat_rate), rest.vat) end)::bigint as disputed_pence
  from (
    select h.tenant_id, h.lead_id, h.invoice_id, l.vat_treatment, l.vat_rate, sum(h.net_pence) as net
    from dispute_held h
    join invoice_line l on l.tenant_id = h.tenant_id and l.lead_id = h.lead_id and l.id = h.invoice_line_id
    where h.net_pence > 0
    group by h.tenant_id, h.lead_id, h.invoice_id, l.vat_treatment, l.vat_rate
  ) held cross join lateral (
    select coalesce(sum(document.sign * g.net), 0) as net, coalesce(sum(document.sign * g.vat), 0) as vat
    from (
      select 1 as sign, i.vat_summary from invoice i
      where i.tenant_id = held.tenant_id and i.lead_id = held.lead_id and i.id = held.invoice_id
      union all
      select -1, n.vat_summary from credit_note n
      where n.tenant_id = held.tenant_id and n.lead_id = held.lead_id and n.invoice_id = held.invoice_id and n.state = 'ISSUED'
    ) document
    cross join lateral jsonb_to_recordset(document.vat_summary) as g(treatment text, rate numeric, net numeric, vat numeric)
    where g.treatment = held.vat_treatment and g.rate = held.vat_rate
  ) rest
  group by held.tenant_id, held.lead_id, held.invoice_id;
grant select on invoice_disputed to accede_service;
