import { Injectable } from '@nestjs/common';
import { LockUsage } from '#libs/metering';
import { writingForEach, type Tx } from '#libs/platform';
import { BilledRepository, type Member } from '../persistence/billed.repository.js';
import { DraftRepository, type Drafts } from '../persistence/draft.repository.js';

/**
 * Keeps what a member's drafts are worked out from as it is until the transaction ends. Of many members each is held in
 * turn, for a lead authority writes for one member at a time, and locking is writing.
 */
@Injectable()
export class HoldMember {
  constructor(
    private readonly lockUsage: LockUsage,
    private readonly drafts: DraftRepository,
    private readonly billed: BilledRepository,
  ) {}

  /** No usage comes in, and nobody else drafts for these members. The first of the locks. */
  usage(tx: Tx, members: readonly Member[]): Promise<void> {
    return writingForEach(
      tx,
      members,
      async (own, member) => void (await this.lockUsage.within(own, member)),
    );
  }

  /** Nobody approves these drafts. One that was approved just before is not a draft any more: look again afterwards. */
  draftsOf(tx: Tx, members: readonly (Member & { readonly drafts: Drafts })[]): Promise<void> {
    return writingForEach(tx, members, (own, member) => this.drafts.lock(own, member, member.drafts));
  }

  /** Nobody credits or voids these issued invoices; look again afterwards, too. */
  issued(tx: Tx, members: readonly (Member & { readonly invoiceIds: readonly string[] })[]): Promise<void> {
    return writingForEach(tx, members, (own, member) =>
      this.billed.lockIssued(own, member, member.invoiceIds),
    );
  }
}
