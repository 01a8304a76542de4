import { allRoles, capacityOf, type Role } from '#libs/directory';
import { fromPublicId, toPublicId, type IdKind } from '#libs/kernel';
import type { Client } from '../client.js';
import type { Business, Hosted, World } from '../given/world.js';
import type { Member } from '../given/directory.js';
import type { Stack } from '../stack.js';
import type { Secrets } from './answer.js';
import type { Attacker, Side } from './attack.js';
import type { Owner } from './checksums.js';
import type { Reference } from './id-arguments.js';
import { statement, type Names } from './names.js';

/** Somebody's part of the database: what others may not see of it, and the names by which they could ask for it. */
interface Part {
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
  usage_key: 'usageKey',
  invoice: 'invoice',
  invoice_line: 'invoiceLine',
  credit_note: 'creditNote',
  credit_note_line: 'creditNoteLine',
  journal_entry: 'journalEntry',
  receipt_allocation: 'allocation',
  document: 'document',
  billing_run: 'billingRun',
  receipt: 'receipt',
  bank_statement: 'bankStatement',
  framework: 'framework',
  lot: 'lot',
  offering: 'offering',
  meter: 'meter',
  price_version: 'priceVersion',
  person: 'person',
  session: 'session',
};

interface Row {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Rows of tables that name a tenant or a lead authority, and of people, as the superuser sees them. */
const everyRow = async (stack: Stack): Promise<Row[]> => {
  const tables = await stack.sql<{ name: string }>(
    `select distinct c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
       and (a.attname in ('tenant_id', 'lead_id') or c.relname in ('person', 'session', 'role_assignment'))`,
  );
  const parts = tables.map(({ name }) => `select '${name}' as "table", to_jsonb(t) as row from "${name}" t`);
  return stack.sql<Row & Record<string, unknown>>(parts.join(' union all '));
};

const uuidOf = (bodyId: string): string => fromPublicId('body', bodyId) ?? '';

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

const isSeenByMembers =
  (rows: readonly Row[]) =>
  ({ table, row }: Row): boolean =>
    table === 'person' ||
    (table === 'usage_key' &&
      rows.some((other) => other.table === 'usage_receipt' && other.row['key_id'] === row['id']));

/** Figures that stand out: pounds and pence, and quantities, with a point and five digits or more. */
const figuresOf = ({ row }: Row): string[] =>
  Object.entries(row).flatMap(([column, value]) => {
    if (typeof value !== 'number' && typeof value !== 'string') return [];
    if (column.endsWith('_pence')) {
      const pence = BigInt(value);
      return [`${pence / 100n}.${String(pence % 100n).padStart(2, '0')}`];
    }
    return /^(quantity|exact|delta)$/.test(column) ? [String(value)] : [];
  });
const standsOut = (figure: string): boolean => /^\d+\.\d+$/.test(figure) && figure.length >= 6;

const partOf = (whose: string, owner: Owner, rows: readonly Row[], more: Names = {}): Part => {
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

/** All that is told apart in one world. */
export interface Ground {
  readonly owners: readonly Owner[];
  /** Everybody but the lead authority L: they try A's, C's and L's. */
  readonly strangers: readonly Side[];
  /** L itself, which sees its members' rows under it: it tries what is M's and C's under M. */
  readonly lead: Side;
  /** A's own people, who may read all of A's. */
  readonly entitled: Side;
}

export const groundOf = async (world: World): Promise<Ground> => {
  const { stack, l, m } = world;
  const [a, b, c] = [world.a.member, world.b.member, world.cUnderL.member];
  const [lead, otherLead] = [uuidOf(l.lead.bodyId), uuidOf(m.lead.bodyId)];
  // Everybody who attacks is signed in before it is counted who is whose.
  const attackers = await attackersOf(world);
  const rows = await everyRow(stack);
  const peopleOf = (bodyId: string): string[] => [
    ...new Set(
      rows
        .filter(
          ({ table, row }) =>
            table === 'role_assignment' && row['body_id'] === bodyId && row['revoked_at'] === null,
        )
        .map(({ row }) => String(row['person_id'])),
    ),
  ];
  const tenant = (whose: string, member: Member, leadId: string | null): Owner => {
    const tenantId = uuidOf(member.bodyId);
    return { name: whose, tenantId, leadId, personIds: leadId === null ? peopleOf(tenantId) : [] };
  };
  const people = (whose: string, member: Member): Owner => ({
    name: whose,
    tenantId: null,
    leadId: null,
    personIds: peopleOf(uuidOf(member.bodyId)),
  });
  const leadOwner = (whose: string, leadId: string): Owner => ({
    name: whose,
    tenantId: null,
    leadId,
    personIds: peopleOf(leadId),
  });
  const numberOf = ({ member }: Business, leadId: string): string =>
    (rows.find(
      ({ table, row }) =>
        table === 'invoice' &&
        row['tenant_id'] === uuidOf(member.bodyId) &&
        row['lead_id'] === leadId &&
        row['number'] !== null,
    )?.row['number'] as string | undefined) ?? 'none';
  const namesOf = (business: Business, leadId: string): Names => ({
    body: [business.member.bodyId],
    email: [`tenant-admin@${business.member.domain}`],
    paymentReference: [`For ${numberOf(business, leadId)}`],
    statementText: [statement(numberOf(business, leadId))],
  });
  const parts = {
    A: partOf('A', tenant('A', a, null), rows, namesOf(world.a, lead)),
    B: partOf('B', tenant('B', b, null), rows, namesOf(world.b, lead)),
    CL: partOf('CL', tenant('CL', c, lead), rows, namesOf(world.cUnderL, lead)),
    CM: partOf('CM', tenant('CM', c, otherLead), rows, namesOf(world.cUnderM, otherLead)),
    C: partOf('C', people('C', c), rows),
    L: partOf('L', leadOwner('L', lead), rows, { body: [l.lead.bodyId] }),
    // Members see who of their lead authority did something for them, and which of its keys sent their usage.
    L_SEEN: partOf('L_SEEN', leadOwner('L_SEEN', lead), rows.filter(isSeenByMembers(rows))),
    M: partOf('M', leadOwner('M', otherLead), rows, { body: [m.lead.bodyId] }),
  };
  type PartName = keyof typeof parts;
  const side = (
    name: string,
    who: readonly Attacker[],
    hidden: readonly PartName[],
    own: readonly PartName[],
    seen: readonly PartName[] = [],
  ): Side => {
    const theirs = merged(
      own.map((part) => parts[part].names),
      shared(name, l, m),
    );
    return {
      name,
      attackers: who.map((attacker) => ({ ...attacker, own: theirs })),
      foreign: without(merged(hidden.map((part) => parts[part].names)), theirs),
      strangers: strangersOf(world),
      secrets: secretsOf(
        hidden.map((part) => parts[part]),
        [...own, ...seen].map((part) => parts[part]),
        rows.filter(({ row }) => row['published'] === true).flatMap(figuresOf),
      ),
      victims: hidden,
    };
  };
  return {
    owners: Object.values(parts).map(({ owner }) => owner),
    strangers: [
      side('B', [...attackers.b, attackers.key], ['A', 'CL', 'CM', 'C', 'L', 'M'], ['B'], ['L_SEEN']),
      side('M', attackers.m, ['A', 'B', 'CL', 'L'], ['CM', 'M', 'C']),
      side('outsiders', attackers.outsiders, ['A', 'B', 'CL', 'CM', 'C', 'L', 'M'], []),
    ],
    lead: side('L', attackers.l, ['CM', 'M'], ['A', 'B', 'CL', 'L', 'C']),
    entitled: side('A', attackers.a, ['B', 'CL', 'CM', 'C', 'L', 'M'], ['A'], ['L_SEEN']),
  };
};

/** The published things that everybody uses, for whoever has none of their own. */
const shared = (name: string, l: Hosted, m: Hosted): Names => {
  const host = name === 'M' ? m : l;
  return { framework: [host.choice.frameworkId], offering: [host.offeringId], meter: [host.meterId] };
};

/** A body is public: nobody's is one that exists and has nothing to do with any of them. */
const strangersOf = (world: World): Names => ({ body: [world.strangerId] });

const merged = (first: readonly Names[], last: Names = {}): Names => {
  const all: Record<string, string[]> = {};
  for (const names of [...first, last])
    for (const [kind, ids] of Object.entries(names)) all[kind] = [...(all[kind] ?? []), ...ids];
  return all;
};

/** Names that others have not. */
const without = (names: Names, others: Names): Names =>
  Object.fromEntries(
    Object.entries(names).map(([kind, ids]) => [
      kind,
      ids.filter((id) => !others[kind as Reference]?.includes(id)),
    ]),
  );

/** What is hidden, less what the same people see anyhow and what is published: ceilings and what is committed of them. */
const secretsOf = (
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

const administratorOf = { TENANT: 'TENANT_ADMIN', LEAD: 'LEAD_APPROVER' } as const;

interface Attackers {
  readonly a: readonly Attacker[];
  readonly b: readonly Attacker[];
  readonly l: readonly Attacker[];
  readonly m: readonly Attacker[];
  readonly key: Attacker;
  readonly outsiders: readonly Attacker[];
}

const attackersOf = async (world: World): Promise<Attackers> => {
  const { stack } = world;
  const inRoles = async (
    whose: string,
    body: Member,
    capacity: 'TENANT' | 'LEAD',
    kind: Attacker['kind'],
  ): Promise<Attacker[]> => {
    // The administrator first, who adds the others.
    await body.as(administratorOf[capacity]);
    const roles = allRoles.filter((role) => capacityOf(role) === capacity);
    return Promise.all(
      roles.map((role) => inRole(stack, { name: `${whose} ${role}`, kind, role, body, capacity })),
    );
  };
  const [a, b, l, m] = await Promise.all([
    inRoles('A', world.a.member, 'TENANT', 'ownTenant'),
    inRoles('B', world.b.member, 'TENANT', 'otherTenant'),
    inRoles('L', world.l.lead, 'LEAD', 'ownLead'),
    inRoles('M', world.m.lead, 'LEAD', 'otherLead'),
  ]);
  const key: Attacker = {
    name: "B's usage key",
    kind: 'usageKey',
    roles: [],
    token: world.b.usageKey,
    newToken: () => Promise.resolve(world.b.usageKey),
    own: {},
  };
  return { a, b, l, m, key, outsiders: await outsidersOf(world) };
};

const inRole = async (
  stack: Stack,
  who: { name: string; kind: Attacker['kind']; role: Role; body: Member; capacity: 'TENANT' | 'LEAD' },
): Promise<Attacker> => {
  const { name, kind, role, body, capacity } = who;
  const client: Client = await body.as(role);
  const email = `${role.toLowerCase().replaceAll('_', '-')}@${body.domain}`;
  return {
    name,
    kind,
    roles: [role],
    token: client.token,
    newToken: inTurn(async () => (await stack.signIn(email, { bodyId: body.bodyId, capacity })).token),
    own: {},
  };
};

/** Sign-ins one after the other: an address has one code at a time. */
let signingIn: Promise<unknown> = Promise.resolve();
const inTurn = (work: () => Promise<string | null>) => (): Promise<string | null> => {
  const turn = signingIn.then(work);
  signingIn = turn.catch(() => undefined);
  return turn;
};

const OPERATOR = 'operator@accede.gov.example';

const outsidersOf = async ({
  stack,
  former,
  withoutRole,
  expiredToken,
  revokedToken,
}: World): Promise<Attacker[]> => {
  const outsider = (
    name: string,
    kind: Attacker['kind'],
    token: string | null,
    newToken?: () => Promise<string | null>,
  ): Attacker => ({
    name,
    kind,
    roles: kind === 'operator' ? ['PLATFORM_OPERATOR'] : [],
    token,
    newToken: newToken ?? (() => Promise.resolve(token)),
    own: {},
  });
  const signIn = (email: string) => inTurn(async () => (await stack.signIn(email)).token);
  return [
    outsider('a visitor', 'visitor', null),
    outsider('an expired session of B', 'badToken', expiredToken),
    outsider('a revoked session of B', 'badToken', revokedToken),
    outsider('a made-up token', 'badToken', `acs_${'x'.repeat(43)}`),
    outsider(
      'a former colleague of A, signed in before',
      'withoutRole',
      former.tokenBefore,
      signIn(former.email),
    ),
    outsider(
      'a former colleague of A, signed in since',
      'withoutRole',
      await signIn(former.email)(),
      signIn(former.email),
    ),
    outsider('somebody without a role', 'withoutRole', await signIn(withoutRole)(), signIn(withoutRole)),
    outsider('a platform operator', 'operator', await signIn(OPERATOR)(), signIn(OPERATOR)),
  ];
};
