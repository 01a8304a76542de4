import { Injectable } from '@nestjs/common';
import { err, ok, refuse, type LocalDate, type Result } from '#libs/kernel';
import { auditLead, newId, once, UnitOfWork, type Actor, type Json, type Tx } from '#libs/platform';
import { parsePrice, priceToJson, type Price } from '#libs/pricing';
import { newPriceFaults } from '../domain/price-version.js';
import { FrameworkRepository } from '../persistence/framework-repository.js';
import { OfferingRepository } from '../persistence/offering-repository.js';
import { PriceRepository } from '../persistence/price-repository.js';

export interface NewPriceVersion {
  readonly meterId: string;
  readonly startsOn: LocalDate;
  /** The price as JSON; docs/prices.md tells the shapes. Without the options that are the bill's affair: how much of a period counts, and what is off. */
  readonly price: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string;
}

/** Adds a price from a date on. It ends the price before it, and once it has started it never changes. */
@Injectable()
export class AddPriceVersion {
  constructor(
    private readonly work: UnitOfWork,
    private readonly frameworks: FrameworkRepository,
    private readonly offerings: OfferingRepository,
    private readonly prices: PriceRepository,
  ) {}

  execute(actor: Actor, command: NewPriceVersion): Promise<Result<{ priceVersionId: string }>> {
    const { idempotencyKey: key, meterId, startsOn, price } = command;
    return this.work.run(actor, (tx) =>
      once(
        tx,
        { operation: 'priceVersionAdd', key, command: { meterId, startsOn, price: price as Json } },
        () => this.add(tx, command),
      ),
    );
  }

  private async add(tx: Tx, command: NewPriceVersion): Promise<Result<{ priceVersionId: string }>> {
    const { meterId, startsOn } = command;
    const meter = await this.offerings.findMeter(tx, meterId);
    const offering = meter && (await this.offerings.lockOwn(tx, meter.offeringId));
    const framework = offering && (await this.frameworks.find(tx, offering.frameworkId));
    if (!meter || !offering || !framework) return err(refuse('NOT_FOUND'));
    const price = readCataloguePrice(command.price);
    if (!price.ok) return price;

    const offeringPublished = offering.state !== 'DRAFT';
    const versions = await this.prices.ofMeters(tx, [meterId]);
    const faults = newPriceFaults({ startsOn, price: price.value }, versions, {
      meterTitle: meter.title,
      aggregation: meter.aggregation,
      fedBy: meter.fedBy,
      offeringPublished,
      noticeDays: framework.priceNoticeDays,
      today: tx.today,
    });
    if (faults.length > 0) return err(faults);

    const priceVersionId = newId();
    const version = await this.prices.nextVersion(tx, meterId);
    const row = { leadId: tx.leadId, id: priceVersionId, meterId, version, startsOn, createdAt: tx.now };
    await this.prices.insert(tx, { ...row, price: price.value }, offeringPublished);
    await auditLead(tx, {
      action: 'price-version.add',
      subjectKind: 'price-version',
      subjectId: priceVersionId,
      details: { meterId, version, startsOn, price: priceToJson(price.value) as Json },
    });
    return ok({ priceVersionId });
  }
}

/** Options that a bill adds to a price: what part of a period counts, and what is off. */
const BILLS_AFFAIR = ['prorate', 'volumeBand', 'discount'] as const;
/** A price that people can read. */
const MAX_TIERS = 50;

const readCataloguePrice = (json: Readonly<Record<string, unknown>>): Result<Price> => {
  const price = parsePrice(json, ['price']);
  if (!price.ok) return price;
  const ofBills = BILLS_AFFAIR.filter((name) => Object.hasOwn(json, name));
  if (ofBills.length > 0)
    return err(ofBills.map((name) => refuse('FIELD_UNKNOWN', { field: name }, ['price', name])));
  if ('tiers' in price.value && price.value.tiers.length > MAX_TIERS)
    return err(refuse('LIST_TOO_LONG', { max: String(MAX_TIERS) }, ['price', 'tiers']));
  return price;
};
