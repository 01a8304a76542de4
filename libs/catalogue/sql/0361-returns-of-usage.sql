-- Usage returns are for what is metered.
alter table meter add constraint meter_fed check (charge = 'USAGE' or fed_by = 'EVENTS');
