-- What the ledger says of each invoice, for lists that choose and add up by it: what invoiceBalanceOf adds up for one.
-- It shows nobody more than the postings below it do.
create view invoice_balance with (security_invoker = true) as
  select p.tenant_id, p.lead_id, p.invoice_id,
    coalesce(sum(p.amount_pence) filter (where e.kind = 'INVOICE'), 0) as invoiced_pence,
    coalesce(-sum(p.amount_pence) filter (where e.kind = 'CREDIT_NOTE'), 0) as credited_pence,
    coalesce(-sum(p.amount_pence) filter (where e.kind = 'ALLOCATION'), 0) as paid_pence,
    sum(p.amount_pence) as outstanding_pence
  from posting p
  join journal_entry e on e.tenant_id = p.tenant_id and e.lead_id = p.lead_id and e.id = p.entry_id
  where p.account = 'RECEIVABLE'
  group by p.tenant_id, p.lead_id, p.invoice_id;
grant select on invoice_balance to accede_service;

-- A lead authority asks what all its members owe.
create index posting_by_lead on posting (lead_id, account);
