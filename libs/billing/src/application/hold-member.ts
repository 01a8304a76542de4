import { Injectable } from '@nestjs/common';
import { LockUsage } from '#libs/metering';
import { writingFor, type Tx } from '#libs/platform';
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

  /** No usage comes in, and nobody else drafts for the member. The first of the locks. */
  async usage(tx: Tx, member: Member): Promise<void> {
    await writingFor(tx, member.tenantId, (own) => this.lockUsage.within(own, member));
  }

  /** Nobody approves these drafts. One that was approved just before is not a draft any more: look again afterwards. */
  async draftsOf(tx: Tx, member: Member, drafts: Drafts): Promise<void> {
    await writingFor(tx, member.tenantId, (own) => this.drafts.lock(own, member, drafts));
  }

  /** Nobody credits or voids these issued invoices; look again afterwards, too. */
  async issued(tx: Tx, member: Member, invoiceIds: readonly string[]): Promise<void> {
    await writingFor(tx, member.tenantId, (own) => this.billed.lockIssued(own, member, invoiceIds));
  }
}
