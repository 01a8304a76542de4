-- How a lead authority looks on its pages: public, and the lead authority's own to change.
create table lead_authority_brand (
  lead_id uuid primary key references lead_authority (lead_id),
  published boolean not null default true,
  name text not null check (length(name) between 1 and 100),
  colour text not null check (colour ~ '^#[0-9a-f]{6}$'),
  changed_at timestamptz not null
);
select app.public_table('lead_authority_brand', 'select, insert, update');
