import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { Actor, UnitOfWork } from '#libs/platform';
import { hashToken, prefixOf, sameHash, usageKeyStateAt, type UsageKey } from '../domain/usage-key.js';
import { UsageKeyRepository } from '../persistence/usage-key.repository.js';

/** When a key was last used is told to the minute, so that a busy key is not written to at every request. */
const USED_AGAIN_MS = 60_000;

/** Finds the usage key that a sender brought. It is read anew each time, so that a revoked key ends at once. */
@Injectable()
export class ReadUsageKey {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: UsageKeyRepository,
  ) {}

  /** Null when the key is unknown, has expired or was revoked: the sender is not told which. */
  async execute(token: string, requestId: string | null): Promise<UsageKey | null> {
    const prefix = prefixOf(token);
    if (prefix === null) return null;
    const door = Actor.system('usage-key', requestId);
    const hash = hashToken(token);
    const { found, now } = await this.work.read(door, async (tx) => ({
      found: await this.keys.byPrefix(tx, prefix),
      now: tx.now,
    }));
    const key = found.find(({ tokenHash }) => sameHash(tokenHash, hash))?.key;
    if (!key || usageKeyStateAt(key, now) !== 'LIVE') return null;
    if (key.lastUsedAt === null || now.getTime() - key.lastUsedAt.getTime() >= USED_AGAIN_MS)
      await this.work.run(door, async (tx) => ok(await this.keys.markUsed(tx, key.id)));
    return key;
  }
}
