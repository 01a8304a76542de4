import { Injectable } from '@nestjs/common';
import { ReadCallOffs } from '#libs/calloffs';
import { ReadCatalogue } from '#libs/catalogue';
import { addDays, err, exact, ok, refuse, type Result } from '#libs/kernel';
import { auditTenant, newId, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { discountFaults, monthsOfTerms, type DiscountTerms } from '../domain/discount.js';
import { DiscountRepository } from '../persistence/discount.repository.js';

export interface ProposeDiscountCommand extends DiscountTerms {
  readonly callOffId: string;
  readonly idempotencyKey: string;
}

/** Proposes a percentage off a member's charges for whole months; someone else approves it. */
@Injectable()
export class ProposeDiscount {
  constructor(
    private readonly work: UnitOfWork,
    private readonly callOffs: ReadCallOffs,
    private readonly catalogue: ReadCatalogue,
    private readonly discounts: DiscountRepository,
  ) {}

  /** Refuses NOT_FOUND, MONTH_FORMAT, DATE_ORDER, DISCOUNT_OUTSIDE and faults of percentage and reason, all at once. */
  async execute(actor: Actor, command: ProposeDiscountCommand): Promise<Result<{ discountId: string }>> {
    const seen = await this.work.read(actor, (tx) => this.callOffs.byId(tx, command.callOffId));
    if (seen === null) return err(refuse('NOT_FOUND'));
    const { idempotencyKey: key, ...terms } = command;
    return this.work.run(actor.forTenant(seen.tenantId), (tx) =>
      once(tx, { operation: 'discount.propose', key, command: { ...terms } }, () => this.propose(tx, terms)),
    );
  }

  private async propose(
    tx: Tx,
    { callOffId, ...terms }: Omit<ProposeDiscountCommand, 'idempotencyKey'>,
  ): Promise<Result<{ discountId: string }>> {
    const callOff = await this.callOffs.byId(tx, callOffId);
    if (callOff === null) return err(refuse('NOT_FOUND'));
    const meters = await this.catalogue.meters(tx, [callOff.offeringId]);
    const faults = discountFaults(terms, {
      term: { start: callOff.startsOn, end: addDays(callOff.endsOn, 1) },
      meterIds: meters.map(({ id }) => id),
    });
    if (faults.length > 0) return err(faults);

    const id = newId();
    const { tenantId, leadId } = callOff;
    const { meterId, percent, reason } = terms;
    const months = monthsOfTerms(terms);
    await this.discounts.insert(tx, {
      ...{ tenantId, leadId, id, callOffId, meterId, percent: exact(percent), months, reason: reason.trim() },
      ...{ state: 'PROPOSED', proposedBy: tx.personId, proposedAt: tx.now, decidedBy: null, decidedAt: null },
    });
    await auditTenant(tx, leadId, {
      action: 'discount.propose',
      subjectKind: 'discount',
      subjectId: id,
      details: { callOffId, meterId, percent, from: months.start, to: months.end, reason },
    });
    return ok({ discountId: id });
  }
}
