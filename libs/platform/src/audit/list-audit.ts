import type { Tx } from '../database/tx.js';
import type { Json } from './canonical-json.js';

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

/** The newest records first of one tenant's chain under one lead authority, older than `before` when given. */
export const listTenantAudit = async (
  tx: Tx,
  chain: { tenantId: string; leadId: string },
  page: { first: number; before: bigint | null },
): Promise<readonly AuditEntry[]> => {
  const rows = await tx.manager.query<
    {
      seq: string;
      at: Date;
      person_id: string | null;
      actor: string;
      action: string;
      subject_kind: string;
      subject_id: string | null;
      details: Json;
      hash: Buffer;
    }[]
  >(
    `select seq, at, person_id, actor, action, subject_kind, subject_id, details, hash from tenant_audit
     where tenant_id = $1 and lead_id = $2 and ($3::bigint is null or seq < $3) order by seq desc limit $4`,
    [chain.tenantId, chain.leadId, page.before?.toString() ?? null, page.first],
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
