import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { prepared, type Tx } from '#libs/platform';
import type { KeyCapacity, StoredKey, UsageKey } from '../domain/usage-key.js';
import { UsageKeyCallOffRow, UsageKeyRow } from './entities.js';
import type { UsagePage } from './page.js';

/** Whose keys: no row security stands behind the system door, so that each method names them itself. */
export interface KeyHolder {
  readonly bodyId: string;
  readonly capacity: KeyCapacity;
}

/** Usage keys, behind the system door 'usage-key'. */
@Injectable()
export class UsageKeyRepository {
  async insert(tx: Tx, key: UsageKey, tokenHash: Buffer): Promise<void> {
    const { callOffs, ...row } = key;
    await tx.manager.insert(UsageKeyRow, { ...row, tokenHash });
    await tx.manager.insert(
      UsageKeyCallOffRow,
      callOffs.map((callOff) => ({ keyId: key.id, leadId: key.leadId, ...callOff })),
    );
  }

  /** Keys whose secrets begin so; nearly always one for each. */
  async byPrefixes(tx: Tx, prefixes: readonly string[]): Promise<StoredKey[]> {
    const rows = await prepared<UsageKey & { readonly tokenHash: Buffer }>(tx, BY_PREFIX, [prefixes]);
    return rows.map(({ tokenHash, ...key }) => ({ key, tokenHash }));
  }

  async find(tx: Tx, holder: KeyHolder, id: string): Promise<UsageKey | null> {
    const [key] = await this.withCallOffs(tx, await tx.manager.findBy(UsageKeyRow, { ...holder, id }));
    return key ?? null;
  }

  /** Newest first; after: instant and id. */
  async page(tx: Tx, holder: KeyHolder, page: UsagePage): Promise<UsageKey[]> {
    const query = tx.manager
      .createQueryBuilder(UsageKeyRow, 'k')
      .where('k.bodyId = :bodyId and k.capacity = :capacity', holder);
    const [at, id] = page.after ?? [];
    if (at !== undefined) query.andWhere('(k.createdAt, k.id) < (:at, :id)', { at, id });
    const rows = await query
      .orderBy('k.createdAt', 'DESC')
      .addOrderBy('k.id', 'DESC')
      .limit(page.limit)
      .getMany();
    return this.withCallOffs(tx, rows);
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, holder: KeyHolder, id: string): Promise<UsageKey | null> {
    const row = await tx.manager.findOne(UsageKeyRow, {
      where: { ...holder, id },
      lock: { mode: 'pessimistic_write' },
    });
    const [key] = await this.withCallOffs(tx, row ? [row] : []);
    return key ?? null;
  }

  async revoke(tx: Tx, holder: KeyHolder, id: string): Promise<void> {
    await tx.manager.update(UsageKeyRow, { ...holder, id }, { revokedAt: tx.now });
  }

  async markUsed(tx: Tx, ids: readonly string[]): Promise<void> {
    await tx.manager.update(UsageKeyRow, { id: In([...ids]) }, { lastUsedAt: tx.now });
  }

  private async withCallOffs(tx: Tx, rows: readonly UsageKeyRow[]): Promise<UsageKey[]> {
    if (rows.length === 0) return [];
    const callOffs = await tx.manager.find(UsageKeyCallOffRow, {
      where: { keyId: In(rows.map(({ id }) => id)) },
      order: { tenantId: 'asc', callOffId: 'asc' },
    });
    return rows.map((row) => ({
      id: row.id,
      prefix: row.prefix,
      bodyId: row.bodyId,
      leadId: row.leadId,
      capacity: row.capacity,
      source: row.source,
      label: row.label,
      callOffs: callOffs
        .filter(({ keyId }) => keyId === row.id)
        .map(({ tenantId, callOffId }) => ({ tenantId, callOffId })),
      createdAt: row.createdAt,
      createdBy: row.createdBy,
      expiresAt: row.expiresAt,
      revokedAt: row.revokedAt,
      lastUsedAt: row.lastUsedAt,
    }));
  }
}

const BY_PREFIX = `
  select k.id, k.prefix, k.token_hash as "tokenHash", k.body_id as "bodyId", k.lead_id as "leadId", k.capacity, k.source,
         k.label, k.created_at as "createdAt", k.created_by as "createdBy", k.expires_at as "expiresAt",
         k.revoked_at as "revokedAt", k.last_used_at as "lastUsedAt", c.call_offs as "callOffs"
  from usage_key k
  cross join lateral (
    select coalesce(json_agg(json_build_object('tenantId', tenant_id, 'callOffId', call_off_id)
                             order by tenant_id, call_off_id), '[]') as call_offs
    from usage_key_call_off where key_id = k.id
  ) c
  where k.prefix = any ($1)`;
