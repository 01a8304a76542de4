-- Files that are evidence: produced documents and uploads, with their digest. Content never changes.
create table document (
  tenant_id uuid not null,
  lead_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('AGREEMENT', 'EVIDENCE', 'INVOICE')),
  file_name text not null check (length(file_name) between 1 and 200),
  media_type text not null,
  size_bytes integer not null check (size_bytes > 0 and size_bytes <= 10485760),
  sha256 bytea not null check (octet_length(sha256) = 32),
  content bytea not null,
  stored_at timestamptz not null,
  stored_by uuid,
  primary key (tenant_id, lead_id, id),
  constraint document_size check (octet_length(content) = size_bytes)
);
select app.tenant_table('document', 'select, insert');
select app.append_only('document');
