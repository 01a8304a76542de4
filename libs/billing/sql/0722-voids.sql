-- An issued invoice changes in one way only: it is voided, while nothing has come of it. Its number stays used.
alter table invoice
  add column voided_by uuid,
  add column voided_at timestamptz,
  add column void_reason text check (length(void_reason) between 1 and 1000),
  add constraint invoice_voided check (
    (state = 'VOID') = (voided_at is not null) and (voided_at is null) = (voided_by is null)
    and (voided_at is null) = (void_reason is null)),
  add constraint invoice_void_two_people check (voided_by is null or voided_by <> issued_by),
  -- The month of its tax point: no VAT return that holds it has ended.
  add constraint invoice_void_same_month check (voided_at is null
    or date_trunc('month', voided_at at time zone 'Europe/London') = date_trunc('month', issued_on::timestamp));

create or replace function app.document_moves_forward() returns trigger language plpgsql as $$
declare
  issuing text[] := array['state', 'number', 'issued_by', 'issued_at', 'issued_on', 'due_on', 'seller', 'buyer', 'purchase_orders', 'audit_head', 'issued_sha256'];
  voiding text[] := array['state', 'voided_by', 'voided_at', 'void_reason'];
begin
  if tg_op = 'DELETE' then
    if old.state <> 'DRAFT' then
      raise exception 'an approved or issued document cannot be deleted' using errcode = 'restrict_violation';
    end if;
    return old;
  end if;
  if old.state = 'ISSUED' and new.state = 'VOID' and (to_jsonb(new) - voiding) = (to_jsonb(old) - voiding) then
    return new;
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

-- Checked at commit: nothing was paid, credited or disputed on it, and the ledger has undone it.
create function app.void_is_clean() returns trigger language plpgsql as $$
begin
  if new.state <> 'VOID' then return null; end if;
  if exists (select from credit_note n
             where n.tenant_id = new.tenant_id and n.lead_id = new.lead_id and n.invoice_id = new.id)
     or exists (select from dispute d
                where d.tenant_id = new.tenant_id and d.lead_id = new.lead_id and d.invoice_id = new.id)
     or (select count(*) filter (where e.kind = 'VOID') <> 1 or count(*) filter (where e.kind not in ('INVOICE', 'VOID')) > 0
                or sum(p.amount_pence) <> 0
         from posting p join journal_entry e on e.tenant_id = p.tenant_id and e.lead_id = p.lead_id and e.id = p.entry_id
         where p.lead_id = new.lead_id and p.invoice_id = new.id and p.tenant_id = new.tenant_id) then
    raise exception 'only an invoice on which nothing was done can be voided' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create constraint trigger void_is_clean after update on invoice
  deferrable initially deferred for each row execute function app.void_is_clean();
