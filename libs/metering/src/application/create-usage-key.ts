import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditBody, newId, once, UnitOfWork, type Actor } from '#libs/platform';
import { endOfKey, keyFaults, mintToken, type KeyTerms } from '../domain/usage-key.js';
import { ownSources } from '../domain/usage.js';
import { UsageKeyRepository } from '../persistence/usage-key.repository.js';
import { keyHolderOf, throughKeyDoor } from './key-holder.js';

export interface NewUsageKey extends KeyTerms {
  readonly idempotencyKey: string;
}

export interface CreatedUsageKey {
  readonly usageKeyId: string;
  /** The secret, this once; null when the request was repeated. */
  readonly token: string | null;
}

/**
 * Makes a usage key: a member's administrator for its own call-offs, a service manager for several members'.
 * Refusals: NOT_FOUND (a call-off that the person cannot see), KEY_NEEDS_CALLOFF, KEY_ONE_LEAD, KEY_EXPIRY_TOO_LONG,
 * KEY_EXPIRY_PAST, KEY_SOURCE_FORMAT, LIST_TOO_LONG, FIELD_REQUIRED, TEXT_INVALID, TEXT_TOO_LONG, IDEMPOTENCY_KEY_*.
 */
@Injectable()
export class CreateUsageKey {
  constructor(
    private readonly work: UnitOfWork,
    private readonly callOffs: ReadCallOffs,
    private readonly keys: UsageKeyRepository,
  ) {}

  async execute(actor: Actor, command: NewUsageKey): Promise<Result<CreatedUsageKey>> {
    const holder = keyHolderOf(actor);
    const ids = [...new Set(command.callOffIds)];
    const checked = await this.work.read(actor, async (tx) => {
      const faults = keyFaults(command, tx.today, ownSources);
      if (faults.length > 0) return err(faults);
      const found = await this.callOffs.byIds(tx, ids);
      return found.length === ids.length ? leadOf(found) : err(refuse('NOT_FOUND'));
    });
    if (!checked.ok) return checked;
    const { leadId, callOffs } = checked.value;

    let token: string | null = null;
    const { idempotencyKey, label, source, expiresOn } = command;
    const request = {
      operation: 'usageKeyCreate',
      key: idempotencyKey,
      command: { ...holder, label, source, expiresOn, callOffIds: ids },
    };
    const result = await this.work.run(throughKeyDoor(actor), (tx) =>
      once(tx, request, async () => {
        const minted = mintToken(randomBytes(4), randomBytes(32));
        const key = {
          ...{ id: newId(), prefix: minted.prefix, ...holder, leadId, label, source },
          callOffs: callOffs.map(({ tenantId, id }) => ({ tenantId, callOffId: id })),
          ...{
            createdAt: tx.now,
            createdBy: tx.personId,
            expiresAt: endOfKey(expiresOn),
            revokedAt: null,
            lastUsedAt: null,
          },
        };
        await this.keys.insert(tx, key, minted.hash);
        await auditBody(tx, holder, {
          action: 'usageKey.create',
          subjectKind: 'usageKey',
          subjectId: key.id,
          details: { ...holder, leadId, prefix: key.prefix, expiresOn, callOffIds: ids },
        });
        token = minted.token;
        return ok({ usageKeyId: key.id });
      }),
    );
    return result.ok ? ok({ ...result.value, token }) : result;
  }
}

const leadOf = (callOffs: readonly CallOff[]): Result<{ leadId: string; callOffs: readonly CallOff[] }> => {
  const [leadId, ...others] = new Set(callOffs.map((callOff) => callOff.leadId));
  if (leadId === undefined) return err(refuse('KEY_NEEDS_CALLOFF', {}, ['callOffIds']));
  return others.length > 0 ? err(refuse('KEY_ONE_LEAD', {}, ['callOffIds'])) : ok({ leadId, callOffs });
};
