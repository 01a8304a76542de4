-- The trail of one framework, offering or price, as tenant_audit_by_subject is for what concerns a tenant.
create index lead_audit_by_subject on lead_audit (lead_id, subject_kind, subject_id);
