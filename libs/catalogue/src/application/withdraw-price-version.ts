import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type Refusal, type Result } from '#libs/kernel';
import { auditLead, UnitOfWork, type Actor, type Tx } from '#libs/platform';
import { keptFaults, type Offering } from '../domain/offering.js';
import { withdrawPriceFaults, type PriceVersion } from '../domain/price-version.js';
import { OfferingRepository } from '../persistence/offering-repository.js';
import { PriceRepository } from '../persistence/price-repository.js';

/** Takes back a price that has not started; the one before it goes on instead. */
@Injectable()
export class WithdrawPriceVersion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly offerings: OfferingRepository,
    private readonly prices: PriceRepository,
  ) {}

  execute(actor: Actor, command: { readonly priceVersionId: string }): Promise<Result<{ meterId: string }>> {
    return this.work.run(actor, (tx) => this.withdraw(tx, command.priceVersionId));
  }

  private async withdraw(tx: Tx, priceVersionId: string): Promise<Result<{ meterId: string }>> {
    const found = await this.prices.find(tx, priceVersionId);
    const meter = found && (await this.offerings.findMeter(tx, found.meterId));
    const offering = meter && (await this.offerings.lockOwn(tx, meter.offeringId));
    if (!meter || !offering) return err(refuse('NOT_FOUND'));
    const versions = await this.prices.ofMeters(tx, [meter.id]);
    const version = versions.find(({ id }) => id === priceVersionId);
    if (!version) return err(refuse('NOT_FOUND'));
    const faults = [
      ...keptFaults(meter, null),
      ...withdrawPriceFaults(version, tx.today),
      ...onlyOneFaults(offering, versions),
    ];
    if (faults.length > 0) return err(faults);

    await this.prices.withdraw(tx, priceVersionId);
    await auditLead(tx, {
      action: 'price-version.withdraw',
      subjectKind: 'price-version',
      subjectId: priceVersionId,
      details: { meterId: meter.id, version: version.version, startsOn: version.startsOn },
    });
    return ok({ meterId: meter.id });
  }
}

const onlyOneFaults = ({ state }: Offering, versions: readonly PriceVersion[]): readonly Refusal[] =>
  state === 'DRAFT' || versions.length > 1
    ? []
    : [
        refuse('STATE_NOT_ALLOWED', {
          thing: 'price',
          state: 'the only one of a published offering',
          action: 'withdraw',
        }),
      ];
