-- SHA-256 over all that a member's drafts were worked out from when they were written last. A run that is prepared again
-- leaves a member alone whose facts are the same.
alter table billing_run_tenant add column facts_sha256 bytea check (octet_length(facts_sha256) = 32);
