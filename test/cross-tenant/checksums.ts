import pg from 'pg';

/** A part of the database that belongs to somebody: a tenant, a tenant under one lead authority, or a lead authority. */
export interface Owner {
  readonly name: string;
  readonly tenantId: string | null;
  readonly leadId: string | null;
  /** Whose own details and roles it is. */
  readonly personIds: readonly string[];
}

/** Tables of nobody's business data: digests, plumbing, and what a sign-in by anyone may add to. */
const NOBODYS = new Set([
  'clock_setting',
  'idempotency_receipt',
  'job',
  'platform_audit',
  'platform_audit_head',
  'schema_migration',
  'sign_in_code',
]);

/** Tables without tenant or lead: how their rows are told apart. $1 is a body, $2 are people. */
const BY_BODY: Readonly<Record<string, string>> = {
  role_assignment: 'body_id = $1',
  workspace: 'body_id = $1',
};
const BY_PERSON: Readonly<Record<string, string>> = {
  person: 'id = any($2)',
  person_contact: 'person_id = any($2)',
  session: 'person_id = any($2)',
};

interface Table {
  readonly name: string;
  readonly has_tenant: boolean;
  readonly has_lead: boolean;
}

/** Digests of the rows of each owner, of every table of the database. */
export class Checksums {
  private constructor(
    private readonly client: pg.Client,
    private readonly owners: readonly Owner[],
    private readonly tables: readonly Table[],
  ) {}

  static async open(adminUrl: string, owners: readonly Owner[]): Promise<Checksums> {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    const { rows } = await client.query<Table>(
      `select c.relname as name,
              bool_or(a.attname = 'tenant_id') as has_tenant, bool_or(a.attname = 'lead_id') as has_lead
       from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
       where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0
       group by 1 order by 1`,
    );
    const unknown = rows.filter(
      ({ name, has_tenant, has_lead }) =>
        !has_tenant && !has_lead && !NOBODYS.has(name) && !(name in BY_BODY) && !(name in BY_PERSON),
    );
    if (unknown.length > 0)
      throw new Error(
        `whose are the rows of ${unknown.map(({ name }) => name).join(', ')}? Say it in checksums.ts`,
      );
    return new Checksums(
      client,
      owners,
      rows.filter(({ name }) => !NOBODYS.has(name)),
    );
  }

  /** A digest for each table of each owner. */
  async take(): Promise<ReadonlyMap<string, string>> {
    const taken = new Map<string, string>();
    for (const owner of this.owners) {
      const parts = this.tables.flatMap((table) => {
        const where = rowsOf(table, owner);
        return where === null
          ? []
          : [
              `select '${table.name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from "${table.name}" t where ${where}`,
            ];
      });
      const body = owner.tenantId ?? owner.leadId;
      const text = `select name, digest from (${parts.join(' union all ')}) rows where ($1::uuid is null or true) and $2::uuid[] is not null`;
      const { rows } = await this.client.query<{ name: string; digest: string }>(text, [
        body,
        owner.personIds,
      ]);
      for (const { name, digest } of rows) taken.set(`${owner.name}.${name}`, digest);
    }
    return taken;
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

/** Whole bodies own their people and roles too; a part of a tenant's rows is that part alone. */
const rowsOf = ({ name, has_tenant, has_lead }: Table, { tenantId, leadId }: Owner): string | null => {
  const body = tenantId ?? leadId;
  if (name in BY_PERSON) return BY_PERSON[name] ?? null;
  if (body === null) return null;
  const whole = tenantId === null || leadId === null;
  if (name in BY_BODY) return whole ? (BY_BODY[name] ?? null) : null;
  const underLead = leadId === null ? '' : ` and lead_id = '${leadId}'`;
  if (has_tenant) return `tenant_id = '${body}'${underLead}`;
  if (name === 'usage_key') return `body_id = '${body}'${underLead}`;
  return has_lead && tenantId === null ? `lead_id = '${body}'` : null;
};

/** The tables of these owners whose rows differ. */
export const changedRows = (
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  owners: readonly string[],
): string[] =>
  [...before.keys()].filter(
    (key) => owners.includes(key.slice(0, key.indexOf('.'))) && before.get(key) !== after.get(key),
  );
