import type { Client } from 'pg';

/** The kinds of table, as the migrations' `app.…_table` functions declare them in a table's comment. */
export const kinds = ['tenant', 'witness', 'lead', 'public', 'system', 'plumbing'] as const;
export type Kind = (typeof kinds)[number];

export interface Policy {
  readonly name: string;
  readonly command: string;
  readonly permissive: string;
  readonly roles: string;
  readonly using: string | null;
  readonly check: string | null;
}

export interface Key {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface ForeignKey extends Key {
  readonly to: string;
  readonly toColumns: readonly string[];
}

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

export interface Table {
  readonly name: string;
  readonly comment: string | null;
  /** Null when the comment names none of the kinds. */
  readonly kind: Kind | null;
  readonly owner: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly columns: readonly Column[];
  readonly primaryKey: readonly string[];
  readonly uniques: readonly Key[];
  readonly foreignKeys: readonly ForeignKey[];
  readonly policies: readonly Policy[];
}

/** SQL for the names of a table's columns, in the order of a key. */
const columnsOf = (relation: string, numbers: string): string =>
  `(select jsonb_agg(n_a.attname order by n.place) from unnest(${numbers}) with ordinality n(number, place)
    join pg_attribute n_a on n_a.attrelid = ${relation} and n_a.attnum = n.number)`;

const TABLES = `
  select c.relname as name, obj_description(c.oid, 'pg_class') as comment, c.relowner::regrole::text as owner,
    c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
    (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                                         'required', a.attnotnull and not a.atthasdef) order by a.attnum)
     from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select ${columnsOf('c.oid', 'k.conkey')} from pg_constraint k
              where k.conrelid = c.oid and k.contype = 'p'), '[]') as "primaryKey",
    coalesce((select jsonb_agg(jsonb_build_object('name', i.indexrelid::regclass::text, 'columns', ${columnsOf('c.oid', 'i.indkey::int2[]')}))
              from pg_index i where i.indrelid = c.oid and i.indisunique), '[]') as uniques,
    coalesce((select jsonb_agg(jsonb_build_object('name', k.conname, 'columns', ${columnsOf('c.oid', 'k.conkey')},
                       'to', k.confrelid::regclass::text, 'toColumns', ${columnsOf('k.confrelid', 'k.confkey')}))
              from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'), '[]') as "foreignKeys",
    coalesce((select jsonb_agg(jsonb_build_object('name', p.policyname, 'command', p.cmd, 'permissive', p.permissive,
                       'roles', p.roles::text, 'using', p.qual, 'check', p.with_check) order by p.policyname)
              from pg_policies p where p.schemaname = 'public' and p.tablename = c.relname), '[]') as policies
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname`;

type Row = Omit<Table, 'kind'>;

/** Every table of the database but partitions, which have no face of their own. */
export async function readTables(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Row>(TABLES);
  return rows.map((row) => ({
    ...row,
    kind: kinds.find((kind) => row.comment === `kind: ${kind}`) ?? null,
  }));
}
