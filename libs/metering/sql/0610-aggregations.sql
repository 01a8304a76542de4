-- What a meter of different values counts: SHA-256 of the value with the lead authority, never the value itself. Where
-- it stands in its chain of corrections tells which value holds: several may come with one receipt.
alter table usage_record
  add column value_digest bytea check (octet_length(value_digest) = 32),
  add column correction integer check (correction > 0);
alter table usage_record add constraint usage_record_correction_number
  check (correction is null or original_event_id is not null);
