import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Actor } from '#libs/platform';
import type { UsageKey } from '../domain/usage-key.js';
import type { UsagePage } from '../persistence/page.js';
import { UsageKeyRepository } from '../persistence/usage-key.repository.js';
import { keyHolderOf, throughKeyDoor } from './key-holder.js';

/** The usage keys of the body that a person acts for, without their secrets, which nobody has. */
@Injectable()
export class ListUsageKeys {
  constructor(
    private readonly work: UnitOfWork,
    private readonly keys: UsageKeyRepository,
  ) {}

  /** Newest first; after: instant and id. */
  page(actor: Actor, page: UsagePage): Promise<UsageKey[]> {
    const holder = keyHolderOf(actor);
    return this.work.read(throughKeyDoor(actor), (tx) => this.keys.page(tx, holder, page));
  }

  /** Null when it is not there, or another body's. */
  find(actor: Actor, usageKeyId: string): Promise<UsageKey | null> {
    const holder = keyHolderOf(actor);
    return this.work.read(throughKeyDoor(actor), (tx) => this.keys.find(tx, holder, usageKeyId));
  }
}
