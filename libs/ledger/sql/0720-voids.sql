-- A voided invoice is undone by an entry of its own, a document of the same id: the invoice's entry stays.
alter table journal_entry drop constraint journal_entry_kind_check;
alter table journal_entry add constraint journal_entry_kind_check
  check (kind in ('INVOICE', 'CREDIT_NOTE', 'RECEIPT', 'ALLOCATION', 'REVERSAL', 'VOID'));

create or replace view invoice_balance with (security_invoker = true) as
  select p.tenant_id, p.lead_id, p.invoice_id,
    coalesce(sum(p.amount_pence) filter (where e.kind in ('INVOICE', 'VOID')), 0) as invoiced_pence,
    coalesce(-sum(p.amount_pence) filter (where e.kind = 'CREDIT_NOTE'), 0) as credited_pence,
    coalesce(-sum(p.amount_pence) filter (where e.kind in ('ALLOCATION', 'REVERSAL')), 0) as paid_pence,
    sum(p.amount_pence) as outstanding_pence
  from posting p
  join journal_entry e on e.tenant_id = p.tenant_id and e.lead_id = p.lead_id and e.id = p.entry_id
  where p.account = 'RECEIVABLE'
  group by p.tenant_id, p.lead_id, p.invoice_id;
