import { FIRST_HASH, linkHash, type AuditLink } from './audit-chain.js';
import type { Json } from './canonical-json.js';
import { insideBody, type BodyActedFor } from '../database/inside-body.js';
import type { Tx } from '../database/tx.js';

export interface AuditRecord {
  /** verb and thing, such as `invoice.issue` */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  /** ids, figures and digests; never a person's name or address */
  readonly details?: Json;
}

/**
 * Adds one record to the chain of this transaction's tenant and the lead authority concerned (the tenant itself
 * when it is its own affair). Answers the chain's new head. Call it after the business rows and before a number
 * is taken: locks are always taken in that order.
 */
export const auditTenant = (tx: Tx, leadId: string, record: AuditRecord): Promise<Buffer> =>
  appendToTenant(tx, { tenantId: tx.tenantId, leadId }, record);

/** Adds one record to the chain of this transaction's lead authority. */
export const auditLead = (tx: Tx, record: AuditRecord): Promise<Buffer> =>
  appendToLead(tx, tx.leadId, record);

/**
 * Adds one record to the chain of a body's own affairs, from behind a system door: who may act for a body, and which
 * keys it has, is changed there and concerns the body. A lead authority's people are on the lead authority's chain.
 */
export const auditBody = (tx: Tx, body: BodyActedFor, record: AuditRecord): Promise<Buffer> => {
  const { bodyId, capacity } = body;
  return insideBody(tx, body, () =>
    capacity === 'LEAD'
      ? appendToLead(tx, bodyId, record)
      : appendToTenant(tx, { tenantId: bodyId, leadId: bodyId }, record),
  );
};

/** Adds one record to the platform's chain; only through a system door. */
export const auditPlatform = async (tx: Tx, record: AuditRecord): Promise<Buffer> => {
  const head = await lockHead(tx, 'platform_audit_head', '(only_one)', [true]);
  return store(
    tx,
    'platform',
    linkOf(tx, { tenantId: null, leadId: null }, head.seq + 1n, record),
    head.hash,
  );
};

const appendToTenant = async (
  tx: Tx,
  chain: { tenantId: string; leadId: string },
  record: AuditRecord,
): Promise<Buffer> => {
  const { tenantId, leadId } = chain;
  const head = await lockHead(tx, 'tenant_audit_head', '(tenant_id, lead_id)', [tenantId, leadId]);
  return store(tx, 'tenant', linkOf(tx, chain, head.seq + 1n, record), head.hash);
};

const appendToLead = async (tx: Tx, leadId: string, record: AuditRecord): Promise<Buffer> => {
  const head = await lockHead(tx, 'lead_audit_head', '(lead_id)', [leadId]);
  return store(tx, 'lead', linkOf(tx, { tenantId: null, leadId }, head.seq + 1n, record), head.hash);
};

const lockHead = async (
  tx: Tx,
  table: string,
  key: string,
  values: readonly unknown[],
): Promise<{ seq: bigint; hash: Buffer }> => {
  const marks = values.map((_, i) => `$${i + 1}`).join(', ');
  const columns = key.slice(1, -1);
  const lock = (): Promise<{ seq: string; hash: Buffer }[]> =>
    tx.manager.query(`select seq, hash from ${table} where ${key} = (${marks}) for update`, [...values]);
  let rows = await lock();
  if (rows.length === 0) {
    await tx.manager.query(
      `insert into ${table} (${columns}, seq, hash) values (${marks}, 0, $${values.length + 1}) on conflict ${key} do nothing`,
      [...values, FIRST_HASH],
    );
    rows = await lock();
  }
  const head = rows[0];
  if (!head) throw new Error(`no chain head in ${table}`);
  return { seq: BigInt(head.seq), hash: head.hash };
};

const linkOf = (
  tx: Tx,
  chain: { tenantId: string | null; leadId: string | null },
  seq: bigint,
  record: AuditRecord,
): AuditLink => ({
  ...chain,
  seq,
  at: tx.now,
  personId: tx.actor.identity.personId,
  actor: tx.actor.identity.label,
  action: record.action,
  subjectKind: record.subjectKind,
  // As the database will answer it when the chain is checked.
  subjectId: record.subjectId?.toLowerCase() ?? null,
  details: record.details ?? {},
  requestId: tx.actor.identity.requestId,
});

const store = async (
  tx: Tx,
  chain: 'tenant' | 'lead' | 'platform',
  link: AuditLink,
  prevHash: Buffer,
): Promise<Buffer> => {
  const hash = linkHash(prevHash, link);
  const key: Record<string, unknown> =
    chain === 'tenant'
      ? { tenant_id: link.tenantId, lead_id: link.leadId }
      : chain === 'lead'
        ? { lead_id: link.leadId }
        : {};
  const row: Record<string, unknown> = {
    ...key,
    seq: link.seq.toString(),
    at: link.at,
    person_id: link.personId,
    actor: link.actor,
    action: link.action,
    subject_kind: link.subjectKind,
    subject_id: link.subjectId,
    details: JSON.stringify(link.details, (_, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    ),
    request_id: link.requestId,
    prev_hash: prevHash,
    hash,
  };
  const columns = Object.keys(row);
  const mark = (column: string): string => `$${columns.indexOf(column) + 1}`;
  const where = Object.keys(key).map((column) => `${column} = ${mark(column)}`);
  await tx.manager.query(
    `with link as (
       insert into ${chain}_audit (${columns.join(', ')}) values (${columns.map(mark).join(', ')}))
     update ${chain}_audit_head set seq = ${mark('seq')}, hash = ${mark('hash')}
     where ${where.length > 0 ? where.join(' and ') : 'only_one'}`,
    Object.values(row),
  );
  return hash;
};
