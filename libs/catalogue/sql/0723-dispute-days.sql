-- How long after it received an invoice a member may dispute a line of it. An error may be reported at any time.
alter table framework add column dispute_days integer not null default 30 check (dispute_days between 1 and 365);
