import { escapeIdentifier, type Client } from 'pg';
import { insertText, rowFor, type Row, type Side } from './fill.js';
import type { Kind, Table } from './catalogue.js';

export type Settings = Readonly<Record<string, string>>;

const NAMES = [
  'app.tenant_id',
  'app.tenant_ids',
  'app.lead_id',
  'app.member_lead_id',
  'app.door',
  'app.witness',
];
/** insufficient_privilege: no grant, or row-level security. */
const REFUSED = '42501';
/** invalid_text_representation: what is no uuid is not looked up either. */
const NO_UUID = '22P02';

const all = (value: string): Settings => Object.fromEntries(NAMES.map((name) => [name, value]));

/** Whoever may not see or touch the first side's rows, and how each is set in a transaction. */
export function strangers(kind: Kind, mine: Side, other: Side): Readonly<Record<string, Settings>> {
  const tenant = { 'app.tenant_id': other.tenantId, 'app.tenant_ids': `{${other.tenantId}}` };
  return {
    'no context': {},
    'an empty context': all(''),
    'a garbage context': all('garbage'),
    'a context with an injected list': {
      'app.tenant_ids': `{${other.tenantId}`,
      'app.tenant_id': `${mine.tenantId}'`,
    },
    'another tenant': tenant,
    'another tenant under its lead authority': { ...tenant, 'app.lead_id': other.leadId },
    'another lead authority': { 'app.lead_id': other.leadId, 'app.member_lead_id': other.leadId },
    'another lead authority that names the tenant': {
      'app.lead_id': other.leadId,
      'app.member_lead_id': other.leadId,
      'app.tenant_id': mine.tenantId,
    },
    'another lead authority that leaves rows with members': {
      'app.lead_id': other.leadId,
      'app.member_lead_id': other.leadId,
      'app.witness': 'on',
    },
    // What a lead authority leaves with its members is not its own to see.
    ...(kind === 'witness'
      ? { 'the lead authority itself': { 'app.lead_id': mine.leadId, 'app.member_lead_id': mine.leadId } }
      : {}),
  };
}

/** Whoever may see a row of a kind: without them, a wall that shows nobody anything would pass. */
export function owners(kind: Kind, side: Side): readonly Settings[] {
  const tenant = { 'app.tenant_id': side.tenantId, 'app.tenant_ids': `{${side.tenantId}}` };
  const lead = { 'app.lead_id': side.leadId, 'app.member_lead_id': side.leadId };
  if (kind === 'tenant') return [tenant, lead];
  if (kind === 'witness') return [tenant, { ...lead, 'app.witness': 'on' }];
  if (kind === 'lead') return [lead];
  return kind === 'public' ? [lead, { 'app.door': 'system' }] : [{ 'app.door': 'system' }];
}

interface Outcome {
  readonly rows: number;
  readonly refused: boolean;
  /** Neither rows nor a refusal by the wall: something else came first, so nothing was shown about it. */
  readonly other: string | null;
}

/** Runs one statement with these settings and undoes it; the client is inside a transaction. */
async function attempt(
  client: Client,
  settings: Settings,
  text: string,
  values: readonly unknown[],
): Promise<Outcome> {
  await client.query('savepoint attempt');
  try {
    const names = Object.keys(settings);
    if (names.length > 0)
      await client.query(
        `select ${names.map((name, i) => `set_config('${name}', $${i + 1}, true)`).join(', ')}`,
        Object.values(settings),
      );
    const { rowCount } = await client.query(text, [...values]);
    return { rows: rowCount ?? 0, refused: false, other: null };
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const refused = code === REFUSED || code === NO_UUID;
    return { rows: 0, refused, other: refused ? null : message };
  } finally {
    await client.query('rollback to savepoint attempt');
  }
}

function whereKey(table: Table, row: Row): { where: string; values: unknown[] } {
  const columns = table.primaryKey;
  return {
    where: columns.map((name, i) => `${escapeIdentifier(name)} = $${i + 1}`).join(' and '),
    values: columns.map((name) => row.values[row.columns.indexOf(name)]),
  };
}

/** A column that the service may change, or any. */
async function columnToSet(client: Client, table: Table): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
     order by has_column_privilege(attrelid, attnum, 'UPDATE') desc, attnum limit 1`,
    [`public.${escapeIdentifier(table.name)}`],
  );
  return escapeIdentifier(rows[0]?.name ?? '');
}

export interface Probed {
  readonly attempts: number;
  readonly findings: readonly string[];
}

type Told = (finding: string) => void;

async function probeStranger(
  client: Client,
  table: Table,
  about: { row: Row; mine: Side; who: string; settings: Settings },
  tell: Told,
): Promise<number> {
  const name = escapeIdentifier(table.name);
  const { where, values } = whereKey(table, about.row);
  const column = await columnToSet(client, table);
  const fresh = rowFor(table, about.mine);
  const statements: readonly (readonly [string, string, readonly unknown[], boolean])[] = [
    ['reads', `select 1 from ${name} where ${where}`, values, false],
    ['changes', `update ${name} set ${column} = ${column} where ${where}`, values, false],
    ['deletes', `delete from ${name} where ${where}`, values, false],
    ['adds', insertText(table, fresh), fresh.values, true],
  ];
  for (const [verb, text, given, mustBeRefused] of statements) {
    const { rows, refused, other } = await attempt(client, about.settings, text, given);
    if (other !== null) tell(`${table.name}: ${about.who} ${verb}: not shown, because ${other}`);
    else if (rows > 0 || (mustBeRefused && !refused)) tell(`${table.name}: ${about.who} ${verb} a row`);
  }
  return statements.length;
}

/** A row of the other side, moved to mine by the other side. */
async function probeMove(
  client: Client,
  table: Table,
  row: Row,
  [mine, other]: readonly [Side, Side],
  tell: Told,
): Promise<number> {
  const moves =
    table.kind === 'tenant' || table.kind === 'witness'
      ? { tenant_id: mine.tenantId, lead_id: mine.leadId }
      : { lead_id: mine.leadId };
  const { where, values } = whereKey(table, row);
  const settings: Settings = {
    'app.tenant_id': other.tenantId,
    'app.tenant_ids': `{${other.tenantId}}`,
    'app.lead_id': other.leadId,
    'app.member_lead_id': other.leadId,
    'app.witness': 'on',
  };
  let attempts = 0;
  for (const [column, value] of Object.entries(moves)) {
    const text = `update ${escapeIdentifier(table.name)} set ${column} = $${values.length + 1} where ${where}`;
    const { refused, other: why } = await attempt(client, settings, text, [...values, value]);
    attempts += 1;
    if (!refused)
      tell(`${table.name}: a row is moved to another ${column}${why === null ? '' : ` (not shown: ${why})`}`);
  }
  return attempts;
}

/**
 * Tries, as the service's login, to see and touch the first side's rows as everyone who may not, and to give the other
 * side's rows away. The client is inside a transaction.
 */
export async function probe(
  client: Client,
  tables: readonly Table[],
  rows: ReadonlyMap<string, readonly Row[]>,
  [mine, other]: readonly [Side, Side],
): Promise<Probed> {
  const findings: string[] = [];
  const tell = (finding: string): void => void findings.push(finding);
  let attempts = 0;
  for (const table of tables) {
    const [row, foreign] = rows.get(table.name) ?? [];
    if (!row || table.kind === null) throw new Error(`no row was made in ${table.name}`);
    for (const settings of owners(table.kind, mine)) {
      const { where, values } = whereKey(table, row);
      const seen = await attempt(
        client,
        settings,
        `select 1 from ${escapeIdentifier(table.name)} where ${where}`,
        values,
      );
      attempts += 1;
      if (seen.rows !== 1) tell(`${table.name}: its owner does not see its row: ${JSON.stringify(settings)}`);
    }
    for (const [who, settings] of Object.entries(strangers(table.kind, mine, other)))
      attempts += await probeStranger(client, table, { row, mine, who, settings }, tell);
    if (foreign) attempts += await probeMove(client, table, foreign, [mine, other], tell);
  }
  return { attempts, findings };
}
