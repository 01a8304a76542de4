-- How soon the lead authority reviews an opt-in: working days of England and Wales after it was submitted.
alter table framework add column review_working_days integer not null default 5
  check (review_working_days between 1 and 60);
