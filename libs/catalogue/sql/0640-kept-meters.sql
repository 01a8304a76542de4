-- A meter that another part of the service keeps by itself: nobody else sends usage for it or changes its price.
alter table meter add column kept_by text check (kept_by in ('COST_SHARING'));
