import type { Client } from 'pg';
import { readTables, type ForeignKey, type Table } from './catalogue.js';
import { policyFaults } from './shapes.js';

/** The migrations' own list; the service reads it and nobody but the owner writes it. */
const WITHOUT_KIND = ['schema_migration'];
/** What every transaction may read and write: a number, and digests that say nothing to anyone. */
const PLUMBING = ['clock_setting', 'idempotency_receipt'];
/** The register of public bodies is nobody's in particular: a body's id is public, and leads its keys. */
const REGISTER: Readonly<Record<string, string>> = {
  body: 'id',
  body_former_name: 'body_id',
  body_domain: 'domain',
};
const TENANT = ['tenant_id', 'lead_id'];
const LEAD = ['lead_id'];

const startsWith = (columns: readonly string[], start: readonly string[]): boolean =>
  start.every((column, i) => columns[i] === column);
const list = (columns: readonly string[]): string => `(${columns.join(', ')})`;

function kindFaults(table: Table): readonly string[] {
  if (WITHOUT_KIND.includes(table.name)) return [];
  if (table.kind === null) return [`is of no declared kind (comment: ${table.comment ?? 'none'})`];
  if (table.kind === 'plumbing' && !PLUMBING.includes(table.name))
    return ['is plumbing, which is open to all, and not on the list'];
  return [];
}

/** What the keys of a kind begin with. */
function startOf(table: Table | undefined): readonly string[] {
  if (table?.kind === 'tenant' || table?.kind === 'witness') return TENANT;
  const ofLead = table?.kind === 'lead' || (table?.kind === 'public' && !(table.name in REGISTER));
  return ofLead ? LEAD : [];
}

function keyFaults(table: Table): readonly string[] {
  const start = startOf(table);
  const needed = table.name in REGISTER ? [REGISTER[table.name] ?? ''] : start;
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  const uniques = ['tenant', 'witness', 'lead'].includes(table.kind ?? '') ? table.uniques : [];
  return [
    ...start
      .filter((name) => columns.get(name)?.type !== 'uuid' || !columns.get(name)?.required)
      .map((name) => `has no required uuid ${name}`),
    ...(startsWith(table.primaryKey, needed) && table.primaryKey.length > 0
      ? []
      : [`primary key ${list(table.primaryKey)} does not begin with ${list(needed)}`]),
    // Uniqueness looks past the policies: a value that another tenant holds must not be refused to this one.
    ...uniques
      .filter(({ columns: [first] }) => first !== 'tenant_id' && first !== 'lead_id')
      .map(({ name }) => `unique index ${name} reaches across tenants`),
  ];
}

/** A foreign key carries whose row it is, as far as the table that it points to knows. */
function foreignKeyFault(key: ForeignKey, to: Table | undefined): readonly string[] {
  const toRegister = key.to === 'body' && list(key.toColumns) === '(id)';
  const start = toRegister ? [] : startOf(to);
  if (startsWith(key.columns, start) && startsWith(key.toColumns, start)) return [];
  return [`foreign key ${key.name} to ${key.to} does not begin with ${list(start)}`];
}

function securityFaults(table: Table): readonly string[] {
  if (table.kind === null) return [];
  return [
    ...(table.enabled ? [] : ['row-level security is not enabled']),
    ...(table.forced ? [] : ['row-level security is not forced on the owner']),
    ...policyFaults(table.kind, table.policies),
  ];
}

/** Kinds, keys and policies of every table: what is wrong, a line each. */
export async function tableFindings(client: Client): Promise<readonly string[]> {
  const tables = await readTables(client);
  const byName = new Map(tables.map((table) => [table.name, table]));
  const of = (table: Table): readonly string[] => [
    ...kindFaults(table),
    ...keyFaults(table),
    ...table.foreignKeys.flatMap((key) => foreignKeyFault(key, byName.get(key.to))),
    ...securityFaults(table),
  ];
  return [
    ...tables.flatMap((table) => of(table).map((fault) => `${table.name}: ${fault}`)),
    ...[...PLUMBING, ...WITHOUT_KIND, ...Object.keys(REGISTER)]
      .filter((name) => !byName.has(name))
      .map((name) => `${name}: is on a list of this check and not in the database`),
    ...PLUMBING.filter((name) => byName.has(name) && byName.get(name)?.kind !== 'plumbing').map(
      (name) => `${name}: is on the list of plumbing and is not`,
    ),
  ];
}
