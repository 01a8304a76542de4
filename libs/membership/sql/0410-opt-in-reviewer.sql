-- Who began the lead authority's review, so that the body knows whom to ask.
alter table opt_in add column review_started_by uuid;
