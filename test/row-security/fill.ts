import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { escapeIdentifier, type Client } from 'pg';
import { readTables, type Table } from './catalogue.js';

/** A member and its lead authority; two of them have nothing to do with each other. */
export interface Side {
  readonly tenantId: string;
  readonly leadId: string;
}

export interface Row {
  readonly columns: readonly string[];
  readonly values: readonly unknown[];
}

const makers: Readonly<Record<string, () => unknown>> = {
  uuid: () => randomUUID(),
  text: () => `x${randomBytes(8).toString('hex')}`,
  bigint: () => randomInt(1, 1_000_000_000),
  integer: () => randomInt(1, 1_000_000_000),
  smallint: () => randomInt(1, 30_000),
  numeric: () => '1',
  boolean: () => true,
  date: () => '2026-05-01',
  'timestamp with time zone': () => '2026-05-01T09:00:00Z',
  jsonb: () => '{}',
  bytea: () => randomBytes(32),
  'text[]': () => '{}',
};

/** A row that belongs to one side, with a value in every column that needs one. Of what may be published: a draft. */
export function rowFor(table: Table, side: Side): Row {
  const own: Readonly<Record<string, unknown>> =
    table.kind === 'tenant' || table.kind === 'witness'
      ? { tenant_id: side.tenantId, lead_id: side.leadId }
      : table.kind === 'lead'
        ? { lead_id: side.leadId }
        : table.kind === 'public'
          ? { lead_id: side.leadId, published: false }
          : {};
  const columns = table.columns.filter(
    ({ name, required }) => required || name in own || table.primaryKey.includes(name),
  );
  return {
    columns: columns.map(({ name }) => name),
    values: columns.map(({ name, type }) => {
      if (name in own) return own[name];
      const make = makers[type];
      if (!make) throw new Error(`no value is known for ${table.name}.${name} of type ${type}`);
      return make();
    }),
  };
}

export function insertText(table: Table, row: Row): string {
  const marks = row.columns.map((_, i) => `$${i + 1}`);
  return `insert into ${escapeIdentifier(table.name)} (${row.columns.map(escapeIdentifier).join(', ')}) values (${marks.join(', ')})`;
}

/** Tables that are shown to nobody without context: all but what is open to all and what has one row for ever. */
export async function walledTables(client: Client): Promise<readonly Table[]> {
  return (await readTables(client)).filter(({ kind }) => kind !== null && kind !== 'plumbing');
}

/**
 * Puts a row of each side into every table. The rules of the business are switched off on this copy of the database,
 * so that what refuses a statement is the wall and nothing else.
 */
export async function fill(
  client: Client,
  sides: readonly Side[],
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const tables = await walledTables(client);
  const rows = new Map<string, readonly Row[]>();
  await client.query(`do $$ declare one record; begin
    for one in select k.conrelid::regclass as at, k.conname as name from pg_constraint k
               where k.contype in ('c', 'f') and k.connamespace = 'public'::regnamespace
                 and k.coninhcount = 0 and k.conparentid = 0
    loop execute format('alter table %s drop constraint %I', one.at, one.name); end loop;
  end $$`);
  for (const table of tables) {
    await client.query(`alter table ${escapeIdentifier(table.name)} disable trigger user`);
    // A table with one row at most, or of nobody in particular, gets one.
    const count = table.kind === 'system' ? 1 : sides.length;
    const made = sides.slice(0, count).map((side) => rowFor(table, side));
    await client.query('set session_replication_role = replica');
    for (const row of made) await client.query(insertText(table, row), [...row.values]);
    await client.query('reset session_replication_role');
    rows.set(table.name, made);
  }
  return rows;
}
