-- Double entry, append-only: the truth about who owes what. Amounts in pence, debit positive, credit negative.
-- Books are a member's under a lead authority; the lead authority's own (BANK, SUSPENSE) have tenant_id = lead_id.
create table journal_entry (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('INVOICE', 'CREDIT_NOTE', 'RECEIPT', 'ALLOCATION')),
  document_id uuid not null,
  posted_at timestamptz not null,
  posted_on date not null,
  memo text not null check (length(memo) between 1 and 300),
  primary key (tenant_id, lead_id, id),
  -- A document posts once.
  constraint journal_entry_once unique (tenant_id, lead_id, kind, document_id)
);
create table posting (
  tenant_id uuid not null,
  lead_id uuid not null,
  entry_id uuid not null,
  line_number integer not null,
  account text not null check (account in ('RECEIVABLE', 'INCOME', 'VAT_OUTPUT', 'BANK', 'ON_ACCOUNT', 'SUSPENSE')),
  invoice_id uuid,
  amount_pence bigint not null check (amount_pence <> 0),
  primary key (tenant_id, lead_id, entry_id, line_number),
  foreign key (tenant_id, lead_id, entry_id) references journal_entry (tenant_id, lead_id, id),
  constraint posting_receivable_of_invoice check ((account = 'RECEIVABLE') = (invoice_id is not null))
);
create index posting_by_invoice on posting (lead_id, invoice_id) where invoice_id is not null;
create index posting_by_account on posting (tenant_id, lead_id, account);
create index journal_entry_by_document on journal_entry (lead_id, document_id);

-- Checked at commit: an entry has at least two postings and they sum to zero. Two functions, because a
-- trigger's row has the columns of its own table.
create function app.assert_entry_balances(tenant uuid, lead uuid, entry uuid) returns void language plpgsql as $$
declare total bigint; lines bigint;
begin
  select coalesce(sum(amount_pence), 0), count(*) into total, lines from posting
    where tenant_id = tenant and lead_id = lead and entry_id = entry;
  if total <> 0 or lines < 2 then
    raise exception 'journal entry does not balance' using errcode = 'check_violation';
  end if;
end $$;
create function app.posting_balances() returns trigger language plpgsql as $$
begin perform app.assert_entry_balances(new.tenant_id, new.lead_id, new.entry_id); return null; end $$;
create function app.journal_entry_balances() returns trigger language plpgsql as $$
begin perform app.assert_entry_balances(new.tenant_id, new.lead_id, new.id); return null; end $$;
create constraint trigger posting_balances after insert on posting
  deferrable initially deferred for each row execute function app.posting_balances();
create constraint trigger journal_entry_balances after insert on journal_entry
  deferrable initially deferred for each row execute function app.journal_entry_balances();
select app.tenant_table('journal_entry', 'select, insert');
select app.tenant_table('posting', 'select, insert');
select app.append_only('journal_entry');
select app.append_only('posting');
