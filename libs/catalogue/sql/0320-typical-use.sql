-- What a body of 1,000 residents typically uses in a year, so that an estimate has figures to begin with.
alter table meter add column typical_per_thousand numeric check (typical_per_thousand >= 0);
