-- Money that Stripe collected is a receipt like any other, once for each payment of Stripe's. No person recorded it.
alter table receipt add column stripe_payment_id text check (length(stripe_payment_id) between 1 and 255);
alter table receipt alter column recorded_by drop not null;
alter table receipt add constraint receipt_recorded_by check ((recorded_by is null) = (stripe_payment_id is not null));
alter table receipt add constraint receipt_stripe_payment unique (lead_id, stripe_payment_id);
alter table receipt_allocation drop constraint receipt_allocation_matched_by_check;
alter table receipt_allocation add constraint receipt_allocation_matched_by_check
  check (matched_by in ('REFERENCE', 'PERSON', 'STRIPE'));

-- An allocation whose money was taken back: what it settled is owed again. Once for an allocation.
create table allocation_reversal (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  allocation_id uuid not null,
  amount_pence bigint not null check (amount_pence > 0),
  -- In Stripe's words, such as insufficient_funds.
  reason text not null check (length(reason) between 1 and 100),
  reversed_at timestamptz not null,
  primary key (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, allocation_id) references receipt_allocation (tenant_id, lead_id, id),
  constraint allocation_reversal_once unique (tenant_id, lead_id, allocation_id)
);
select app.tenant_table('allocation_reversal', 'select, insert');
select app.append_only('allocation_reversal');

-- How a member pays a lead authority; without a row by BACS, to the lead authority's own account.
create table payment_choice (
  tenant_id uuid not null,
  lead_id uuid not null,
  method text not null check (method in ('BACS_TRANSFER', 'STRIPE_BANK_TRANSFER', 'STRIPE_BACS_DEBIT')),
  chosen_at timestamptz not null,
  chosen_by uuid not null,
  primary key (tenant_id, lead_id)
);
select app.tenant_table('payment_choice', 'select, insert, update');

-- A member as Stripe knows it, one for each lead authority. The mandate lets Stripe debit the member's account.
create table stripe_customer (
  tenant_id uuid not null,
  lead_id uuid not null,
  customer_id text,
  -- Where a bank transfer goes.
  account_name text,
  sort_code text,
  account_number text,
  mandate_state text not null default 'NONE' check (mandate_state in ('NONE', 'ASKED', 'ACTIVE')),
  -- Counts the pages that were asked for: one that ran out is followed by another.
  mandate_round integer not null default 0 check (mandate_round >= 0),
  setup_session_id text,
  setup_url text,
  payment_method_id text,
  tries integer not null default 0,
  -- When to look again; null when there is nothing to look for.
  look_at timestamptz,
  primary key (tenant_id, lead_id),
  constraint stripe_customer_mandate check ((mandate_state = 'ACTIVE') = (payment_method_id is not null))
);
select app.tenant_table('stripe_customer', 'select, insert, update');

-- An issued invoice as Stripe has it, so that Stripe can collect it. What is owed stands in the ledger.
create table stripe_invoice (
  tenant_id uuid not null,
  lead_id uuid not null,
  invoice_id uuid not null,
  method text not null check (method in ('STRIPE_BANK_TRANSFER', 'STRIPE_BACS_DEBIT')),
  state text not null check (state in ('WANTED', 'OPEN', 'PAID', 'REVERSED', 'VOID', 'REFUSED')),
  amount_pence bigint not null check (amount_pence > 0),
  stripe_invoice_id text,
  refusal text,
  tries integer not null default 0,
  look_at timestamptz,
  made_at timestamptz not null,
  primary key (tenant_id, lead_id, invoice_id),
  foreign key (tenant_id, lead_id, invoice_id) references invoice (tenant_id, lead_id, id),
  constraint stripe_invoice_named check (state in ('WANTED', 'REFUSED') or stripe_invoice_id is not null),
  constraint stripe_invoice_refused check ((state = 'REFUSED') = (refusal is not null))
);
create index stripe_invoice_due on stripe_invoice (lead_id, look_at) where look_at is not null;
select app.tenant_table('stripe_invoice', 'select, insert, update');

-- Which receipt each payment of Stripe's for an invoice became.
create table stripe_payment (
  tenant_id uuid not null,
  lead_id uuid not null,
  stripe_payment_id text not null,
  invoice_id uuid not null,
  receipt_id uuid not null,
  primary key (tenant_id, lead_id, stripe_payment_id),
  foreign key (tenant_id, lead_id, invoice_id) references stripe_invoice (tenant_id, lead_id, invoice_id),
  foreign key (lead_id, receipt_id) references receipt (lead_id, id)
);
create index stripe_payment_by_receipt on stripe_payment (lead_id, receipt_id);
select app.tenant_table('stripe_payment', 'select, insert');
select app.append_only('stripe_payment');

-- A direct debit that was, or is to be, asked for.
create table payment_attempt (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  invoice_id uuid not null,
  number integer not null check (number > 0),
  amount_pence bigint not null check (amount_pence > 0),
  state text not null check (state in ('WANTED', 'PROCESSING', 'SUCCEEDED', 'FAILED', 'REVERSED')),
  payment_intent_id text,
  reason text,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, invoice_id) references stripe_invoice (tenant_id, lead_id, invoice_id),
  constraint payment_attempt_number unique (tenant_id, lead_id, invoice_id, number),
  constraint payment_attempt_ended check ((state in ('WANTED', 'PROCESSING')) = (ended_at is null))
);
-- At most one that may still take money.
create unique index payment_attempt_open on payment_attempt (tenant_id, lead_id, invoice_id) where ended_at is null;
select app.tenant_table('payment_attempt', 'select, insert, update');

-- What Stripe was asked to do, written before it is asked: the same key and the same words whenever it is asked again.
create table stripe_call (
  tenant_id uuid not null,
  lead_id uuid not null,
  operation text not null,
  -- What it is for: an invoice, an attempt, or the member itself.
  subject_id uuid not null,
  -- Another round has another key: only when a look showed that the round before did nothing.
  round integer not null default 1 check (round > 0),
  idempotency_key text not null,
  params jsonb not null,
  state text not null check (state in ('ASKED', 'UNKNOWN', 'DONE', 'REFUSED')),
  tries integer not null check (tries > 0),
  round_began_at timestamptz not null,
  -- Stripe keeps its answer to a key, even when that is a fault: asking with it again is of no use.
  answer_is_stuck boolean not null default false,
  stripe_id text,
  refusal text,
  primary key (tenant_id, lead_id, operation, subject_id),
  constraint stripe_call_key unique (tenant_id, lead_id, idempotency_key),
  constraint stripe_call_done check ((state = 'DONE') = (stripe_id is not null)),
  constraint stripe_call_refused check ((state = 'REFUSED') = (refusal is not null))
);
select app.tenant_table('stripe_call', 'select, insert, update');

-- Whose a thing of Stripe's is: what comes in through the webhook names nothing of ours that could be believed.
create table stripe_object (
  stripe_id text primary key check (length(stripe_id) between 1 and 255),
  tenant_id uuid not null,
  lead_id uuid not null,
  -- Null for a customer, and for the page that asks for its mandate.
  invoice_id uuid
);
select app.system_table('stripe_object', 'select, insert');

-- The lead authorities of which a member has chosen Stripe: there is nothing to look after for others.
-- While Stripe cannot be reached for one, all of its work is put off, so that other work waits for no answer.
create table stripe_lead (
  lead_id uuid primary key,
  tries integer not null default 0,
  look_at timestamptz
);
select app.system_table('stripe_lead', 'select, insert, update');

-- What Stripe told, once for each event: ids only. What has happened is read from Stripe, whatever the event says.
create table stripe_event (
  event_id text primary key check (length(event_id) between 1 and 255),
  type text not null check (length(type) between 1 and 200),
  object_id text,
  told_at timestamptz not null,
  received_at timestamptz not null,
  state text not null check (state in ('WAITING', 'APPLIED', 'IGNORED')),
  tries integer not null default 0,
  look_at timestamptz,
  constraint stripe_event_waiting check ((state = 'WAITING') = (look_at is not null))
);
create index stripe_event_due on stripe_event (look_at) where state = 'WAITING';
select app.system_table('stripe_event', 'select, insert, update');

-- Stripe's list against ours, once a day.
create table stripe_reconciliation (
  lead_id uuid not null,
  id uuid not null,
  day date not null,
  made_at timestamptz not null,
  invoices integer not null check (invoices >= 0),
  payments integer not null check (payments >= 0),
  primary key (lead_id, id),
  constraint stripe_reconciliation_day unique (lead_id, day)
);
create table stripe_difference (
  lead_id uuid not null,
  reconciliation_id uuid not null,
  number integer not null check (number > 0),
  kind text not null check (kind in ('MISSING_HERE', 'MISSING_THERE', 'AMOUNT_DIFFERS', 'PAID_TWICE', 'NOT_REVERSED_HERE')),
  member_id uuid,
  invoice_id uuid,
  stripe_id text,
  here_pence bigint,
  there_pence bigint,
  primary key (lead_id, reconciliation_id, number),
  foreign key (lead_id, reconciliation_id) references stripe_reconciliation (lead_id, id)
);
select app.lead_table('stripe_reconciliation', 'select, insert');
select app.lead_table('stripe_difference', 'select, insert');
select app.append_only('stripe_reconciliation');
select app.append_only('stripe_difference');
