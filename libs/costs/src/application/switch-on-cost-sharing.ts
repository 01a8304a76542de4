import { Injectable } from '@nestjs/common';
import { AddMeter, AddPriceVersion, ReadCatalogue } from '#libs/catalogue';
import { addMonths, err, ok, refuse, type LocalDate, type Result } from '#libs/kernel';
import { auditLead, once, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { CostSharingRepository } from '../persistence/cost-sharing.repository.js';

export interface SwitchOnCostSharingCommand {
  readonly offeringId: string;
  readonly idempotencyKey: string;
}

/** A pound costs a pound. */
const PRICE = { model: 'perUnit', unit: '1' } as const;
const METERS = {
  share: { code: 'cost.share', title: 'Share of the cost' },
  trueUp: { code: 'cost.true-up', title: 'True-up of the cost' },
} as const;

/**
 * Shares the cost of an offering that is still a draft: it gets two meters in pounds, which cost sharing keeps by
 * itself. Members of a published offering agreed to its meters, so it is switched on before.
 * Refuses NOT_FOUND, COST_SHARING_ON and what adding a meter refuses.
 */
@Injectable()
export class SwitchOnCostSharing {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sharings: CostSharingRepository,
    private readonly catalogue: ReadCatalogue,
    private readonly addMeter: AddMeter,
    private readonly addPrice: AddPriceVersion,
  ) {}

  execute(
    actor: Actor,
    { offeringId, idempotencyKey: key }: SwitchOnCostSharingCommand,
  ): Promise<Result<{ offeringId: string }>> {
    return this.work.run(actor, (tx) =>
      once(tx, { operation: 'costSharingSwitchOn', key, command: { offeringId } }, () =>
        this.switchOn(tx, offeringId),
      ),
    );
  }

  private async switchOn(tx: Tx, offeringId: string): Promise<Result<{ offeringId: string }>> {
    const offering = await this.catalogue.offering(tx, offeringId);
    const framework = offering && (await this.catalogue.framework(tx, offering.frameworkId));
    if (!framework || framework.leadId !== tx.leadId) return err(refuse('NOT_FOUND'));
    if (await this.sharings.find(tx, offeringId))
      return err(refuse('COST_SHARING_ON', { offering: offering.title }));
    // A call-off may begin some months before it is awarded.
    const pricedFrom = addMonths(framework.startsOn, -12);
    const share = await this.add(tx, offeringId, METERS.share, pricedFrom);
    if (!share.ok) return share;
    const trueUp = await this.add(tx, offeringId, METERS.trueUp, pricedFrom);
    if (!trueUp.ok) return trueUp;
    const meters = { shareMeterId: share.value, trueUpMeterId: trueUp.value };
    await this.sharings.insert(tx, {
      ...{ leadId: tx.leadId, offeringId, ...meters },
      ...{ switchedOnAt: tx.now, switchedOnBy: tx.personId },
    });
    await auditLead(tx, {
      action: 'costSharing.switchOn',
      subjectKind: 'offering',
      subjectId: offeringId,
      details: meters,
    });
    return ok({ offeringId });
  }

  private async add(
    tx: Tx,
    offeringId: string,
    { code, title }: (typeof METERS)[keyof typeof METERS],
    startsOn: LocalDate,
  ): Promise<Result<string>> {
    const meter = {
      offeringId,
      code,
      title,
      unit: 'pound',
      aggregation: 'SUM',
      charge: 'USAGE',
      timing: 'ARREARS',
      fedBy: 'EVENTS',
      typicalPerThousand: null,
    } as const;
    const added = await this.addMeter.within(tx, meter, 'COST_SHARING');
    if (!added.ok) return added;
    const { meterId } = added.value;
    const priced = await this.addPrice.within(tx, { meterId, startsOn, price: PRICE }, 'COST_SHARING');
    return priced.ok ? ok(meterId) : priced;
  }
}
