import { createHash } from 'node:crypto';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { canonicalJson, type Json } from '../audit/canonical-json.js';
import { LOCK_TIMEOUT_MS } from '../database/data-source.js';
import { sqlState } from '../database/sql-error.js';
import type { Tx } from '../database/tx.js';

const KEY_FORMAT = /^[A-Za-z0-9_-]{8,128}$/;
const LOCK_NOT_AVAILABLE = '55P03';
/** How long a request waits for one with the same key that is still running. */
const PATIENCE_MS = 2_000;

interface Request {
  readonly operation: string;
  readonly key: string;
  readonly command: Readonly<Record<string, Json | undefined>>;
  /**
   * Set for what anyone may ask without an account: visitors share one drawer of keys. It tells whoever guesses another
   * visitor's key no more than which fields they sent otherwise, so only for what is no secret.
   */
  readonly open?: true;
}

/**
 * Does `work` once for a key: a repeat with the same command answers the first result, a repeat with another is
 * refused and says which fields differ. The receipt, the change and the outbox commit together or not at all; a
 * refusal is not kept, so a mended request may use its key again. Two at once take turns on the key's row; one that
 * waits too long is told to come back. `work` answers ids only, because the receipt lies outside the wall between
 * tenants. A refusal of `once` ends the unit of work: answer it as it is.
 */
export const once = async <T extends Record<string, string>>(
  tx: Tx,
  request: Request,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> => {
  if (!KEY_FORMAT.test(request.key)) return err(refuse('IDEMPOTENCY_KEY_FORMAT', {}, ['idempotencyKey']));
  const scope = scopeOf(tx, request);
  const fields = fieldsOf(request);
  const taken = await takeKey(tx, request.operation, scope, fields);
  if (taken === 'BUSY') return err(refuse('IDEMPOTENCY_KEY_IN_USE', {}, ['idempotencyKey']));
  if (taken === 'USED') return earlierAnswer<T>(tx, scope, fields);

  const result = await work();
  if (!result.ok) return result;
  await tx.manager.query('update idempotency_receipt set result = $2 where scope_digest = $1', [
    scope,
    JSON.stringify(result.value),
  ]);
  return result;
};

/** Whose key it is and for what: another body's same key, or another operation's, is its own. */
const scopeOf = (tx: Tx, { operation, key, open }: Request): Buffer => {
  const { bodyId, capacity, personId } = tx.actor.identity;
  const owner = bodyId ?? personId ?? (open ? 'visitor' : null);
  if (owner === null) throw new Error('nobody in particular asks: an idempotency key would be everybody’s');
  return digest([owner, capacity, operation, key]);
};

/**
 * One digest a field, made with the key, which is kept nowhere: so no value can be found by trying. A field without a
 * value is one that is not there.
 */
const fieldsOf = ({ key, command }: Request): Record<string, string> =>
  Object.fromEntries(
    Object.entries(command)
      .flatMap(([name, value]) => (value === undefined || value === null ? [] : [[name, value] as const]))
      .map(([name, value]) => [name, digest([key, name, value]).toString('hex')]),
  );

const digest = (value: Json): Buffer => createHash('sha256').update(canonicalJson(value)).digest();

/** The insert waits for a request with the same key that is still running, and then sees its receipt or its place. */
const takeKey = async (
  tx: Tx,
  operation: string,
  scope: Buffer,
  fields: Record<string, string>,
): Promise<'TAKEN' | 'USED' | 'BUSY'> => {
  try {
    // The row comes from a sub-select that sets the patience first; what the work itself may wait for is set back.
    const inserted = await tx.manager.query<unknown[]>(
      `insert into idempotency_receipt (scope_digest, operation, field_digests, result, created_at)
       select $1::bytea, $2::text, $3::jsonb, 'null'::jsonb, $4::timestamptz
       from (select set_config('lock_timeout', '${PATIENCE_MS}', true) offset 0) patience
       on conflict (scope_digest) do nothing
       returning set_config('lock_timeout', '${LOCK_TIMEOUT_MS}', true)`,
      [scope, operation, JSON.stringify(fields), tx.now],
    );
    return inserted.length > 0 ? 'TAKEN' : 'USED';
  } catch (error) {
    if (sqlState(error) === LOCK_NOT_AVAILABLE) return 'BUSY';
    throw error;
  }
};

const earlierAnswer = async <T>(
  tx: Tx,
  scope: Buffer,
  fields: Record<string, string>,
): Promise<Result<T>> => {
  const rows = await tx.manager.query<{ field_digests: Record<string, string>; result: T }[]>(
    'select field_digests, result from idempotency_receipt where scope_digest = $1',
    [scope],
  );
  const receipt = rows[0];
  if (!receipt) return err(refuse('IDEMPOTENCY_KEY_IN_USE', {}, ['idempotencyKey']));
  const names = new Set([...Object.keys(fields), ...Object.keys(receipt.field_digests)]);
  const different = [...names].filter((name) => fields[name] !== receipt.field_digests[name]).sort();
  if (different.length > 0)
    return err(refuse('IDEMPOTENCY_KEY_REUSED', { fields: different.join(', ') }, ['idempotencyKey']));
  return ok(receipt.result);
};
