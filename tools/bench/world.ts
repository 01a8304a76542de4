import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';

/** A member with its key, ready to send. */
export interface BenchMember {
  readonly tenantId: string;
  readonly token: string;
}

export interface BenchWorld {
  readonly leadId: string;
  readonly callOffId: string;
  readonly members: readonly BenchMember[];
  /** Codes of the offering's meters. */
  readonly meters: readonly string[];
  /** The month that usage is of: its first day, and the first day after it. */
  readonly month: { readonly start: string; readonly end: string };
}

/** What one member has of its own, in an order that references allow. */
const OF_A_MEMBER = [
  'eligibility_check',
  'opt_in',
  'opt_in_offering',
  'document',
  'access_agreement',
  'call_off',
  'compliance_record',
  'purchase_order',
];

/**
 * Makes members and meters of the demonstration's council and its payroll service: a bench is about many of them, and
 * going through the API as people do, some twenty requests for each of hundreds, measures nothing. Nothing else is ever
 * built so.
 */
export const makeWorld = async (
  db: pg.Client,
  { members, meters }: { readonly members: number; readonly meters: number },
): Promise<BenchWorld> => {
  await db.query(`set session_replication_role = replica`);
  const {
    rows: [model],
  } = await db.query<{
    tenant_id: string;
    lead_id: string;
    id: string;
    offering_id: string;
    framework_id: string;
  }>(
    `select c.tenant_id, c.lead_id, c.id, c.offering_id, c.framework_id from call_off c order by c.awarded_at limit 1`,
  );
  if (!model) throw new Error('the demonstration has no call-off to take as a model');
  const codes = await makeMeters(db, model, { from: 0, to: meters });
  const { rows: bodies } = await db.query<{ id: string }>(
    `select id from body where not invented and id <> $1 order by name limit $2`,
    [model.tenant_id, members],
  );
  const ids = bodies.map(({ id }) => id);
  if (ids.length < members) throw new Error(`the register has ${ids.length} bodies, not ${members}`);
  for (const table of OF_A_MEMBER)
    await db.query(
      `insert into ${table}
       select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object('tenant_id', b.id))).*
       from ${table} t, unnest($1::uuid[]) as b (id) where t.tenant_id = $2`,
      [ids, model.tenant_id],
    );
  await db.query(
    `insert into framework_member
     select (jsonb_populate_record(null::framework_member, to_jsonb(t) || jsonb_build_object('body_id', b.id))).*
     from framework_member t, unnest($1::uuid[]) as b (id) where t.body_id = $2`,
    [ids, model.tenant_id],
  );
  // Joining is audited, so a member has a chain; what its links were matters to nobody here.
  await db.query(
    `insert into tenant_audit_head (tenant_id, lead_id, seq, hash)
     select id, $2, 0, decode(repeat('00', 32), 'hex') from unnest($1::uuid[]) as id`,
    [ids, model.lead_id],
  );
  const keys = await makeKeys(db, model, ids);
  await db.query(`set session_replication_role = origin`);
  // As autovacuum does in its own time: plans made for a table of one row are slow on hundreds.
  await db.query('analyze');
  const {
    rows: [month],
  } = await db.query<{ start: string; end: string }>(
    `select to_char(date_trunc('month', now()) - interval '1 month', 'YYYY-MM-DD') as start,
            to_char(date_trunc('month', now()), 'YYYY-MM-DD') as end`,
  );
  if (!month) throw new Error('no month');
  return { leadId: model.lead_id, callOffId: model.id, members: keys, meters: codes, month };
};

/** Meters of an offering, from one number up to another; answers their codes. */
export const makeMeters = async (
  db: pg.Client,
  model: { offering_id: string; lead_id: string },
  { from, to }: { readonly from: number; readonly to: number },
): Promise<string[]> => {
  const codes = Array.from({ length: to - from }, (_, i) => `bench.${String(from + i + 1).padStart(2, '0')}`);
  for (const code of codes) {
    const id = randomUUID();
    await db.query(
      `insert into meter
       select (jsonb_populate_record(null::meter, to_jsonb(m) || jsonb_build_object('id', $1::uuid, 'code', $2::text, 'title', $2::text))).*
       from meter m where m.offering_id = $3 order by m.code limit 1`,
      [id, code, model.offering_id],
    );
    await db.query(
      `insert into price_version
       select (jsonb_populate_record(null::price_version, to_jsonb(p) || jsonb_build_object('id', $1::uuid, 'meter_id', $2::uuid))).*
       from price_version p join meter m on m.id = p.meter_id
       where m.offering_id = $3 and p.version = 1 order by m.code limit 1`,
      [randomUUID(), id, model.offering_id],
    );
  }
  return codes;
};

const makeKeys = async (
  db: pg.Client,
  model: { lead_id: string; id: string },
  tenantIds: readonly string[],
): Promise<BenchMember[]> => {
  const members: BenchMember[] = [];
  for (const tenantId of tenantIds) {
    const prefix = randomBytes(4).toString('hex');
    const token = `auk_${prefix}_${randomBytes(32).toString('base64url')}`;
    const keyId = randomUUID();
    await db.query(
      `insert into usage_key (id, prefix, token_hash, body_id, lead_id, capacity, source, label, created_at, created_by, expires_at)
       values ($1, $2, $3, $4, $5, 'TENANT', 'bench', 'bench', now(), $1, now() + interval '300 days')`,
      [keyId, prefix, createHash('sha256').update(token).digest(), tenantId, model.lead_id],
    );
    await db.query(
      `insert into usage_key_call_off (key_id, tenant_id, lead_id, call_off_id) values ($1, $2, $3, $4)`,
      [keyId, tenantId, model.lead_id, model.id],
    );
    members.push({ tenantId, token });
  }
  return members;
};
