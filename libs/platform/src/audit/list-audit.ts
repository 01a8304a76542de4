import type { Tx } from '../database/tx.js';
import type { Json } from './canonical-json.js';
import { whereOf, type Chain } from './chain.js';

export interface AuditEntry {
  readonly seq: bigint;
  readonly at: Date;
  readonly personId: string | null;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly details: Json;
  readonly hash: Buffer;
}

export interface AuditPage {
  readonly first: number;
  /** The number of the record to go on before; null for the newest. */
  readonly before: bigint | null;
  /** Only records about things of this kind, or about this one. */
  readonly subject: { readonly kind: string; readonly id: string | null } | null;
}

interface EntryRow {
  seq: string;
  at: Date;
  person_id: string | null;
  actor: string;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  details: Json;
  hash: Buffer;
}

/** The tenant chains with records that this unit of work may read, in the order of their ids. */
export const listChains = async (
  tx: Tx,
): Promise<readonly { readonly tenantId: string; readonly leadId: string }[]> => {
  const rows = await tx.manager.query<{ tenant_id: string; lead_id: string }[]>(
    'select tenant_id, lead_id from tenant_audit_head order by tenant_id, lead_id',
  );
  return rows.map((row) => ({ tenantId: row.tenant_id, leadId: row.lead_id }));
};

/** One chain's records, the newest first. */
export const listAudit = async (
  tx: Tx,
  chain: Chain,
  { first, before, subject }: AuditPage,
): Promise<readonly AuditEntry[]> => {
  const { where, values } = whereOf(chain);
  const mark = (place: number): string => `$${values.length + place}`;
  const rows = await tx.manager.query<EntryRow[]>(
    `select seq, at, person_id, actor, action, subject_kind, subject_id, details, hash from ${chain.kind}_audit
     where ${where} and (${mark(1)}::bigint is null or seq < ${mark(1)})
       and (${mark(2)}::text is null or subject_kind = ${mark(2)})
       and (${mark(3)}::uuid is null or subject_id = ${mark(3)})
     order by seq desc limit ${mark(4)}`,
    [...values, before?.toString() ?? null, subject?.kind ?? null, subject?.id ?? null, first],
  );
  return rows.map((row) => ({
    seq: BigInt(row.seq),
    at: row.at,
    personId: row.person_id,
    actor: row.actor,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    details: row.details,
    hash: row.hash,
  }));
};
