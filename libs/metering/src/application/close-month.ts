import { Injectable } from '@nestjs/common';
import type { Period } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { UsageOwner } from '../domain/usage.js';
import { ReturnMonthRepository } from '../persistence/return-month.repository.js';

/** Called when a member's bill of a month is issued: from then on a return of that month is a correction. */
@Injectable()
export class CloseMonth {
  constructor(private readonly months: ReturnMonthRepository) {}

  /** In a unit of work that writes for the member. Closing it again changes nothing. */
  within(tx: Tx, owner: UsageOwner, month: Period): Promise<void> {
    return this.months.close(tx, owner, month.start);
  }
}
