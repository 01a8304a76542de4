import { Injectable } from '@nestjs/common';
import DataLoader from 'dataloader';
import { ok } from '#libs/kernel';
import { Actor, UnitOfWork } from '#libs/platform';
import {
  hashToken,
  prefixOf,
  sameHash,
  usageKeyStateAt,
  type StoredKey,
  type UsageKey,
} from '../domain/usage-key.js';
import { UsageKeyRepository } from '../persistence/usage-key.repository.js';

/** When a key was last used is told to the minute, so that a busy key is not written to at every request. */
const USED_AGAIN_MS = 60_000;
const MOST_TOGETHER = 100;

/** What is asked about a key that was sent. */
interface SentKey {
  readonly prefix: string;
  readonly hash: Buffer;
}

/**
 * Finds the usage key that a sender brought. It is read anew for each request, so that a revoked key ends at once; of
 * many senders at a time one reading is under way, and those who come meanwhile are read for together in the next.
 */
@Injectable()
export class ReadUsageKey {
  private underWay: Promise<unknown> = Promise.resolve();
  private readonly loader = new DataLoader<SentKey, UsageKey | null>(
    (sent) => {
      const found = this.findAll(sent);
      this.underWay = found.catch(() => undefined);
      return found;
    },
    {
      cache: false,
      maxBatchSize: MOST_TOGETHER,
      batchScheduleFn: (read) => void this.underWay.then(read),
    },
  );

  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: UsageKeyRepository,
  ) {}

  /** Null when the key is unknown, has expired or was revoked: the sender is not told which. */
  async execute(token: string): Promise<UsageKey | null> {
    const prefix = prefixOf(token);
    return prefix === null ? null : this.loader.load({ prefix, hash: hashToken(token) });
  }

  private async findAll(sent: readonly SentKey[]): Promise<(UsageKey | null)[]> {
    const door = Actor.system('usage-key');
    const { stored, now } = await this.work.read(door, async (tx) => ({
      stored: await this.keys.byPrefixes(
        tx,
        sent.map(({ prefix }) => prefix),
      ),
      now: tx.now,
    }));
    const found = sent.map((one) => liveKey(one, stored, now));
    const idle = found.filter((key) => key !== null && isIdle(key, now)).flatMap((key) => key?.id ?? []);
    if (idle.length > 0) await this.work.run(door, async (tx) => ok(await this.keys.markUsed(tx, idle)));
    return found;
  }
}

const liveKey = (sent: SentKey, stored: readonly StoredKey[], now: Date): UsageKey | null => {
  const found = stored.find(
    ({ key, tokenHash }) => key.prefix === sent.prefix && sameHash(tokenHash, sent.hash),
  );
  return found && usageKeyStateAt(found.key, now) === 'LIVE' ? found.key : null;
};

const isIdle = ({ lastUsedAt }: UsageKey, now: Date): boolean =>
  lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= USED_AGAIN_MS;
