-- How long before it leaves a member must say so. Agreements of the kind ask for 6 months.
alter table framework add column notice_months integer not null default 6 check (notice_months between 0 and 60);
