import pg from 'pg';
import { CONTENTS } from '../onlooker.js';

/** A part of the database that belongs to somebody: a tenant, a tenant under one lead authority, or a lead authority. */
export interface Owner {
  readonly name: string;
  readonly tenantId: string | null;
  readonly leadId: string | null;
  /** Whose own details and roles it is. */
  readonly personIds: readonly string[];
}

/** Tables of nobody's business data: digests, plumbing, and what anyone may add to without an account. */
const NOBODYS = new Set([
  'clock_setting',
  'estimate',
  'idempotency_receipt',
  'job',
  'platform_audit',
  'platform_audit_head',
  'schema_migration',
  'sign_in_code',
  'stripe_event',
]);

/** Tables without tenant or lead: the column by which their rows are somebody's. */
const BY_BODY: Readonly<Record<string, string>> = { role_assignment: 'body_id', workspace: 'body_id' };
const BY_PERSON: Readonly<Record<string, string>> = {
  person: 'id',
  person_contact: 'person_id',
  session: 'person_id',
};

interface Table {
  readonly name: string;
  readonly has_tenant: boolean;
  readonly has_lead: boolean;
}

/** The rows of one table that are the same body's under the same lead authority, or the same person's. */
interface Digest {
  readonly name: string;
  readonly body: string | null;
  readonly lead: string | null;
  readonly person: string | null;
  readonly digest: string;
}
type Digests = ReadonlyMap<string, Digest>;

/** Digests of all rows of all tables, by whose they are. */
export class Checksums {
  private latest: Digests | null = null;

  private constructor(
    private readonly client: pg.Client,
    private readonly owners: readonly Owner[],
    private readonly text: string,
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
    const tables = rows.filter(({ name }) => !NOBODYS.has(name));
    const unknown = tables.filter((table) => keyOf(table) === null).map(({ name }) => name);
    if (unknown.length > 0)
      throw new Error(`whose are the rows of ${unknown.join(', ')}? Say it in checksums.ts`);
    return new Checksums(client, owners, tables.map(digestsOf).join(' union all '));
  }

  /** What was taken last: right while whoever changes rows takes again afterwards. */
  async last(): Promise<Digests> {
    return this.latest ?? this.take();
  }

  async take(): Promise<Digests> {
    const { rows } = await this.client.query<Digest>({ name: 'checksums', text: this.text });
    this.latest = new Map(rows.map((row) => [`${row.name} ${row.body} ${row.lead} ${row.person}`, row]));
    return this.latest;
  }

  /** The tables of these owners whose rows differ, as `owner.table`. */
  changed(before: Digests, after: Digests, names: readonly string[]): string[] {
    const differing = [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
      const [was, is] = [before.get(key), after.get(key)];
      const known = was ?? is;
      return known === undefined || was?.digest === is?.digest ? [] : [known];
    });
    const owners = this.owners.filter(({ name }) => names.includes(name));
    return [
      ...new Set(
        owners.flatMap((owner) =>
          differing.filter((digest) => isOf(digest, owner)).map(({ name }) => `${owner.name}.${name}`),
        ),
      ),
    ];
  }

  close(): Promise<void> {
    return this.client.end();
  }
}

/** The columns that say whose a row is: a body, the lead authority that it stands under, a person. */
const keyOf = ({ name, has_tenant, has_lead }: Table): readonly [string, string, string] | null => {
  const none = 'null::uuid';
  if (has_tenant) return ['tenant_id', 'lead_id', none];
  if (name === 'usage_key') return ['body_id', 'lead_id', none];
  if (has_lead) return ['lead_id', 'lead_id', none];
  if (BY_BODY[name]) return [BY_BODY[name], none, none];
  return BY_PERSON[name] ? [none, none, BY_PERSON[name]] : null;
};

const digestsOf = (table: Table): string => {
  const [body, lead, person] = keyOf(table) ?? ['', '', ''];
  return `select '${table.name}' as name, ${body} as body, ${lead} as lead, ${person} as person,
    ${CONTENTS} as digest from "${table.name}" t group by 2, 3, 4`;
};

/** A whole tenant has all that is the body's; a part of one has what stands under its lead authority. */
const isOf = ({ name, body, lead, person }: Digest, { tenantId, leadId, personIds }: Owner): boolean => {
  if (person !== null) return personIds.includes(person);
  if (body === null || body !== (tenantId ?? leadId)) return false;
  if (tenantId !== null && leadId !== null) return lead === leadId;
  return leadId === null || lead === leadId || name in BY_BODY;
};
