-- How the usage of a meter comes: as events, or as one figure a month that a service manager files. Such a figure says
-- nothing of a number of events, or of when in the month they were.
alter table meter add column fed_by text not null default 'EVENTS' check (fed_by in ('EVENTS', 'RETURN'));
alter table meter add constraint meter_return_figure check (fed_by = 'EVENTS' or aggregation in ('SUM', 'MAX', 'LAST'));
-- By how many per cent over the mean of the three months before a month's usage is called a spike. 20 is our choice.
alter table framework add column spike_percent integer not null default 20 check (spike_percent between 1 and 1000);
