-- A bank statement that was imported, so that the same file is never taken twice.
create table bank_statement (
  lead_id uuid not null,
  id uuid not null,
  file_name text not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  rows integer not null check (rows > 0),
  imported_at timestamptz not null,
  imported_by uuid not null,
  primary key (lead_id, id),
  constraint bank_statement_once unique (lead_id, sha256)
);
-- Money that came into the lead authority's account.
create table receipt (
  lead_id uuid not null,
  id uuid not null,
  statement_id uuid,
  statement_row integer,
  amount_pence bigint not null check (amount_pence > 0),
  -- Kept under the row's lock, so that allocations never exceed the receipt.
  allocated_pence bigint not null default 0,
  received_on date not null,
  payer text not null,
  reference text not null,
  recorded_at timestamptz not null,
  recorded_by uuid not null,
  primary key (lead_id, id),
  foreign key (lead_id, statement_id) references bank_statement (lead_id, id),
  constraint receipt_row unique (lead_id, statement_id, statement_row),
  constraint receipt_allocated check (allocated_pence between 0 and amount_pence)
);
select app.lead_table('bank_statement', 'select, insert');
select app.lead_table('receipt', 'select, insert');
grant update (allocated_pence) on receipt to accede_service;
-- What part of a receipt belongs to which tenant, and to which invoice (none: held on the tenant's account).
create table receipt_allocation (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  receipt_id uuid not null,
  invoice_id uuid,
  amount_pence bigint not null check (amount_pence > 0),
  received_on date not null,
  reference text not null,
  matched_by text not null check (matched_by in ('REFERENCE', 'PERSON')),
  allocated_at timestamptz not null,
  allocated_by uuid,
  primary key (tenant_id, lead_id, id),
  foreign key (lead_id, receipt_id) references receipt (lead_id, id),
  foreign key (tenant_id, lead_id, invoice_id) references invoice (tenant_id, lead_id, id)
);
create index receipt_allocation_by_receipt on receipt_allocation (lead_id, receipt_id);
create index receipt_allocation_by_invoice on receipt_allocation (tenant_id, lead_id, invoice_id);
select app.tenant_table('receipt_allocation', 'select, insert');
select app.append_only('receipt_allocation');
