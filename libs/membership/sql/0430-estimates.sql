-- What a year of services would cost at the prices of one day. It is nobody's in particular: whoever holds its id reads
-- it, and so only through a door. Without a lead authority of its own it names its framework by id alone.
create table estimate (
  id uuid primary key,
  framework_id uuid not null,
  body_id uuid references body (id),
  saved_on date not null,
  saved_at timestamptz not null,
  -- What was entered, and what came of it with the price versions that were used: the figures stay for ever.
  volumes jsonb not null,
  lines jsonb not null,
  net_pence bigint not null check (net_pence >= 0),
  vat_pence bigint not null check (vat_pence >= 0),
  gross_pence bigint not null,
  constraint estimate_gross check (gross_pence = net_pence + vat_pence)
);
select app.system_table('estimate', 'select, insert');
select app.append_only('estimate');
