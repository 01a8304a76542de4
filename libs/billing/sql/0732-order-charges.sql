-- The purchase order that an issued line is charged to, as it was when the invoice was issued: what an order has left
-- is its value less these lines, less what was credited on them.
create table order_charge (
  tenant_id uuid not null,
  lead_id uuid not null,
  invoice_line_id uuid not null,
  purchase_order_id uuid not null,
  primary key (tenant_id, lead_id, invoice_line_id),
  foreign key (tenant_id, lead_id, invoice_line_id) references invoice_line (tenant_id, lead_id, id),
  foreign key (tenant_id, lead_id, purchase_order_id) references purchase_order (tenant_id, lead_id, id)
);
create index order_charge_by_order on order_charge (tenant_id, lead_id, purchase_order_id);
select app.tenant_table('order_charge', 'select, insert');

-- What is issued already: the order whose number the invoice quotes for the line's call-off and that covers its days.
-- Even the owner sees rows only with these settings, a tenant at a time.
do $$ declare one record; begin
  for one in select id from body loop
    perform set_config('app.tenant_id', one.id::text, true), set_config('app.tenant_ids', array[one.id]::text, true);
    insert into order_charge (tenant_id, lead_id, invoice_line_id, purchase_order_id)
    select distinct on (l.tenant_id, l.lead_id, l.id) l.tenant_id, l.lead_id, l.id, o.id
    from invoice i
    join invoice_line l on (l.tenant_id, l.lead_id, l.invoice_id) = (i.tenant_id, i.lead_id, i.id)
    cross join lateral jsonb_to_recordset(i.purchase_orders) as quoted("callOffId" uuid, number text)
    join purchase_order o on (o.tenant_id, o.lead_id, o.call_off_id) = (l.tenant_id, l.lead_id, l.call_off_id)
    where i.number is not null and quoted."callOffId" = l.call_off_id and quoted.number is not distinct from o.number
      and o.starts_on < l.period_end and (o.ends_on is null or o.ends_on >= l.period_end - 1)
    order by l.tenant_id, l.lead_id, l.id, o.recorded_at desc, o.id desc;
  end loop;
  perform set_config('app.tenant_id', '', true), set_config('app.tenant_ids', '', true);
end $$;
select app.append_only('order_charge');
