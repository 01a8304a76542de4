import { Injectable } from '@nestjs/common';
import {
  frameworkStateOn,
  offeringClosed,
  priceVersionOn,
  ReadCatalogue,
  vatRateOf,
  type Meter,
  type Offering,
  type PriceVersion,
} from '#libs/catalogue';
import { FindBody } from '#libs/directory';
import {
  err,
  formatLongDate,
  ok,
  okUnless,
  refuse,
  type LocalDate,
  type Refusal,
  type Result,
} from '#libs/kernel';
import { Actor, once, randomId, UnitOfWork, type Tx } from '#libs/platform';
import {
  estimateFaults,
  sizeFaults,
  workOut,
  type Estimate,
  type MeterToEstimate,
  type YearlyVolume,
} from '../domain/estimate.js';
import { EstimateRepository } from '../persistence/estimate.repository.js';

export interface SaveEstimateCommand {
  readonly frameworkId: string;
  /** For which body it is, when somebody says so. */
  readonly bodyId: string | null;
  readonly volumes: readonly YearlyVolume[];
  readonly idempotencyKey: string;
}

/** Works out what a year of a framework's services would cost at today's prices, and keeps it for whoever has its id. */
@Injectable()
export class SaveEstimate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly catalogue: ReadCatalogue,
    private readonly bodies: FindBody,
    private readonly estimates: EstimateRepository,
  ) {}

  /**
   * Refuses FRAMEWORK_EXPIRED, BODY_ABOLISHED, LIST_TOO_LONG, faults of the volumes, VOLUME_TWICE, LOT_CLOSED,
   * PRICE_MISSING and ESTIMATE_EMPTY, all at once.
   */
  async execute(actor: Actor, command: SaveEstimateCommand): Promise<Result<{ estimateId: string }>> {
    const { frameworkId, bodyId, volumes, idempotencyKey: key } = command;
    const { requestId, personId } = actor.identity;
    // Whoever asks: an estimate is shown to anyone with its id, so it is made from what anyone may see.
    const made = await this.work.read(Actor.visitor(requestId), (tx) => this.make(tx, command));
    const asked = { frameworkId, bodyId, volumes: volumes.map((volume) => ({ ...volume })) };
    const request = { operation: 'estimateSave', key, command: asked, open: true } as const;
    return this.work.run(Actor.system('estimate', requestId, personId), (tx) =>
      once(tx, request, async () => {
        if (!made.ok) return made;
        await this.estimates.insert(tx, made.value);
        return ok({ estimateId: made.value.id });
      }),
    );
  }

  private async make(
    tx: Tx,
    { frameworkId, bodyId, volumes }: SaveEstimateCommand,
  ): Promise<Result<Estimate>> {
    const framework = await this.catalogue.framework(tx, frameworkId);
    if (framework === null) return err(refuse('NOT_FOUND'));
    const meters = await this.metersToEstimate(tx, frameworkId);
    const faults = [
      ...(frameworkStateOn(framework, tx.today) === 'EXPIRED'
        ? [refuse('FRAMEWORK_EXPIRED', { date: formatLongDate(framework.endsOn) }, ['frameworkId'])]
        : []),
      ...(await this.bodyFaults(tx, bodyId)),
      ...estimateFaults(volumes, meters, tx.today),
    ];
    if (faults.length > 0) return err(faults);
    const figures = workOut(volumes, meters);
    const asked = { id: randomId(), frameworkId, bodyId, savedOn: tx.today, volumes };
    return okUnless(sizeFaults(figures), () => ({ ...asked, ...figures }));
  }

  private async bodyFaults(tx: Tx, bodyId: string | null): Promise<readonly Refusal[]> {
    if (bodyId === null) return [];
    const body = await this.bodies.byId(tx, bodyId);
    if (body === null) return [refuse('NOT_FOUND', {}, ['bodyId'])];
    const closed = await this.bodies.closedRefusal(tx, body, ['bodyId']);
    return closed === null ? [] : [closed];
  }

  /** Every meter of the framework, offering by offering. */
  private async metersToEstimate(tx: Tx, frameworkId: string): Promise<readonly MeterToEstimate[]> {
    const offerings = await this.catalogue.offerings(tx, frameworkId);
    const meters = await this.catalogue.meters(
      tx,
      offerings.map(({ id }) => id),
    );
    const versions = await this.catalogue.priceVersions(
      tx,
      meters.map(({ id }) => id),
    );
    return offerings.flatMap((offering) =>
      meters
        .filter(({ offeringId }) => offeringId === offering.id)
        .map((meter) => meterToEstimate(offering, meter, versions, tx.today)),
    );
  }
}

const meterToEstimate = (
  offering: Offering,
  { id, title, unit, charge }: Meter,
  versions: readonly PriceVersion[],
  today: LocalDate,
): MeterToEstimate => {
  const { title: offeringTitle, vatTreatment } = offering;
  if (vatTreatment === null) throw new Error(`offering ${offering.id} was published without a VAT treatment`);
  const own = versions.filter(({ meterId }) => meterId === id);
  return {
    ...{ id, title, unit, charge, offeringTitle, vatTreatment },
    closed: offeringClosed(offering),
    vatRate: vatRateOf(vatTreatment),
    current: priceVersionOn(own, today),
  };
};
