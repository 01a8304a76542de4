import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import type { UsageOwner } from '../domain/usage.js';
import { UsageTotalRepository } from '../persistence/usage-total.repository.js';

/**
 * Holds a member's usage still. Locks are taken in one order everywhere: this one after other business rows and
 * before a chain head.
 */
@Injectable()
export class LockUsage {
  constructor(private readonly totals: UsageTotalRepository) {}

  /**
   * The member's last receipt number (0n before the first), locked until the transaction ends: every record up to
   * it is in the totals, and none is added meanwhile. The unit of work writes for the member.
   */
  within(tx: Tx, owner: UsageOwner): Promise<bigint> {
    return this.totals.lock(tx, owner);
  }
}
