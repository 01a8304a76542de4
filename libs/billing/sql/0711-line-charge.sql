-- What makes a line due, so that a document says it by itself.
alter table invoice_line add column charge text not null default 'USAGE' check (charge in ('USAGE', 'RECURRING', 'ONE_TIME'));
