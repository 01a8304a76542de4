import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Result } from '#libs/kernel';
import { auditBody, UnitOfWork, type Actor } from '#libs/platform';
import { UsageKeyRepository } from '../persistence/usage-key.repository.js';
import { keyHolderOf, throughKeyDoor } from './key-holder.js';

/**
 * Ends a usage key at once: the next request with it is refused. Revoking it again changes nothing.
 * Refusals: NOT_FOUND.
 */
@Injectable()
export class RevokeUsageKey {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: UsageKeyRepository,
  ) {}

  execute(
    actor: Actor,
    { usageKeyId }: { readonly usageKeyId: string },
  ): Promise<Result<{ usageKeyId: string }>> {
    const holder = keyHolderOf(actor);
    return this.work.run(throughKeyDoor(actor), async (tx) => {
      const key = await this.keys.lock(tx, holder, usageKeyId);
      if (!key) return err(refuse('NOT_FOUND'));
      if (key.revokedAt === null) {
        await this.keys.revoke(tx, holder, usageKeyId);
        const details = { ...holder, leadId: key.leadId, prefix: key.prefix };
        await auditBody(tx, holder, {
          action: 'usageKey.revoke',
          subjectKind: 'usageKey',
          subjectId: usageKeyId,
          details,
        });
      }
      return ok({ usageKeyId });
    });
  }
}
