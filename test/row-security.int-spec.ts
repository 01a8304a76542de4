import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from './database.js';
import { readTables, type Table } from './row-security/catalogue.js';
import { fill, walledTables, type Row, type Side } from './row-security/fill.js';
import { committedGrants, grantFindings } from './row-security/grant-checks.js';
import { otherFindings } from './row-security/other-checks.js';
import { probe } from './row-security/probe.js';
import { tableFindings } from './row-security/table-checks.js';

const side = (): Side => ({ tenantId: randomUUID(), leadId: randomUUID() });
const sides = [side(), side()] as const;

/** Two copies: one as the migrations made it, one with rows in every table and the rules of the business off. */
let pristine: TestDatabase;
let filled: TestDatabase;
let admin: Client;
let filledAdmin: Client;
let tables: readonly Table[];
let rows: ReadonlyMap<string, readonly Row[]>;

const connect = async (url: string): Promise<Client> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
};

beforeAll(async () => {
  pristine = await createTestDatabase();
  filled = await createTestDatabase();
  admin = await connect(pristine.adminUrl);
  filledAdmin = await connect(filled.adminUrl);
  rows = await fill(filledAdmin, sides);
  tables = await walledTables(filledAdmin);
});
afterAll(async () => {
  await admin.end();
  await filledAdmin.end();
  await pristine.drop();
  await filled.drop();
});

const findings = async (client: Client): Promise<readonly string[]> => [
  ...(await tableFindings(client)),
  ...(await grantFindings(client, committedGrants())),
  ...(await otherFindings(client)),
];

describe('the wall between tenants', () => {
  it('stands round every table: kinds, keys, policies, grants, and no way past them', async () => {
    expect(await findings(admin)).toEqual([]);
  });

  it('is looked at whole: every lib’s tables are there', async () => {
    const all = await readTables(admin);
    const count = (kind: string) => all.filter((table) => table.kind === kind).length;
    expect(count('tenant')).toBeGreaterThan(20);
    expect(count('lead')).toBeGreaterThan(5);
    expect(count('public')).toBeGreaterThan(8);
    expect(count('system')).toBeGreaterThan(7);
    expect(count('plumbing')).toBe(2);
  });

  it('has rows on both sides of it to be shown or not', async () => {
    for (const table of tables) {
      const { rows: found } = await filledAdmin.query<{ n: number }>(
        `select count(*)::int as n from "${table.name}"`,
      );
      expect([table.name, found[0]?.n]).toEqual([table.name, table.kind === 'system' ? 1 : 2]);
    }
  });

  it('shows, to the service’s login, no row to anyone but its owner, and takes none', async () => {
    const service = await connect(filled.appUrl);
    try {
      await service.query('begin');
      const probed = await probe(service, tables, rows, sides);
      await service.query('rollback');
      expect(probed.findings).toEqual([]);
      // Eight strangers, four deeds each, and at least one owner.
      expect(probed.attempts).toBeGreaterThan(tables.length * 33);
    } finally {
      await service.end();
    }
    // Some two thousand statements, one after the other, on a machine that may be busy.
  }, 120_000);
});

/** Each is planted, looked for, and taken back. */
const inTransaction = async <T>(client: Client, plant: string, look: () => Promise<T>): Promise<T> => {
  await client.query('begin');
  try {
    await client.query(plant);
    return await look();
  } finally {
    await client.query('rollback');
  }
};

describe('a planted fault is found by the checks', () => {
  const ALL_KINDS = `app.tenant_table('planted', 'select')`;
  it.each<[string, string, readonly string[]]>([
    [
      'a table of no kind',
      'create table planted (id uuid primary key)',
      ['planted: is of no declared kind (comment: none)'],
    ],
    [
      'a table of an unknown kind',
      `create table planted (id uuid primary key); comment on table planted is 'kind: open'`,
      ['planted: is of no declared kind (comment: kind: open)'],
    ],
    [
      'plumbing that is not on the list',
      `create table planted (id uuid primary key); select app.plumbing_table('planted', 'select')`,
      [
        'planted: is plumbing, which is open to all, and not on the list',
        'planted: select is not in grants.json',
      ],
    ],
    [
      'plumbing taken away',
      'drop table clock_setting',
      [
        'clock_setting: is on a list of this check and not in the database',
        'clock_setting: select is in grants.json and not granted',
      ],
    ],
    [
      'security switched off',
      'alter table invoice disable row level security',
      ['invoice: row-level security is not enabled'],
    ],
    [
      'security not forced',
      'alter table invoice no force row level security',
      ['invoice: row-level security is not forced on the owner'],
    ],
    ['a policy dropped', 'drop policy reads on invoice', ['invoice: has no policy "reads"']],
    [
      'a wide policy added',
      'create policy wide on invoice for select using (true)',
      ['invoice: has a policy too many, "wide"'],
    ],
    [
      'a policy made wide',
      'alter policy reads on invoice using (true)',
      ['invoice: policy "reads" is not of the kind\'s shape'],
    ],
    [
      'a check made wide',
      'alter policy writes on invoice with check (true)',
      ['invoice: policy "writes" is not of the kind\'s shape'],
    ],
    [
      'a policy for another setting',
      `alter policy reads on number_counter using (lead_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))`,
      ['number_counter: policy "reads" is not of the kind\'s shape'],
    ],
    [
      'a policy of one role',
      `drop policy reads on person; create policy reads on person for select to accede_service using ((select current_setting('app.door', true)) = 'system')`,
      ['person: policy "reads" is not of the kind\'s shape'],
    ],
    [
      'a restrictive policy in the place of the usual one',
      `drop policy reads on person; create policy reads on person as restrictive for select using ((select current_setting('app.door', true)) = 'system')`,
      ['person: policy "reads" is not of the kind\'s shape'],
    ],
    [
      'a kind that is not the table’s own',
      `comment on table usage_counter is 'kind: lead'`,
      [
        'usage_counter: primary key (tenant_id, lead_id) does not begin with (lead_id)',
        'usage_counter: policy "reads" is not of the kind\'s shape',
        'usage_counter: policy "writes" is not of the kind\'s shape',
      ],
    ],
    [
      'a tenant table whose key begins with an id',
      `create table planted (id uuid primary key, tenant_id uuid not null, lead_id uuid not null); select ${ALL_KINDS}`,
      [
        'planted: primary key (id) does not begin with (tenant_id, lead_id)',
        'planted: unique index planted_pkey reaches across tenants',
        'planted: select is not in grants.json',
      ],
    ],
    [
      'a tenant table without a key',
      `create table planted (tenant_id uuid not null, lead_id uuid not null); select ${ALL_KINDS}`,
      [
        'planted: primary key () does not begin with (tenant_id, lead_id)',
        'planted: select is not in grants.json',
      ],
    ],
    [
      'a unique index across tenants',
      'create unique index planted on invoice (number)',
      ['invoice: unique index planted reaches across tenants'],
    ],
    [
      'a foreign key that does not carry the tenant',
      `create unique index planted_lead on invoice (lead_id, id);
       alter table receipt_allocation add constraint planted foreign key (lead_id, invoice_id) references invoice (lead_id, id)`,
      ['receipt_allocation: foreign key planted to invoice does not begin with (tenant_id, lead_id)'],
    ],
    [
      'a foreign key that does not carry the lead authority',
      'alter table billing_run add column framework_id uuid, add constraint planted foreign key (framework_id) references framework (id)',
      ['billing_run: foreign key planted to framework does not begin with (lead_id)'],
    ],
    [
      'a grant too many',
      'grant update on document to accede_service',
      ['document: update is not in grants.json'],
    ],
    [
      'a grant for a column too many',
      'grant update (amount_pence) on posting to accede_service',
      ['posting: update (amount_pence) is not in grants.json'],
    ],
    [
      'a grant taken away',
      'revoke insert on document from accede_service',
      ['document: insert is in grants.json and not granted'],
    ],
    [
      'rows that may be deleted',
      'grant delete on posting to accede_service',
      ['posting: rows may be deleted', 'posting: delete is not in grants.json'],
    ],
    [
      'a table that may be emptied',
      'grant truncate on job to accede_service',
      ['job: truncate is granted to accede_service', 'job: truncate is not in grants.json'],
    ],
    [
      'keys that may be tried',
      'grant references on invoice to accede_service',
      ['invoice: references is granted to accede_service', 'invoice: references is not in grants.json'],
    ],
    ['a grant to everyone', 'grant select on body to public', ['body: select is granted to everyone']],
    [
      'a grant to the login itself',
      'grant select on invoice to accede_app',
      ['invoice: select is granted to accede_app'],
    ],
    [
      'a grant that may be handed on',
      'grant select on invoice to accede_service with grant option',
      ['invoice: select may be handed on by accede_service'],
    ],
    [
      'a grant on a partition',
      'grant select on usage_record_00 to accede_service',
      ['usage_record_00: select is granted on a partition', 'usage_record_00: select is not in grants.json'],
    ],
    [
      'a view that shows what its owner sees',
      'create view planted as select * from invoice',
      ['planted: a view shows what its owner sees; it is not security_invoker'],
    ],
    [
      'a materialized view',
      'create materialized view planted as select 1 as one',
      ['planted: a materialized view or foreign table has no policies'],
    ],
    [
      'a rule on a table',
      'create rule planted as on update to document do instead nothing',
      ['document: a rule rewrites what is asked of a table'],
    ],
    [
      'a function that acts as its owner',
      `create function app.planted() returns int language sql security definer return 1; revoke execute on function app.planted from public`,
      ['planted: a function acts as its owner (security definer)'],
    ],
    [
      'a function for everyone',
      'create function app.planted() returns int language sql return 1; grant execute on function app.planted to public',
      ['planted: everyone may call a function'],
    ],
    [
      'a table elsewhere',
      'create schema aside; create table aside.planted ()',
      ['aside.planted: a table lies outside the schema that is checked'],
    ],
    [
      'a schema for everyone',
      'grant usage on schema app to public',
      ['app: everyone may use the schema, or make things in it'],
    ],
    [
      'a schema to make things in',
      'grant create on schema public to public',
      [
        'public: everyone may use the schema, or make things in it',
        'public: the service may make things in the schema',
      ],
    ],
    [
      'a grant beforehand',
      'alter default privileges grant select on tables to accede_service',
      ['what will be made is granted to accede_service beforehand'],
    ],
    [
      'a grant beforehand to everyone',
      'alter default privileges in schema public grant select on tables to public',
      ['what will be made is granted to everyone beforehand'],
    ],
    [
      'a membership',
      'grant pg_read_all_data to accede_service',
      ['accede_service: the service’s role is a member of pg_read_all_data'],
    ],
    [
      'a login that bypasses',
      'alter role accede_app bypassrls',
      ['accede_app: the service’s role has more rights than a role needs'],
    ],
  ])('%s', async (_, plant, expected) => {
    expect(await inTransaction(admin, plant, () => findings(admin))).toEqual(expected);
  });

  it('a table that the service owns', async () => {
    const found = await inTransaction(admin, 'alter table document owner to accede_service', () =>
      findings(admin),
    );
    expect(found.filter((line) => /: the service owns it$/.test(line))).toHaveLength(1);
  });
});

describe('a planted fault is found by the tries of the service’s login', () => {
  /** Beside the table with the fault, some that have none and must not be named. */
  const SOUND = ['document', 'lead_audit', 'lot', 'session'];
  const tried = (plant: string, table: string) =>
    inTransaction(filledAdmin, plant, async () => {
      await filledAdmin.query('set local role accede_app');
      const some = tables.filter(({ name }) => name === table || SOUND.includes(name));
      expect(some).toHaveLength(SOUND.length + 1);
      return (await probe(filledAdmin, some, rows, sides)).findings;
    });

  it('and none is found where none is planted', async () => {
    expect(await tried('select 1', 'invoice')).toEqual([]);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'security switched off',
      'alter table invoice disable row level security',
      [
        'invoice: no context reads a row',
        'invoice: another tenant adds a row',
        'invoice: a row is moved to another tenant_id',
      ],
    ],
    [
      'a policy made wide',
      'alter policy reads on posting using (true)',
      ['posting: no context reads a row', 'posting: another lead authority reads a row'],
    ],
    [
      'a policy that asks for the tenant alone when a lead authority writes',
      `alter policy writes on invoice using (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))
         with check (tenant_id = (select nullif(current_setting('app.tenant_id', true), '')::uuid))`,
      [
        'invoice: another lead authority that names the tenant changes a row',
        'invoice: another lead authority that names the tenant adds a row',
      ],
    ],
    [
      'a check made wide',
      'alter policy writes on invoice with check (true)',
      ['invoice: a row is moved to another tenant_id', 'invoice: no context adds a row'],
    ],
    [
      'a cast left out, so that no context means every row',
      `alter policy reads on number_counter using (lead_id::text = coalesce(nullif(current_setting('app.lead_id', true), ''), lead_id::text))`,
      ['number_counter: no context reads a row', 'number_counter: an empty context reads a row'],
    ],
    [
      'drafts shown to all',
      'alter policy reads on framework using (true)',
      ['framework: no context reads a row', 'framework: another lead authority reads a row'],
    ],
    [
      'people shown to tenants',
      'alter policy reads on person using (true)',
      ['person: another tenant reads a row'],
    ],
    [
      'a policy dropped, so that nobody sees anything',
      'drop policy reads on invoice; drop policy writes on invoice',
      [
        'invoice: its owner does not see its row: ' +
          JSON.stringify({ 'app.tenant_id': sides[0].tenantId, 'app.tenant_ids': `{${sides[0].tenantId}}` }),
      ],
    ],
  ])('%s', async (_, plant, expected) => {
    const table = expected[0]?.split(':')[0] ?? '';
    const found = await tried(plant, table);
    expect(found).toEqual(expect.arrayContaining([...expected]));
    expect(found.filter((line) => !line.startsWith(`${table}: `))).toEqual([]);
  });
});
