-- for_order: the one purchase order that an invoice is for, where its member wants one invoice for each.
-- warnings: [{code, message}], what both finance sides should know before it is issued.
alter table invoice add column for_order text check (length(for_order) between 1 and 50);
alter table invoice add column warnings jsonb not null default '[]';
-- One live draft per tenant, run and purchase order: two runs at once still make one set of invoices.
drop index invoice_one_draft;
create unique index invoice_one_draft on invoice (tenant_id, lead_id, run_id, for_order) nulls not distinct where state = 'DRAFT';

-- How a member wants to be invoiced by a lead authority; without a row in one invoice a month.
create table invoice_grouping (
  tenant_id uuid not null,
  lead_id uuid not null,
  grouping_kind text not null check (grouping_kind in ('CONSOLIDATED', 'PER_ORDER')),
  chosen_at timestamptz not null,
  chosen_by uuid not null,
  primary key (tenant_id, lead_id)
);
select app.tenant_table('invoice_grouping', 'select, insert, update');

-- What a lead authority settles about its bills; without a row every bill is drafted, however small. Its members work
-- out their bills with it, so it is public.
create table billing_setting (
  lead_id uuid primary key,
  published boolean not null default true,
  smallest_invoice_pence bigint not null check (smallest_invoice_pence >= 0),
  changed_at timestamptz not null,
  changed_by uuid not null
);
select app.public_table('billing_setting', 'select, insert, update');
