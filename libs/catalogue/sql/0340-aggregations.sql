-- More ways in which the usage of a month becomes one quantity.
alter table meter drop constraint meter_aggregation_check;
alter table meter add constraint meter_aggregation_check
  check (aggregation in ('SUM', 'COUNT', 'MAX', 'LAST', 'UNIQUE', 'TIME_WEIGHTED'));
