import { Injectable } from '@nestjs/common';
import type { Pence } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { LateUsageRule } from '../domain/late-usage.js';
import type { Member } from '../persistence/billed.repository.js';
import { LateUsageRepository, type LateUsageSeen } from '../persistence/late-usage.repository.js';
import type { BillingPage } from '../persistence/page.js';

/** Reads use that came late, and what may be billed of it unasked. */
@Injectable()
export class ReadLateUsage {
  constructor(private readonly late: LateUsageRepository) {}

  /** What a member's bill may hold of late use, and what waits or waited of it. A draft and its preview go by the same. */
  async of(
    tx: Tx,
    member: Member,
  ): Promise<{ readonly rule: LateUsageRule; readonly known: readonly LateUsageSeen[] }> {
    const known = await this.late.ofMember(tx, member);
    const approved = known
      .filter(({ approvedUpTo }) => approvedUpTo > 0n)
      .map(({ callOffId, month, approvedUpTo }) => ({ callOffId, month, upTo: approvedUpTo }));
    return { rule: { limit: await this.late.limit(tx, member.leadId), approved }, known };
  }

  /** In pence without VAT, for the lead authority that acts. */
  limit(tx: Tx): Promise<Pence> {
    return this.late.limit(tx, tx.leadId);
  }

  byId(tx: Tx, id: string): Promise<LateUsageSeen | null> {
    return this.late.find(tx, id);
  }

  /** A member's own, or all of a lead authority's members; newest first. */
  page(tx: Tx, filter: { readonly waiting: boolean }, page: BillingPage): Promise<LateUsageSeen[]> {
    return this.late.page(tx, filter, page);
  }
}
