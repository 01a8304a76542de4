import { fromPublicId, toPublicId, type IdKind } from '#libs/kernel';
import type { Stack } from '../stack.js';
import type { Secrets } from './answer.js';
import type { Owner } from './checksums.js';
import type { Names } from './names.js';

/** Somebody's part of the database: what others may not see of it, and the names by which they could ask for it. */
export interface Part {
  readonly whose: string;
  readonly owner: Owner;
  readonly names: Names;
  readonly ids: ReadonlyMap<string, string>;
  readonly figures: ReadonlySet<string>;
}

/** Tables whose `id` is a thing that the API can name. What is published is nobody's secret and left out. */
const KINDS: Readonly<Record<string, IdKind>> = {
  call_off: 'callOff',
  purchase_order: 'purchaseOrder',
  opt_in: 'optIn',
  access_agreement: 'agreement',
  usage_quarantine: 'quarantine',
  usage_return: 'usageReturn',
  usage_explanation: 'explanation',
  usage_key: 'usageKey',
  invoice: 'invoice',
  invoice_line: 'invoiceLine',
  credit_note: 'creditNote',
  credit_note_line: 'creditNoteLine',
  dispute: 'dispute',
  journal_entry: 'journalEntry',
  receipt_allocation: 'allocation',
  document: 'document',
  billing_run: 'billingRun',
  discount: 'discount',
  receipt: 'receipt',
  bank_statement: 'bankStatement',
  framework: 'framework',
  lot: 'lot',
  offering: 'offering',
  meter: 'meter',
  price_version: 'priceVersion',
  volume_band: 'volumeBand',
  person: 'person',
  session: 'session',
  lead_view: 'leadView',
};

export interface Row {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Rows of tables that name a tenant or a lead authority, and of people, as the superuser sees them. */
export const everyRow = async (stack: Stack): Promise<Row[]> => {
  const tables = await stack.sql<{ name: string }>(
    `select distinct c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
       and (a.attname in ('tenant_id', 'lead_id') or c.relname in ('person', 'session', 'role_assignment'))`,
  );
  const parts = tables.map(({ name }) => `select '${name}' as "table", to_jsonb(t) as row from "${name}" t`);
  return stack.sql<Row & Record<string, unknown>>(parts.join(' union all '));
};

export const uuidOf = (bodyId: string): string => fromPublicId('body', bodyId) ?? '';

/** Rows of a tenant under one lead authority, or a lead authority's own that are not published. */
const isRowOf = ({ row, table }: Row, { tenantId, leadId, personIds }: Owner): boolean => {
  if (table === 'person') return personIds.includes(String(row['id']));
  if (table === 'session') return personIds.includes(String(row['person_id']));
  if (table === 'role_assignment') return false;
  if (table === 'usage_key')
    return row['body_id'] === (tenantId ?? leadId) && (leadId === null || row['lead_id'] === leadId);
  if ('tenant_id' in row)
    return row['tenant_id'] === (tenantId ?? leadId) && (leadId === null || row['lead_id'] === leadId);
  return tenantId === null && row['lead_id'] === leadId && row['published'] !== true;
};

export const isSeenByMembers =
  (rows: readonly Row[]) =>
  ({ table, row }: Row): boolean =>
    table === 'person' ||
    (table === 'usage_key' &&
      rows.some((other) => other.table === 'usage_receipt' && other.row['key_id'] === row['id']));

/** Figures that stand out: pounds and pence, and quantities, with a point and five digits or more. */
export const figuresOf = ({ row }: Row): string[] =>
  Object.entries(row).flatMap(([column, value]) => {
    if (typeof value !== 'number' && typeof value !== 'string') return [];
    if (column.endsWith('_pence')) {
      const pence = BigInt(value);
      return [`${pence / 100n}.${String(pence % 100n).padStart(2, '0')}`];
    }
    return /^(quantity|exact|delta)$/.test(column) ? [String(value)] : [];
  });
const standsOut = (figure: string): boolean => /^\d+\.\d+$/.test(figure) && figure.length >= 6;

export const partOf = (whose: string, owner: Owner, rows: readonly Row[], more: Names = {}): Part => {
  const own = rows.filter((row) => isRowOf(row, owner));
  const names: Record<string, string[]> = {};
  const ids = new Map<string, string>();
  for (const { table, row } of own) {
    const kind = KINDS[table];
    const id = row['id'];
    if (kind === undefined || typeof id !== 'string') continue;
    ids.set(id.replaceAll('-', ''), `${toPublicId(kind, id)} of ${whose}`);
    (names[kind] ??= []).push(toPublicId(kind, id));
  }
  return {
    whose,
    owner,
    ids,
    figures: new Set(own.flatMap(figuresOf).filter(standsOut)),
    names: { ...names, ...more },
  };
};

/** What is hidden, less what the same people see anyhow and what is published: ceilings and what is committed of them. */
export const secretsOf = (
  hidden: readonly Part[],
  visible: readonly Part[],
  published: readonly string[],
): Secrets => {
  const known = {
    ids: new Set(visible.flatMap(({ ids }) => [...ids.keys()])),
    figures: new Set([...published, ...visible.flatMap(({ figures }) => [...figures])]),
  };
  return {
    canary: new RegExp(`canary[-_. ](?:${hidden.map(({ whose }) => whose).join('|')})[-_. ][-\\w]*`, 'i'),
    ids: new Map(hidden.flatMap(({ ids }) => [...ids]).filter(([id]) => !known.ids.has(id))),
    figures: new Set(
      hidden.flatMap(({ figures }) => [...figures]).filter((figure) => !known.figures.has(figure)),
    ),
  };
};
