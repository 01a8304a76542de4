import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Refusal, type Result } from '#libs/kernel';
import { LockUsage } from '#libs/metering';
import { auditTenant, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { overlapFault, type Discount } from '../domain/discount.js';
import { DiscountRepository } from '../persistence/discount.repository.js';

export interface DecideDiscountCommand {
  readonly discountId: string;
}

/** Approves a discount, by someone who did not propose it. From then on the bills of its months count it. */
@Injectable()
export class ApproveDiscount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly lockUsage: LockUsage,
    private readonly discounts: DiscountRepository,
  ) {}

  /** Refuses NOT_FOUND, STATE_NOT_ALLOWED, SELF_APPROVAL and DISCOUNT_OVERLAP. */
  async execute(
    actor: Actor,
    { discountId }: DecideDiscountCommand,
  ): Promise<Result<{ discountId: string }>> {
    const seen = await this.work.read(actor, (tx) => this.discounts.find(tx, discountId));
    if (seen === null) return err(refuse('NOT_FOUND'));
    return this.work.run(actor.forTenant(seen.tenantId), async (tx) => {
      const discount = await this.discounts.lock(tx, seen, discountId);
      if (discount === null) return err(refuse('NOT_FOUND'));
      // As the drafting of a bill does, so that discounts of one member are approved one after the other.
      await this.lockUsage.within(tx, seen);
      const approved = await this.discounts.approvedOf(tx, seen);
      const fault =
        notProposed(discount, 'approve') ??
        (discount.proposedBy === tx.personId ? refuse('SELF_APPROVAL', { thing: 'discount' }) : null) ??
        overlapFault(discount, approved);
      if (fault) return err(fault);
      await this.discounts.decide(tx, discount, 'APPROVED');
      await auditTenant(tx, discount.leadId, { action: 'discount.approve', ...decided(discount) });
      return ok({ discountId });
    });
  }
}

/** Declines a discount that was proposed, or takes back a proposal of one's own. */
@Injectable()
export class DeclineDiscount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly discounts: DiscountRepository,
  ) {}

  /** Refuses NOT_FOUND and STATE_NOT_ALLOWED. */
  async execute(
    actor: Actor,
    { discountId }: DecideDiscountCommand,
  ): Promise<Result<{ discountId: string }>> {
    const seen = await this.work.read(actor, (tx) => this.discounts.find(tx, discountId));
    if (seen === null) return err(refuse('NOT_FOUND'));
    return this.work.run(actor.forTenant(seen.tenantId), (tx) => this.decline(tx, seen));
  }

  private async decline(tx: Tx, seen: Discount): Promise<Result<{ discountId: string }>> {
    const discount = await this.discounts.lock(tx, seen, seen.id);
    if (discount === null) return err(refuse('NOT_FOUND'));
    const fault = notProposed(discount, 'decline');
    if (fault) return err(fault);
    await this.discounts.decide(tx, discount, 'DECLINED');
    await auditTenant(tx, discount.leadId, { action: 'discount.decline', ...decided(discount) });
    return ok({ discountId: discount.id });
  }
}

const notProposed = ({ state }: Discount, action: 'approve' | 'decline'): Refusal | null =>
  state === 'PROPOSED'
    ? null
    : refuse('STATE_NOT_ALLOWED', { thing: 'discount', state: `${state.toLowerCase()} already`, action });

const decided = ({ id, callOffId, percent }: Discount) => ({
  subjectKind: 'discount',
  subjectId: id,
  details: { callOffId, percent: percent.toDecimalString() },
});
