import type { Tx } from '../database/tx.js';
import { ChainCheck, type ChainFault, type ChainHead, type StoredLink } from './audit-chain.js';
import type { Json } from './canonical-json.js';
import { whereOf, type Chain } from './chain.js';

/** Chains only grow: memory must not grow with them. */
const AT_A_TIME = 1_000;

interface LinkRow {
  tenant_id?: string;
  lead_id?: string;
  seq: string;
  at: Date;
  person_id: string | null;
  actor: string;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  details: Json;
  request_id: string | null;
  prev_hash: Buffer;
  hash: Buffer;
}

export interface ChainReport {
  readonly chain: Chain;
  readonly records: number;
  /** What the chain must end with; null when nothing was ever recorded. */
  readonly head: ChainHead | null;
  readonly fault: ChainFault | null;
}

/** Every tenant chain that this unit of work may read, by its head or, should the head be gone, by its records. */
export const tenantChains = async (tx: Tx): Promise<readonly Chain[]> => {
  const rows = await tx.manager.query<{ tenant_id: string; lead_id: string }[]>(
    `select tenant_id, lead_id from tenant_audit_head union select tenant_id, lead_id from tenant_audit order by 1, 2`,
  );
  return rows.map((row) => ({ kind: 'tenant', tenantId: row.tenant_id, leadId: row.lead_id }));
};

/** Follows one chain from its first record to its head and says where it is broken first, if it is. */
export const verifyChain = async (tx: Tx, chain: Chain): Promise<ChainReport> => {
  const { where, values } = whereOf(chain);
  const check = new ChainCheck();
  for (let after: string | null = '0'; after !== null;) {
    const rows: LinkRow[] = await tx.manager.query<LinkRow[]>(
      `select * from ${chain.kind}_audit where ${where} and seq > $${values.length + 1}
       order by seq limit ${AT_A_TIME}`,
      [...values, after],
    );
    for (const row of rows) check.follow(toLink(row));
    after = rows.length === AT_A_TIME ? (rows.at(-1)?.seq ?? null) : null;
  }
  const heads = await tx.manager.query<{ seq: string; hash: Buffer }[]>(
    `select seq, hash from ${chain.kind}_audit_head where ${where}`,
    [...values],
  );
  const head = heads[0] ? { seq: BigInt(heads[0].seq), hash: heads[0].hash } : null;
  return { chain, records: Number(check.records), head, fault: check.end(head) };
};

const toLink = (row: LinkRow): StoredLink => ({
  tenantId: row.tenant_id ?? null,
  leadId: row.lead_id ?? null,
  seq: BigInt(row.seq),
  at: row.at,
  personId: row.person_id,
  actor: row.actor,
  action: row.action,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  details: row.details,
  requestId: row.request_id,
  prevHash: row.prev_hash,
  hash: row.hash,
});
